using System.Text.RegularExpressions;

namespace Unrolled.NotebookHost.Programs;

/// <summary>How a <c>dotnet</c> command ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote, both streams.</param>
internal sealed partial record DotnetResult(int ExitCode, string Output)
{
    /// <summary>True when it did what it was asked.</summary>
    public bool Succeeded => ExitCode == 0;

    /// <summary>The first errors that MSBuild printed, each once, without the project behind each.</summary>
    public IReadOnlyList<string> Errors(int count) =>
        [.. ErrorLine().Matches(Output).Select(match => ProjectSuffix().Replace(match.Value.Trim(), "")).Distinct().Take(count)];

    [GeneratedRegex(@"^.*\berror [A-Z]+\d+\s*:.*$", RegexOptions.Multiline)]
    private static partial Regex ErrorLine();

    [GeneratedRegex(@" \[[^\]]+\]$")]
    private static partial Regex ProjectSuffix();
}
