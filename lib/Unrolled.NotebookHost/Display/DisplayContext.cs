using Unrolled.NotebookHost.Outputs;

namespace Unrolled.NotebookHost.Display;

/// <summary>Where the code of one notebook shows its values.</summary>
internal sealed class DisplayContext(OutputSink output, FormatterRegistry formatters)
{
    private static readonly AsyncLocal<DisplayContext?> OfThisFlow = new();
    private static volatile DisplayContext? latest;
    private int displayCount;

    /// <summary>
    /// The notebook that the running code belongs to. It flows with threads and tasks; where a thread was started
    /// without its context, it is the notebook that ran last.
    /// </summary>
    public static DisplayContext? Current => OfThisFlow.Value ?? latest;

    /// <summary>Where outputs go.</summary>
    public OutputSink Output => output;

    /// <summary>How values become MIME types.</summary>
    public FormatterRegistry Formatters => formatters;

    /// <summary>The code that follows, and all that it starts, belongs to this notebook.</summary>
    public static void Enter(DisplayContext context)
    {
        OfThisFlow.Value = context;
        latest = context;
    }

    /// <summary>The notebook that the running code belongs to.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static DisplayContext Require() =>
        Current ?? throw new InvalidOperationException("display works only in a notebook's cell, and no cell has run.");

    /// <summary>Shows a value.</summary>
    public DisplayedValue Show(object? value, string[] mimeTypes) => Publish(formatters.Format(value, mimeTypes), mimeTypes);

    /// <summary>Shows a text that is content of a MIME type already.</summary>
    public DisplayedValue ShowContent(string content, string mimeType) =>
        Publish(MimeBundle.Of((mimeType, content)), [mimeType]);

    /// <summary>Replaces what a display shows.</summary>
    public void Update(string displayId, object? value, string[] mimeTypes) =>
        output.Publish(new DisplayOutput(formatters.Format(value, mimeTypes), displayId, IsUpdate: true));

    private DisplayedValue Publish(MimeBundle bundle, string[] mimeTypes)
    {
        string id = $"display-{Interlocked.Increment(ref displayCount)}";
        output.Publish(new DisplayOutput(bundle, id));
        return new DisplayedValue(this, id, mimeTypes);
    }
}
