using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Unrolled.NotebookHost.Programs;

/// <summary>Runs the <c>dotnet</c> command line.</summary>
internal static class DotnetCommand
{
    /// <summary>Runs a command to its end; it and all that it started are ended when cancelled.</summary>
    /// <returns>How it ended; a command that did not start has failed, with the reason as its output.</returns>
    public static async Task<DotnetResult> RunAsync(
        IEnumerable<string> arguments, string folder, CancellationToken cancellationToken)
    {
        ProcessStartInfo start = new(DotnetExecutable.Location, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        ForgetOuterBuild(start.Environment);
        try
        {
            return await RunAsync(start, cancellationToken);
        }
        catch (Win32Exception exception)
        {
            return new DotnetResult(
                -1, $"The .NET SDK is needed, and its command {start.FileName} did not start: {exception.Message}");
        }
    }

    private static async Task<DotnetResult> RunAsync(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        await using CancellationTokenRegistration cancellation = cancellationToken.Register(
            () => process.Kill(entireProcessTree: true));
        Task<string> output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        Task<string> error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        cancellationToken.ThrowIfCancellationRequested();
        return new DotnetResult(process.ExitCode, await output + await error);
    }

    // `dotnet run` and `dotnet test` leave their own MSBuild's paths and switches to their children. A build that
    // outlives its command would keep the pipes open, so no server and no node may stay behind.
    private static void ForgetOuterBuild(IDictionary<string, string?> environment)
    {
        foreach (string name in environment.Keys.Where(
            name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            environment.Remove(name);
        environment["MSBUILDDISABLENODEREUSE"] = "1";
        environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        environment["UseSharedCompilation"] = "false";
    }
}

/// <summary>How a <c>dotnet</c> command ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote, both streams.</param>
internal sealed partial record DotnetResult(int ExitCode, string Output)
{
    /// <summary>True when the command succeeded.</summary>
    public bool Succeeded => ExitCode == 0;

    /// <summary>The SDK that is needed and not installed; null where that is not why the command failed.</summary>
    public RequestedSdk? MissingSdk =>
        !Succeeded && RequestedVersion().Match(Output) is { Success: true } version
        && RequestingFile().Match(Output) is { Success: true } file
            ? new RequestedSdk(version.Groups[1].Value, file.Groups[1].Value)
            : null;

    /// <summary>The first errors that MSBuild printed, each once, without the project behind each.</summary>
    public IReadOnlyList<string> Errors(int count) =>
        [.. ErrorLine()
            .Matches(Output).Select(match => ProjectSuffix().Replace(match.Value.Trim(), "")).Distinct().Take(count)];

    [GeneratedRegex(@"^.*\berror [A-Z]+\d+\s*:.*$", RegexOptions.Multiline)]
    private static partial Regex ErrorLine();

    [GeneratedRegex(@" \[[^\]]+\]$")]
    private static partial Regex ProjectSuffix();

    [GeneratedRegex(@"^Requested SDK version: (\S+)", RegexOptions.Multiline)]
    private static partial Regex RequestedVersion();

    [GeneratedRegex(@"^global\.json file: (.+?)\s*$", RegexOptions.Multiline)]
    private static partial Regex RequestingFile();
}

/// <summary>The .NET SDK that a <c>global.json</c> requests.</summary>
/// <param name="Version">Its version.</param>
/// <param name="File">The full path of the file.</param>
internal sealed record RequestedSdk(string Version, string File)
{
    public override string ToString() => $"{File} requests the .NET SDK {Version}, which is not installed";
}
