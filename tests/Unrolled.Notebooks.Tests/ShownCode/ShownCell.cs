using Markdig;
using Markdig.Syntax;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.Notebooks.Tests.ShownCode;

/// <summary>A cell that shows code of the library, and says which by its metadata, <c>unrolled.shows</c>.</summary>
/// <param name="Reference">A file below the clone's root and a member in it: <c>lib/Unrolled/Cells/RnnCell.cs#Forward</c>.</param>
/// <param name="Code">The code shown: a code cell's text, or the one C# block of a Markdown cell.</param>
internal sealed record ShownCell(string Reference, string Code)
{
    /// <summary>What a cell shows; null when it says nothing of showing any.</summary>
    /// <exception cref="FormatException">A Markdown cell has no C# block, or more than one.</exception>
    public static ShownCell? Of(NotebookCell cell) =>
        (string?)cell.Json["metadata"]?["unrolled"]?["shows"] is { } reference
            ? new ShownCell(reference, cell.Kind == CellKind.Code ? cell.Source : OnlyBlock(cell))
            : null;

    private static string OnlyBlock(NotebookCell cell)
    {
        FencedCodeBlock[] blocks =
            [.. Markdown.Parse(cell.Source).Descendants<FencedCodeBlock>().Where(block => block.Info == "csharp")];
        return blocks is [var only]
            ? only.Lines.ToString()
            : throw new FormatException($"The cell {cell.Id} shows library code in {blocks.Length} csharp blocks; expected one.");
    }
}
