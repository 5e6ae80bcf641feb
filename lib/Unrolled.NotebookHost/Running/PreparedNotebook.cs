using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Execution;
using Unrolled.NotebookHost.Figures;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Running;

/// <summary>A notebook that has been read and can run, or the reason why it cannot.</summary>
internal sealed class PreparedNotebook
{
    private static readonly string[] OurLanguages = ["C#", "csharp", "polyglot-notebook"];

    private PreparedNotebook(NotebookSource source) => Source = source;

    public NotebookSource Source { get; }

    /// <summary>The document; null when it could not be read.</summary>
    public Notebook? Document { get; private init; }

    /// <summary>The figures that it was saved with.</summary>
    public SavedFigures Figures { get; private init; } = SavedFigures.None;

    /// <summary>The cells to run, the injected one included.</summary>
    public IReadOnlyList<NotebookCell> Cells { get; private init; } = [];

    public IReadOnlyList<PackageRequirement> Requirements { get; private init; } = [];

    /// <summary>The kernel that it requires; null for any.</summary>
    public string? Kernel { get; private init; }

    /// <summary>Why it cannot be run; null when it can.</summary>
    public string? Problem { get; private init; }

    /// <exception cref="UsageException">The given parameters do not fit the notebook.</exception>
    public static PreparedNotebook Prepare(NotebookSource source, RunOptions options)
    {
        try
        {
            Notebook document = Notebook.Load(source.Path, source.Name);
            if ((WhyNotOurs(source, document) ?? WhyNotKept(source, options)) is { } problem)
                return new PreparedNotebook(source) { Problem = problem };
            foreach (NotebookCell cell in document.Cells)
                Claim.Of(cell, source.Name);
            return new PreparedNotebook(source)
            {
                Document = document,
                Figures = SavedFigures.Of(document),
                Cells = ParameterInjection.Apply(document, source.Name, options.Parameters),
                Requirements = PackageRequirement.Of(document, source.Name),
                Kernel = KernelRequirement.Of(document, source.Name),
            };
        }
        catch (Exception exception)
            when (exception is NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            return new PreparedNotebook(source) { Problem = exception.Message };
        }
    }

    /// <summary>Where its packages come from.</summary>
    public NotebookFeed Feed => NotebookFeed.Of(
        Source.Folder, Document!.Cells.Where(cell => cell.Kind == CellKind.Code).Select(cell => cell.Source));

    /// <summary>The executed document with its own cells alone, counted as if the injected one had not run.</summary>
    public string ToJsonWithoutInjected()
    {
        foreach (NotebookCell cell in Cells.Except(Document!.Cells).SelectMany(CellsThatRanAfter))
        {
            cell.ExecutionCount--;
            foreach (JsonObject output in cell.Outputs.OfType<JsonObject>()
                .Where(output => output["execution_count"] is not null))
                output["execution_count"] = cell.ExecutionCount;
        }
        return Document!.ToCanonicalJson();
    }

    // Null for C#, and where the notebook does not say.
    private static string? WhyNotOurs(NotebookSource source, Notebook document) =>
        document.CodeLanguage is { } language && !OurLanguages.Contains(language, StringComparer.OrdinalIgnoreCase)
            ? $"{source.Name}: its kernel is {document.KernelName ?? "not named"} and its language {language}; only C# "
                + "runs here."
            : null;

    // Asked before it runs: an hour's outputs are not to be lost to a folder that takes no file.
    private static string? WhyNotKept(NotebookSource source, RunOptions options)
    {
        string keeping = "--save could not keep the outputs";
        try
        {
            if (options.Save)
                DurableFile.EnsureWritable(source.Path, source.Name);
            keeping = "--output-dir could not take the executed copy";
            if (options.OutputFolder is { } folder)
                DurableFile.EnsureWritable(ExecutedCopy.PathOf(source, folder));
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"{exception.Message.TrimEnd('.')}, so {keeping}; it was not run.";
        }
    }

    private IEnumerable<NotebookCell> CellsThatRanAfter(NotebookCell injected) =>
        Cells.SkipWhile(cell => cell != injected).Skip(1).Where(cell => cell.Runs);
}
