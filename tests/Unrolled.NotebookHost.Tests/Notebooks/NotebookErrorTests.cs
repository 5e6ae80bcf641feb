using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Tests.Notebooks;

public class NotebookErrorTests
{
    [Theory]
    [InlineData("", "n.ipynb(line 1, column 1)")]
    [InlineData("{", "n.ipynb(line 1, column 2)")]
    [InlineData("{\n \"循环\": x}", "n.ipynb(line 2, column 8)")]
    [InlineData("{\n \"a\": 1,\n<<<<<<< HEAD\n}", "n.ipynb(line 3, column 1)")]
    [InlineData("{} {}", "n.ipynb(line 1, column 4)")]
    [InlineData("{\"a\": NaN}", "n.ipynb(line 1, column 7)")]
    [InlineData("{\n\"a\": 1,\n  \"a\": 2}", "n.ipynb(line 3, column 3): not valid JSON: the key \"a\" stands twice")]
    public void Damaged_json_is_named_with_file_line_and_column(string json, string expected)
    {
        Assert.StartsWith(expected, ErrorOf(json));
    }

    [Theory]
    [InlineData("[]", "n.ipynb: not a notebook: expected a JSON object")]
    [InlineData("null", "n.ipynb: not a notebook: expected a JSON object")]
    [InlineData("{}", "n.ipynb: not a notebook: expected a whole number under \"nbformat\"")]
    [InlineData(
        """{"nbformat": 3, "nbformat_minor": 0, "worksheets": []}""", "n.ipynb: nbformat 3 is too old, expected 4")]
    [InlineData("""{"nbformat": 5, "nbformat_minor": 0, "cells": []}""", "n.ipynb: nbformat 5 is newer")]
    [InlineData("""{"nbformat": 4, "cells": []}""", "n.ipynb: expected a whole number under \"nbformat_minor\"")]
    [InlineData("""{"nbformat": 4, "nbformat_minor": 5}""", "n.ipynb: not a notebook: it has no list of \"cells\"")]
    [InlineData(
        """{"nbformat": 4, "nbformat_minor": 5, "cells": [], "metadata": 1}""",
        "n.ipynb: \"metadata\" must be an object")]
    public void Document_that_is_no_notebook_is_refused_with_the_reason(string json, string expected)
    {
        Assert.StartsWith(expected, ErrorOf(json));
    }

    [Theory]
    [InlineData("1", "expected an object")]
    [InlineData("""{"source": ""}""", "it has no \"cell_type\"")]
    [InlineData("""{"cell_type": "heading", "source": ""}""", "unknown \"cell_type\" \"heading\"")]
    [InlineData("""{"cell_type": "code"}""", "\"source\" must be a string or a list of strings")]
    [InlineData("""{"cell_type": "code", "source": ["a", 1]}""", "\"source\" must be a string or a list of strings")]
    [InlineData("""{"cell_type": "code", "source": "", "id": 1}""", "\"id\" must be a string")]
    [InlineData("""{"cell_type": "code", "source": "", "id": "first"}""", "the id \"first\" is already that of cell 1")]
    [InlineData("""{"cell_type": "code", "source": "", "metadata": []}""", "\"metadata\" must be an object")]
    [InlineData(
        """{"cell_type": "code", "source": "", "execution_count": 1.5}""",
        "\"execution_count\" must be a whole number or null")]
    [InlineData("""{"cell_type": "code", "source": "", "outputs": {}}""", "\"outputs\" must be a list")]
    public void Cell_that_is_not_as_nbformat_has_it_is_named_by_number(string cell, string expected)
    {
        Assert.StartsWith($"n.ipynb: cell 2: {expected}", ErrorOf(WithSecondCell(cell)));
    }

    [Theory]
    [InlineData("{}", "it has no \"output_type\"")]
    [InlineData("""{"output_type": "stream", "name": "stdout"}""", "\"text\" must be a string or a list of strings")]
    [InlineData("""{"output_type": "display_data", "data": []}""", "\"data\" must be an object")]
    [InlineData("""{"output_type": "error", "traceback": "x"}""", "\"traceback\" must be a list of strings")]
    public void Output_that_is_not_as_nbformat_has_it_is_named_by_cell_and_number(string output, string expected)
    {
        string cell = $$"""{"cell_type": "code", "source": "", "outputs": [{"output_type": "other"}, {{output}}]}""";

        Assert.StartsWith($"n.ipynb: cell 2, output 2: {expected}", ErrorOf(WithSecondCell(cell)));
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_refused_and_not_replaced()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["n.ipynb"], [.. "{\n\"循\": \""u8, 0xE9, .. "\"}"u8]);

        var error = Assert.Throws<NotebookFormatException>(() => Notebook.Load(folder["n.ipynb"]));

        Assert.Contains("n.ipynb(line 2, column 7): the bytes here are not UTF-8", error.Message);
    }

    [Fact]
    public void Text_with_half_a_surrogate_pair_is_refused_and_not_replaced()
    {
        Assert.Equal(
            "n.ipynb: not valid text: half of a surrogate pair stands alone at character 2.", ErrorOf("\"\ud83d\""));
    }

    private static string WithSecondCell(string cell) =>
        """{"nbformat": 4, "nbformat_minor": 5, "cells": [{"cell_type": "raw", "id": "first", "source": ""}, """
        + $"{cell}]}}";

    private static string ErrorOf(string json) =>
        Assert.Throws<NotebookFormatException>(() => Notebook.Parse(json, "n.ipynb")).Message;
}
