namespace Unrolled.NotebookHost.Tests.Execution;

/// <summary>Tests that share the process's console run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class SessionTests
{
    public const string Name = "Sessions";
}
