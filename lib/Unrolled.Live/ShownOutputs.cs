using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Book;
using Unrolled.NotebookHost.Display;
using Unrolled.NotebookHost.Notebooks;
using Unrolled.NotebookHost.Running;
using Unrolled.NotebookHost.Workers;

namespace Unrolled.Live;

/// <summary>
/// The outputs of the running cell, as the HTML that the book would have. The page is told of what has changed, at most
/// twenty times a second, so that a flood of text does not drown it.
/// </summary>
/// <param name="notebook">The notebook's path.</param>
/// <param name="page">The notebook's page within the book.</param>
/// <param name="show">
/// Takes the cell, the number of outputs that stay, and the HTML of all that follow them.
/// </param>
/// <param name="progress">Takes the cell and the line that tells how far it has come; an empty one erases it.</param>
internal sealed class ShownOutputs(
    string notebook, string page, Action<string, int, string[]> show, Action<string, string> progress)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly OutputCollector collector = new();
    private readonly PageContext context = new(
        new Chapter(
            notebook, page, "", "", "",
            Notebook.Parse("""{"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[]}""", notebook), null),
        [], new Edition());

    // An update replaces the data of an output, and so its HTML.
    private ConditionalWeakTable<JsonNode, string> rendered = [];
    private NotebookCell cell = NotebookCell.Code("", "");
    private List<string> shown = [];
    private long shownAt;

    /// <summary>A cell begins: what it showed before is gone.</summary>
    public void Begin(RunCellRequest request)
    {
        cell = NotebookCell.Code(request.Id, request.Source);
        collector.BeginCell(cell, request.Number);
        (rendered, shown, shownAt) = ([], [], 0);
        show(cell.Id, 0, []);
    }

    /// <summary>Takes an output of the cell.</summary>
    public void Add(CellOutput output)
    {
        if (output is ProgressOutput { Text: var text })
        {
            progress(cell.Id, text);
            return;
        }
        collector.Add(output);
        if (shownAt == 0 || Stopwatch.GetElapsedTime(shownAt) > Pause)
            ShowChanges();
    }

    /// <summary>The cell has ended.</summary>
    public void End()
    {
        collector.EndCell();
        ShowChanges();
    }

    /// <summary>The cell's outputs in nbformat's form.</summary>
    public string AsJson() => cell.Outputs.ToJsonString();

    private void ShowChanges()
    {
        List<string> now = [.. collector.Current.Select(Html)];
        int same = now.Zip(shown).TakeWhile(pair => ReferenceEquals(pair.First, pair.Second)).Count();
        if (same < now.Count || now.Count < shown.Count)
            show(cell.Id, same, [.. now.Skip(same)]);
        (shown, shownAt) = (now, Stopwatch.GetTimestamp());
    }

    private string Html(JsonObject output) => rendered.GetValue(output["data"] ?? output, _ => Render(output));

    // The scripts that outputs share are files of the book already; all else is in the page itself.
    private string Render(JsonObject output)
    {
        string html = OutputRenderer.Render(output, context);
        foreach ((string path, byte[] content) in context.Edition.Files)
            if (!path.EndsWith(".js", StringComparison.Ordinal))
                html = html.Replace(
                    $"\"{context.LinkTo(path)}\"",
                    $"\"data:{MimeTypes.Of(path)};base64,{Convert.ToBase64String(content)}\"",
                    StringComparison.Ordinal);
        return html;
    }
}

/// <summary>The MIME types of the images that an output holds.</summary>
internal static class MimeTypes
{
    /// <summary>The type that a file's extension stands for.</summary>
    public static string Of(string path) => Path.GetExtension(path) switch
    {
        ".jpg" => "image/jpeg",
        ".svg" => "image/svg+xml",
        var extension => $"image/{extension.TrimStart('.')}",
    };
}
