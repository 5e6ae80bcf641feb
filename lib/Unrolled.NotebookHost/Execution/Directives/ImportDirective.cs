using Unrolled.NotebookHost.Notebooks;

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
            throw new DirectiveException(
                $"{name}: there is no file {path}; if the build writes it, build first with `dotnet build`");
        if (cell.Importing.Contains(path))
            throw new DirectiveException($"{name}: {Cycle(cell.Importing, path)}");

        cell.Importing.Push(path);
        foreach (ScriptSource source in Read(path))
            await RunAsync(source, call, cell);
        cell.Importing.Pop();
    }

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
