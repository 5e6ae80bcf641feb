namespace Unrolled.NotebookHost.Cells;

/// <summary>
/// The functions that cells can call without a using: they are imported into every cell. The names are .NET
/// Interactive's, so that its notebooks run.
/// </summary>
public static class CellFunctions
{
    /// <summary>Shows a value now.</summary>
    /// <param name="value">Anything, null included.</param>
    /// <param name="mimeTypes">The MIME types to show it in; none means those that suit the value.</param>
    /// <returns>A handle that can change what is shown.</returns>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static DisplayedValue display(object? value, params string[] mimeTypes) => value.Display(mimeTypes);

    /// <summary>A text that is HTML: shown as it is when it is a cell's result or displayed.</summary>
    public static HtmlString HTML(string content) => new(content);

    /// <summary>Shows a value now.</summary>
    /// <param name="value">Anything, null included.</param>
    /// <param name="mimeTypes">The MIME types to show it in; none means those that suit the value.</param>
    /// <returns>A handle that can change what is shown.</returns>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes)
    {
        INotebookDisplay notebook = CurrentNotebook.Require();
        return new DisplayedValue(notebook, notebook.Show(value, mimeTypes), mimeTypes);
    }

    /// <summary>
    /// Shows a text as content of a MIME type, as it is: <c>"# Title".DisplayAs("text/markdown")</c>.
    /// </summary>
    /// <returns>A handle that can change what is shown.</returns>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static DisplayedValue DisplayAs(this string content, string mimeType)
    {
        INotebookDisplay notebook = CurrentNotebook.Require();
        return new DisplayedValue(notebook, notebook.ShowContent(content, mimeType), [mimeType]);
    }

    /// <summary>Removes what this cell has shown so far.</summary>
    /// <param name="wait">
    /// True to remove it only when something new is there to take its place, so that nothing flickers.
    /// </param>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static void ClearOutput(bool wait = false) => CurrentNotebook.Require().Clear(wait);
}
