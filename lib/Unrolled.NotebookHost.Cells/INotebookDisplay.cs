namespace Unrolled.NotebookHost.Cells;

/// <summary>The page that a cell shows its values on, as the host provides it.</summary>
internal interface INotebookDisplay
{
    /// <summary>Shows a value and returns the display's id.</summary>
    string Show(object? value, IReadOnlyList<string> mimeTypes);

    /// <summary>Shows a text that is content of a MIME type already, and returns the display's id.</summary>
    string ShowContent(string content, string mimeType);

    /// <summary>Replaces what a display shows.</summary>
    void Update(string displayId, object? value, IReadOnlyList<string> mimeTypes);

    /// <summary>Removes what the cell has shown.</summary>
    void Clear(bool wait);
}
