using Unrolled.NotebookHost.Cells;

namespace Unrolled.NotebookHost.Display;

/// <summary>The display of one notebook, on which its code shows values.</summary>
internal sealed class DisplayContext(OutputSink output, FormatterRegistry formatters, Func<string?>? readLine)
    : INotebookDisplay
{
    private int displayCount;

    /// <summary>The context of the notebook that the running code belongs to; null before any cell has run.</summary>
    public static DisplayContext? Current => (DisplayContext?)CurrentNotebook.Display;

    /// <summary>The sink of all outputs.</summary>
    public OutputSink Output => output;

    /// <summary>The formatters of values.</summary>
    public FormatterRegistry Formatters => formatters;

    /// <summary>Asks the notebook's reader for a line; null where no reader is present.</summary>
    public Func<string?>? ReadLine => readLine;

    /// <inheritdoc/>
    public string Show(object? value, IReadOnlyList<string> mimeTypes) => Publish(formatters.Format(value, mimeTypes));

    /// <inheritdoc/>
    public string ShowContent(string content, string mimeType) => Publish(MimeBundle.Of((mimeType, content)));

    /// <inheritdoc/>
    public void Update(string displayId, object? value, IReadOnlyList<string> mimeTypes) =>
        output.Publish(new DisplayOutput(formatters.Format(value, mimeTypes), displayId, IsUpdate: true));

    /// <inheritdoc/>
    public void Clear(bool wait) => output.Publish(new ClearOutput(wait));

    private string Publish(MimeBundle bundle)
    {
        string id = $"display-{Interlocked.Increment(ref displayCount)}";
        output.Publish(new DisplayOutput(bundle, id));
        return id;
    }
}
