namespace Unrolled.NotebookHost.Display;

/// <summary>Something on the page that can still change.</summary>
public sealed class DisplayedValue
{
    private readonly DisplayContext context;
    private readonly string[] mimeTypes;

    internal DisplayedValue(DisplayContext context, string displayId, string[] mimeTypes)
    {
        this.context = context;
        this.mimeTypes = mimeTypes;
        DisplayId = displayId;
    }

    /// <summary>The display's name in the notebook.</summary>
    public string DisplayId { get; }

    /// <summary>Shows another value in its place.</summary>
    public void Update(object? value) => context.Update(DisplayId, value, mimeTypes);
}
