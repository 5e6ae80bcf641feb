using System.Runtime.CompilerServices;
using Unrolled.NotebookHost.Programs;

namespace Unrolled.NotebookHost.Tests;

/// <summary>The host's waits for what does not end by itself, here and in every process that a test starts.</summary>
internal static class ShortPatience
{
    private const string Factor = "0.4";

    [ModuleInitializer]
    internal static void Set()
    {
        if (Environment.GetEnvironmentVariable(Patience.Variable) is null)
            Environment.SetEnvironmentVariable(Patience.Variable, Factor);
    }
}
