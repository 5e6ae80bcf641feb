namespace Unrolled.NotebookHost.Cells;

/// <summary>Something on the page that can still change.</summary>
public sealed class DisplayedValue
{
    private readonly INotebookDisplay display;
    private readonly string[] mimeTypes;

    internal DisplayedValue(INotebookDisplay display, string displayId, string[] mimeTypes)
    {
        this.display = display;
        this.mimeTypes = mimeTypes;
        DisplayId = displayId;
    }

    /// <summary>The display's name in the notebook.</summary>
    public string DisplayId { get; }

    /// <summary>Shows another value in its place.</summary>
    public void Update(object? value) => display.Update(DisplayId, value, mimeTypes);
}
