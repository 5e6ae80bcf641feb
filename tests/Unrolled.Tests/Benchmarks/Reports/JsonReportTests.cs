using System.Text.Json.Nodes;
using Unrolled.Benchmarks.Measuring;
using Unrolled.Benchmarks.Reports;
using Unrolled.Benchmarks.Scaling;
using Unrolled.Benchmarks.Workloads;

namespace Unrolled.Tests.Benchmarks.Reports;

public sealed class JsonReportTests : IDisposable
{
    private readonly StringWriter output = new();
    private readonly JsonReport report;

    public JsonReportTests()
    {
        report = new JsonReport(output);
        report.Begin(Rows.Machine, RunPlan.Full);
    }

    public void Dispose() => output.Dispose();

    [Fact]
    public void A_row_is_one_line_that_begins_with_what_was_measured()
    {
        report.Add(Rows.Measured);
        string line = Assert.Single(Lines());
        Assert.StartsWith(
            """{"workload":"W2","cell":"lstm","threads":1,"train_ms":18.87,"infer_ms":"""
            + """5,"gflops":100,"peak_gflops":200,"peak_share":0.5,"allocated_bytes":12345,"allocation_steps":100,""",
            line);
        Assert.EndsWith("""
            "load":0.25,"quick":false}
            """, line);
    }

    [Fact]
    public void A_peer_has_its_times_and_how_many_times_as_fast_the_layers_are()
    {
        report.Add(Rows.Measured);
        JsonNode libtorch = JsonNode.Parse(Assert.Single(Lines()))!["peers"]!["libtorch"]!;
        Assert.Equal(
            """{"train_ms":37.75,"infer_ms":4,"train_ratio":2,"infer_ratio":0.8,"version":"1.13"}""",
            libtorch.ToJsonString());
    }

    [Fact]
    public void A_missing_peer_has_its_reason_and_nothing_else()
    {
        report.Add(Rows.Measured);
        JsonNode oneDnn = JsonNode.Parse(Assert.Single(Lines()))!["peers"]!["onednn"]!;
        Assert.Equal("""{"missing":"libdnnl-dev is not installed"}""", oneDnn.ToJsonString());
    }

    [Fact]
    public void Threads_that_the_layers_cannot_use_have_no_times()
    {
        report.Add(Rows.Unavailable);
        JsonObject line = JsonNode.Parse(Assert.Single(Lines()))!.AsObject();
        Assert.Equal("the layers run on one thread only", (string?)line["not_available"]);
        Assert.Empty(line.Select(field => field.Key)
            .Intersect(["train_ms", "infer_ms", "gflops", "peak_share", "allocated_bytes", "peers"]));
    }

    [Fact]
    public void What_cannot_be_scaled_is_a_line_too()
    {
        report.NotAvailable(2, "the reason");
        Assert.Equal("""{"threads":2,"not_available":"the reason"}""", Assert.Single(Lines()));
    }

    [Fact]
    public void A_streaming_step_is_given_in_microseconds_and_as_inference()
    {
        report.Add(Rows.Streaming);
        JsonNode line = JsonNode.Parse(Assert.Single(Lines()))!;
        Assert.Equal((2.5, .0025), ((double)line["step_us"]!, (double)line["infer_ms"]!));
        Assert.Null(line["train_ms"]);
    }

    [Fact]
    public void A_fit_is_one_line()
    {
        report.Add(new ScalingResult(ScalingAxis.All[0], CellKind.Gru, 1, [1, 2, 4, 8, 16]));
        Assert.StartsWith(
            """{"scaling":"T","cell":"gru","threads":1,"sizes":"""
            + """[25,50,100,200,400],"train_ms":[1,2,4,8,16],"exponent":1,""",
            Assert.Single(Lines()));
    }

    private string[] Lines() =>
        output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
