using System.Reflection;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Programs;

/// <summary>
/// A command of this program as it is typed where the user is: <c>unrolled</c> is a command only where the tool is
/// installed.
/// </summary>
internal static class TypedCommand
{
    private const string Tool = "unrolled";

    private static readonly Assembly Program = typeof(TypedCommand).Assembly;

    /// <summary>The command with these arguments.</summary>
    public static string Of(params IEnumerable<string> arguments) => string.Join(
        ' ',
        [
            Start(Environment.ProcessPath, Path.GetDirectoryName(Program.Location)!, Environment.CurrentDirectory),
            .. arguments.Select(Quoted),
        ]);

    /// <summary>The start of the command: the tool, the project in its repository, or the program's own file.</summary>
    /// <param name="processPath">The running executable.</param>
    /// <param name="folder">The folder of the program's files.</param>
    /// <param name="currentFolder">The folder in which the user types.</param>
    internal static string Start(string? processPath, string folder, string currentFolder)
    {
        if (Path.GetFileNameWithoutExtension(processPath) == Tool)
            return Tool;
        string name = Program.GetName().Name!;
        string project = Path.Combine(RepositoryRoot.Of(folder), "lib", name);
        return File.Exists(Path.Combine(project, $"{name}.csproj"))
            ? $"dotnet run --project {Quoted(ShownPath.Of(project, currentFolder))} --"
            : $"dotnet {Quoted(ShownPath.Of(Path.Combine(folder, $"{name}.dll"), currentFolder))}";
    }

    // In double quotes, which every shell has.
    private static string Quoted(string word) => word.All(IsPlain) ? word : $"\"{word}\"";

    private static bool IsPlain(char character) =>
        char.IsLetterOrDigit(character) || character is '/' or '\\' or '.' or '-' or '_' or ':' or '@' or '=';
}
