using System.Text.RegularExpressions;
using Unrolled.NotebookHost.Notebooks;
using Unrolled.NotebookHost.Programs;

namespace Unrolled.NotebookHost.Running;

/// <summary>The hint to build first, for a cell that imports a file that only the build writes.</summary>
internal static partial class ImportHint
{
    /// <summary>
    /// The hint for a failed cell; null when no import of it is missing or there is nothing to build.
    /// </summary>
    public static string? For(NotebookSource notebook, CellReport cell, string currentFolder)
    {
        string? missing = MissingFile(notebook, cell.Source);
        if (missing is null || ProjectBuilder.ProjectsAbove(notebook.Folder) is not [var project, ..])
            return null;
        return $"{missing} does not exist. If the build writes it, build first: " +
            $"dotnet build {ShownPath.Of(project, currentFolder)}";
    }

    /// <summary>The first file that a cell imports and that does not exist; null when all do.</summary>
    public static string? MissingFile(NotebookSource notebook, string cell) =>
        Import().Matches(cell)
            .Select(match => match.Groups[1].Value)
            .FirstOrDefault(file => !File.Exists(Path.Combine(notebook.Folder, file)));

    [GeneratedRegex("""^\s*#(?:!import|load)\s+"?([^"\r\n]+?)"?\s*$""", RegexOptions.Multiline)]
    private static partial Regex Import();
}
