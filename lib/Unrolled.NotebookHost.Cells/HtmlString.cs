namespace Unrolled.NotebookHost.Cells;

/// <summary>A text that is HTML.</summary>
/// <param name="content">The HTML.</param>
public sealed class HtmlString(string content)
{
    /// <summary>The HTML as it was given.</summary>
    public override string ToString() => content;
}
