namespace Unrolled.NotebookHost.Cells;

/// <summary>
/// The notebook that the running code belongs to. It flows with threads and tasks; where a thread was started without
/// its context, it is the notebook that ran last.
/// </summary>
internal static class CurrentNotebook
{
    private static readonly AsyncLocal<INotebookDisplay?> OfThisFlow = new();
    private static volatile INotebookDisplay? latest;

    /// <summary>The display of the notebook; null before any cell has run.</summary>
    public static INotebookDisplay? Display => OfThisFlow.Value ?? latest;

    /// <summary>The code that follows, and all that it starts, belongs to this notebook.</summary>
    public static void Enter(INotebookDisplay display)
    {
        OfThisFlow.Value = display;
        latest = display;
    }

    /// <summary>The display of the notebook.</summary>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static INotebookDisplay Require() =>
        Display ?? throw new InvalidOperationException("display works only in a notebook's cell, and no cell has run.");
}
