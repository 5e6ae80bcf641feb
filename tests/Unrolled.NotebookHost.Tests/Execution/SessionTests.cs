namespace Unrolled.NotebookHost.Tests.Execution;

/// <summary>A session takes the process's console, so these tests run alone and one after another.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class SessionTests
{
    public const string Name = "Sessions";
}
