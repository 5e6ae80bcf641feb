using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Tests.Notebooks;

public sealed class DibDocumentTests
{
    [Fact]
    public void Language_lines_begin_cells_and_empty_cells_are_none()
    {
        DibDocument document = DibDocument.Parse(
            "#!meta\n{}\n#!csharp\n\nvar x = 1;\n#!time\nx\n#!markdown\n\n#!html\r\n<b>\r\n");
        Assert.Equal(["meta", "csharp", "html"], document.Cells.Select(cell => cell.Language));
        Assert.Equal("\nvar x = 1;\n#!time\nx", document.Cells[1].Text);
        Assert.Equal(4, document.Cells[1].FirstLine);
    }

    [Fact]
    public void Text_before_the_first_language_line_is_csharp()
    {
        DibCell cell = Assert.Single(DibDocument.Parse("var x = 1;").Cells);
        Assert.True(cell.IsCSharp);
        Assert.Equal(1, cell.FirstLine);
    }

    [Fact]
    public void A_cells_text_in_place_has_the_files_line_numbers()
    {
        DibCell cell = DibDocument.Parse("#!markdown\nprose\n#!csharp\nvar x = 1;").Cells[1];
        Assert.Equal("var x = 1;", cell.TextInPlace.Split('\n')[3]);
    }
}
