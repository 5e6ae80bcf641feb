using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Unrolled.NotebookHost.Execution;

namespace Unrolled.NotebookHost.Checking;

/// <summary>The libraries that the file of the first cell's import names.</summary>
/// <param name="References">Those libraries.</param>
/// <param name="Problem">Why they cannot be known; null when they are.</param>
internal sealed partial record ImportedReferences(
    ImmutableArray<PortableExecutableReference> References, string? Problem)
{
    /// <summary>Reads the file that a cell imports.</summary>
    public static ImportedReferences Of(string cell, string folder)
    {
        if (Import().Match(cell) is not { Success: true } import)
            return new([], "the first code cell must be #!import \"….csx\" and nothing else");
        string name = import.Groups[1].Value;
        string path = Path.Combine(folder, name);
        if (!File.Exists(path))
            return new([], $"{name} does not exist, so the cells cannot be compiled; build first");
        string[] lines = File.ReadAllLines(path);
        if (lines.FirstOrDefault(line => line.Trim().Length > 0 && !Reference().IsMatch(line)) is { } other)
            return new(
                [], $"{name} must hold #r lines alone, because no kernel shows what goes wrong in it: {other.Trim()}");
        string[] libraries = [.. lines.Select(line => Reference().Match(line))
            .Where(match => match.Success).Select(match => match.Groups[1].Value)];
        return libraries.FirstOrDefault(
            library => !Path.IsPathFullyQualified(library) || !File.Exists(library)) is { } missing
            ? new([], $"{name} names {missing}, which is no absolute path of a file; build first")
            : new([.. libraries.Select(AssemblyReferences.FromFile)], null);
    }

    [GeneratedRegex("""^\s*#!import\s+"([^"\n]+\.csx)"\s*$""")]
    private static partial Regex Import();

    [GeneratedRegex("""^\s*#r\s+"([^"]+)"\s*$""")]
    private static partial Regex Reference();
}
