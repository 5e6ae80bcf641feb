namespace Unrolled.NotebookHost.Book;

/// <summary>How a text begins.</summary>
/// <param name="Title">Its first heading of level 1 as plain text; null when it has none.</param>
/// <param name="TitleHtml">The same as HTML without links.</param>
/// <param name="SummaryHtml">Its first paragraph as HTML without links; empty when it has none.</param>
internal sealed record Opening(string? Title, string? TitleHtml, string SummaryHtml);
