using Unrolled.NotebookHost.Notebooks;
using Unrolled.NotebookHost.Programs;

namespace Unrolled.NotebookHost.Execution.Directives;

/// <summary>
/// Runs a file as if its text were in the cell: its variables, types and usings persist. Relative paths inside the file
/// start from the folder of the file.
/// </summary>
internal sealed class ImportDirective(string name, string meaning) : IDirective
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; } = [name];

    /// <inheritdoc/>
    public string Usage => $"{name} \"file\": {meaning}";

    /// <inheritdoc/>
    public async Task ExecuteAsync(DirectiveCall call, CellExecution cell)
    {
        string path = call.Source.Resolve(call.RequiredArgument("\"file\""));
        if (!File.Exists(path))
            throw new DirectiveException($"{name}: there is no file {path}; {HowToGet(Path.GetDirectoryName(path)!)}");
        if (cell.Importing.Contains(path))
            throw new DirectiveException($"{name}: {Cycle(cell.Importing, path)}");

        cell.Importing.Push(path);
        foreach (ScriptSource source in Read(path))
            await RunAsync(source, call, cell);
        cell.Importing.Pop();
    }

    // The commonest reasons: the build that writes the file has not run, or the notebook was copied away from it.
    private static string HowToGet(string folder) =>
        Directory.Exists(folder) && ProjectBuilder.ProjectsAbove(folder).FirstOrDefault() is { } project
            ? $"if the build writes it, build first with `dotnet build \"{project}\"`"
            : "if a build writes it, the notebook belongs in the folder of that project, and the build comes first: "
                + "`dotnet build`";

    private static async Task RunAsync(ScriptSource source, DirectiveCall call, CellExecution cell)
    {
        try
        {
            await cell.RunAsync(source);
        }
        catch (CellFailedException failure)
        {
            throw new CellFailedException(
                DirectiveReport.Importing(failure.Error, call.Part, call.Source), failure.HasRun);
        }
        catch (Exception exception)
        {
            throw new CellFailedException(
                DirectiveReport.Importing(ExceptionReport.Of(exception, source.Name), call.Part, call.Source),
                hasRun: true);
        }
    }

    private IReadOnlyList<ScriptSource> Read(string path)
    {
        string file = Path.GetFileName(path);
        string directory = Path.GetDirectoryName(path)!;
        try
        {
            return Path.GetExtension(path).ToLowerInvariant() switch
            {
                ".csx" or ".cs" => [new ScriptSource(file, File.ReadAllText(path), directory, path)],
                ".ipynb" => [.. CodeCells(path).Select((text, i) =>
                    new ScriptSource($"{file}, code cell {i + 1}", text, directory, path))],
                ".dib" => [.. DibDocument.Load(path).Cells.Where(cell => cell.IsCSharp).Select(cell =>
                    new ScriptSource(file, cell.TextInPlace, directory, path))],
                var other => throw new DirectiveException(
                    $"{name} reads .csx, .cs, .ipynb and .dib files, "
                    + $"not {(other == "" ? "one without extension" : other)}: {path}"),
            };
        }
        catch (Exception exception)
            when (exception is NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            throw new DirectiveException($"{name}: {exception.Message}");
        }
    }

    private static IEnumerable<string> CodeCells(string path) =>
        Notebook.Load(path).Cells.Where(cell => cell.Kind == CellKind.Code).Select(cell => cell.Source);

    private static string Cycle(IEnumerable<string> importing, string path) =>
        "the file imports itself: "
        + string.Join(" → ", importing.Reverse().SkipWhile(file => file != path).Append(path).Select(Path.GetFileName));
}
