using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Display;
using Unrolled.NotebookHost.Notebooks;
using Unrolled.NotebookHost.Running;

namespace Unrolled.NotebookHost.Tests.Running;

public sealed class OutputCollectorTests
{
    private readonly OutputCollector collector = new();

    [Fact]
    public void Neighbouring_writes_to_one_stream_become_one_output()
    {
        NotebookCell cell = Collect(Out("a"), Out("b\n"), Error("c"), Out("d"));

        AssertJson("""
            [
              { "name": "stdout", "output_type": "stream", "text": ["ab\n"] },
              { "name": "stderr", "output_type": "stream", "text": ["c"] },
              { "name": "stdout", "output_type": "stream", "text": ["d"] }
            ]
            """, cell.Outputs);
    }

    [Fact]
    public void Empty_writes_leave_no_output() => Assert.Empty(Collect(Out(""), Out("")).Outputs);

    [Fact]
    public void Colours_stay_in_saved_text() =>
        Assert.Equal(
            "\u001b[31mred\u001b[0m",
            Collect(Out("\u001b[31mred\u001b[0m")).Outputs[0]!["text"]![0]!.GetValue<string>());

    [Fact]
    public void Every_kind_of_output_has_nbformats_shape()
    {
        MimeBundle bundle = new(
            new JsonObject
            {
                ["text/html"] = "<p>\n</p>",
                ["image/png"] = "iVBOR\n",
                ["image/svg+xml"] = "<svg>\n</svg>",
                ["application/json"] = new JsonObject { ["a"] = 1 },
            },
            new JsonObject { ["isolated"] = true });

        NotebookCell cell = Collect(
            new DisplayOutput(bundle),
            new ResultOutput(MimeBundle.Of(("text/plain", "42"))),
            new ErrorOutput("E", "no", ["line 1", "line 2"], 3));

        AssertJson("""
            [
              {
                "data": {
                  "text/html": ["<p>\n", "</p>"],
                  "image/png": "iVBOR\n",
                  "image/svg+xml": ["<svg>\n", "</svg>"],
                  "application/json": { "a": 1 }
                },
                "metadata": { "isolated": true },
                "output_type": "display_data"
              },
              {
                "data": { "text/plain": ["42"] },
                "execution_count": 7,
                "metadata": {},
                "output_type": "execute_result"
              },
              { "ename": "E", "evalue": "no", "output_type": "error", "traceback": ["line 1", "line 2"] }
            ]
            """, cell.Outputs);
        Assert.Equal(7, cell.ExecutionCount);
    }

    [Fact]
    public void An_update_rewrites_its_display_in_every_earlier_cell_and_adds_nothing()
    {
        NotebookCell first = Collect(Display("0 %", "progress"), Display("other", "else"));
        NotebookCell second = Collect(Display("50 %", "progress"));
        NotebookCell third = Collect(Display("100 %", "progress", isUpdate: true));

        Assert.Equal(["100 %", "other"], Texts(first));
        Assert.Equal(["100 %"], Texts(second));
        Assert.Empty(third.Outputs);
    }

    [Fact]
    public void An_update_of_an_unknown_display_adds_nothing() =>
        Assert.Empty(Collect(Display("lost", "nobody", isUpdate: true)).Outputs);

    [Fact]
    public void A_clear_forgets_what_the_cell_has_shown() =>
        Assert.Equal(
            ["new"], Texts(Collect(Out("old"), Display("old", "a"), new ClearOutput(false), Display("new", "b"))));

    [Fact]
    public void A_clear_that_waits_forgets_when_something_new_arrives()
    {
        Assert.Equal(["new"], Texts(Collect(Display("old", "a"), new ClearOutput(true), Display("new", "b"))));
        Assert.Equal(["old"], Texts(Collect(Display("old", "c"), new ClearOutput(true))));
    }

    [Fact]
    public void A_clear_that_waits_does_not_wait_for_an_update() =>
        Assert.Equal(
            ["new"], Texts(Collect(Display("old", "a"), new ClearOutput(true), Display("new", "a", isUpdate: true))));

    [Fact]
    public void A_cleared_display_is_not_updated_any_more()
    {
        NotebookCell cell = Collect(
            Display("old", "a"), new ClearOutput(false), Display("new", "b"), Display("late", "a", isUpdate: true));

        Assert.Equal(["new"], Texts(cell));
    }

    [Fact]
    public void Outputs_of_an_earlier_run_are_gone()
    {
        NotebookCell cell = Cell();
        cell.Outputs = [new JsonObject { ["output_type"] = "stream" }];

        collector.BeginCell(cell, 1);
        collector.EndCell();

        Assert.Empty(cell.Outputs);
    }

    private static NotebookCell Cell() => new(new JsonObject { ["cell_type"] = "code", ["outputs"] = new JsonArray() });

    private static StreamOutput Out(string text) => new(StreamOutput.StandardOutput, text);

    private static StreamOutput Error(string text) => new(StreamOutput.StandardError, text);

    private static DisplayOutput Display(string text, string id, bool isUpdate = false) =>
        new(MimeBundle.Of(("text/plain", text)), id, isUpdate);

    private static IEnumerable<string> Texts(NotebookCell cell) =>
        cell.Outputs.Select(output => output!["data"]!["text/plain"]![0]!.GetValue<string>());

    private static void AssertJson(string expected, JsonNode actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual.ToJsonString());

    private NotebookCell Collect(params CellOutput[] outputs)
    {
        NotebookCell cell = Cell();
        collector.BeginCell(cell, 7);
        foreach (CellOutput output in outputs)
            collector.Add(output);
        collector.EndCell();
        return cell;
    }
}
