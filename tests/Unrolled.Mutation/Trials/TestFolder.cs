using System.Diagnostics;

namespace Unrolled.Mutation.Trials;

/// <summary>A copy of the tests' program whose library is a mutant.</summary>
internal sealed class TestFolder : IDisposable
{
    private const int AllPass = 0;
    private const int OneFails = 1;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("unrolled-mutation-");

    private TestFolder()
    {
    }

    /// <summary>The library that the tests load.</summary>
    internal string Library => Path.Combine(folder.FullName, "Unrolled.dll");

    /// <summary>The folder in which the build leaves the tests.</summary>
    internal static string Built(string root) => Path.Combine(root, "artifacts", "bin", "Unrolled.Tests", "release");

    internal static TestFolder Copy(string root)
    {
        TestFolder copy = new();
        foreach (string file in Directory.EnumerateFiles(Built(root)))
        {
            if (Path.GetExtension(file) is ".dll" or ".json")
                File.Copy(file, Path.Combine(copy.folder.FullName, Path.GetFileName(file)));
        }

        return copy;
    }

    /// <summary>Runs the fast tests until one fails.</summary>
    /// <param name="room">The room of the library whose tests come first.</param>
    /// <param name="patience">The time after which the tests count as endless.</param>
    internal Trial Run(string room, TimeSpan patience)
    {
        string tests = Path.Combine(folder.FullName, "Unrolled.Tests.dll");
        ProcessStartInfo start = new("dotnet", ["exec", tests, "fast-tests", room])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment.Remove("UNROLLED_NIGHTLY");
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(patience))
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            return new Trial(TrialOutcome.TimedOut, "");
        }

        return process.ExitCode switch
        {
            AllPass => new Trial(TrialOutcome.Survived, ""),
            OneFails => new Trial(TrialOutcome.Killed, output.Result),
            _ => new Trial(TrialOutcome.Crashed, errors.Result),
        };
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Delete(recursive: true);
}
