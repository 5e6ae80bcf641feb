using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Tests.Notebooks;

public class NotebookTests
{
    private const string Minimal = """{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": []}""";

    [Fact]
    public void Notebook_is_written_byte_for_byte_as_nbformat_wrote_it()
    {
        Notebook notebook = Notebook.Load(Fixtures.PathOf("everything.ipynb"));

        Assert.Equal(Fixtures.Read("everything.canonical.ipynb"), notebook.ToCanonicalJson());
    }

    [Fact]
    public void Canonical_form_of_the_canonical_form_is_itself()
    {
        string canonical = Fixtures.Read("everything.canonical.ipynb");

        Assert.Equal(canonical, Notebook.Parse(canonical, "everything.ipynb").ToCanonicalJson());
    }

    [Fact]
    public void Writing_does_not_change_the_document_in_memory()
    {
        Notebook notebook = Notebook.Load(Fixtures.PathOf("everything.ipynb"));
        string before = notebook.Json.ToJsonString();

        notebook.ToCanonicalJson();

        Assert.Equal(before, notebook.Json.ToJsonString());
    }

    [Fact]
    public void Upgrade_from_4_0_gives_every_cell_its_own_id_and_what_4_5_requires()
    {
        Notebook notebook = OldNotebook("same", "same", "other");

        notebook.Upgrade();

        Assert.Equal(5, notebook.MinorVersion);
        Assert.Equal(3, notebook.Cells.Select(cell => cell.Id).Distinct().Count());
        Assert.All(notebook.Cells, cell =>
        {
            Assert.Matches("^[0-9a-f]{8}$", cell.Id);
            Assert.True(cell.Json.ContainsKey("execution_count"));
            Assert.IsType<JsonArray>(cell.Json["outputs"]);
        });
    }

    [Fact]
    public void Ids_are_the_same_every_time_and_survive_a_cell_put_in_between()
    {
        Notebook notebook = OldNotebook("one", "two");
        Notebook longer = OldNotebook("one", "between", "two");

        notebook.Upgrade();
        longer.Upgrade();

        Assert.Equal([notebook.Cells[0].Id, notebook.Cells[1].Id], [longer.Cells[0].Id, longer.Cells[2].Id]);
    }

    [Fact]
    public void Inserted_and_removed_cells_stand_in_the_json_too()
    {
        Notebook notebook = Notebook.Load(Fixtures.PathOf("everything.ipynb"));
        int count = notebook.Cells.Count;

        notebook.InsertCell(1, NotebookCell.Code("injected", "x = 3;", "injected-parameters"));
        notebook.RemoveCellAt(0);

        Assert.Equal(count, notebook.Cells.Count);
        Assert.True(notebook.Cells[0].HasTag("injected-parameters"));
        Assert.Equal("injected", notebook.Json["cells"]![0]!["id"]!.GetValue<string>());
        Assert.Contains("\"x = 3;\"", notebook.ToCanonicalJson());
    }

    [Fact]
    public void Cell_of_another_document_is_refused_and_nothing_changes()
    {
        Notebook notebook = Notebook.Load(Fixtures.PathOf("everything.ipynb"));
        string before = notebook.ToCanonicalJson();

        Assert.Throws<InvalidOperationException>(() => notebook.InsertCell(0, notebook.Clone().Cells[0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => notebook.InsertCell(5, NotebookCell.Markdown("new", "")));

        Assert.Equal(4, notebook.Cells.Count);
        Assert.Equal(before, notebook.ToCanonicalJson());
    }

    [Fact]
    public void Clone_shares_nothing()
    {
        Notebook notebook = Notebook.Load(Fixtures.PathOf("everything.ipynb"));
        string before = notebook.ToCanonicalJson();

        Notebook clone = notebook.Clone();
        clone.Cells[2].ClearOutputs();
        clone.Cells[2].Source = "changed";
        clone.RemoveCellAt(0);

        Assert.Equal(before, notebook.ToCanonicalJson());
    }

    [Fact]
    public void Outputs_and_counts_that_are_set_are_written()
    {
        Notebook notebook = Notebook.Load(Fixtures.PathOf("everything.ipynb"));

        notebook.Cells[3].ExecutionCount = 7;
        notebook.Cells[3].Outputs =
            [new JsonObject { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = "a\nb" }];

        JsonNode cell = Notebook.Parse(notebook.ToCanonicalJson(), "again.ipynb").Cells[3].Json;
        Assert.Equal(7, cell["execution_count"]!.GetValue<int>());
        Assert.Equal(["a\n", "b"], cell["outputs"]![0]!["text"]!.AsArray().Select(line => line!.GetValue<string>()));
    }

    [Fact]
    public void Reading_properties_adds_nothing_to_the_document()
    {
        Notebook notebook = OldNotebook("1");
        string before = notebook.Json.ToJsonString();

        _ = (notebook.KernelName, notebook.Language, notebook.Cells[0].Tags, notebook.Cells[0].Outputs);

        Assert.Equal(before, notebook.Json.ToJsonString());
    }

    [Fact]
    public void Metadata_tells_kernel_and_language()
    {
        Notebook notebook = Notebook.Parse(
            """
            {"nbformat": 4, "nbformat_minor": 5, "cells": [], "metadata": {
              "kernelspec": {"name": ".net-csharp"}, "unrolled": {"language": "zh"}}}
            """, "n.ipynb");

        Assert.Equal(".net-csharp", notebook.KernelName);
        Assert.Equal("zh", notebook.Language);
    }

    [Fact]
    public void Unpaired_surrogates_survive_reading_and_writing()
    {
        string notebook = Minimal.Replace(
            "\"metadata\": {}", "\"metadata\": {\"\\ud83d\": \"\\uDE00 \\ud83d\\ude00\"}");

        Assert.Contains("\"\\ud83d\": \"\\ude00 😀\"", Notebook.Parse(notebook, "n.ipynb").ToCanonicalJson());
    }

    [Fact]
    public void Byte_order_mark_is_read_over_and_not_written()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("n.ipynb", "\ufeff" + Minimal);

        Notebook.Load(path).Save(path);

        Assert.Equal((byte)'{', File.ReadAllBytes(path)[0]);
    }

    [Fact]
    public void Save_leaves_no_temporary_file()
    {
        using var folder = new TemporaryFolder();

        Notebook.Parse(Minimal, "n.ipynb").Save(folder["n.ipynb"]);

        Assert.Equal([folder["n.ipynb"]], Directory.GetFileSystemEntries(folder.Path));
    }

    private static Notebook OldNotebook(params string[] sources)
    {
        IEnumerable<string> cells = sources.Select(source => $$"""{"cell_type": "code", "source": "{{source}}"}""");
        return Notebook.Parse(
            $$"""{"nbformat": 4, "nbformat_minor": 0, "cells": [{{string.Join(",", cells)}}]}""", "old.ipynb");
    }
}
