using Unrolled.Benchmarks.Measuring;
using Unrolled.Benchmarks.Reports;

namespace Unrolled.Tests.Benchmarks.Reports;

public sealed class TableReportTests
{
    [Fact]
    public void A_row_for_each_work_with_the_peers_beside_it_and_what_is_missing_by_name()
    {
        string[] lines = Report(RunPlan.Full, Rows.Measured, Rows.Unavailable, Rows.Streaming);
        Assert.Contains("FMA peak, one thread: 200 GFLOP/s.", lines);
        Assert.Contains("Medians of at least 20 runs after warm-up.", lines);
        Assert.Contains("lstm 1 training step 18.9 ms 100 50 % 12,345 37.7 ms 2.00×", lines);
        Assert.Contains("lstm 1 inference 5.00 ms 126 63 % – 4.00 ms 0.800×", lines);
        Assert.Contains("lstm 1 training step – – – – – –", lines);
        Assert.Contains("lstm 1 streaming step 2.50 µs 78.6 39 % –", lines);
        Assert.Contains("oneDNN: not measured: libdnnl-dev is not installed.", lines);
        Assert.Contains("one thread: not available: the layers run on one thread only.", lines);
    }

    [Fact]
    public void A_quick_run_is_named_as_such()
    {
        Assert.Contains(
            "Quick, too few runs to be quoted: medians of at least 5 runs after warm-up.", Report(RunPlan.Quick));
    }

    // Every line with single spaces.
    private static string[] Report(RunPlan plan, params RowResult[] rows)
    {
        using StringWriter output = new();
        TableReport report = new(output);
        report.Begin(Rows.Machine, plan);
        foreach (RowResult row in rows)
            report.Add(row);
        report.End();
        return [.. output.ToString().Split('\n')
            .Select(line => string.Join(' ', line.Split([' ', '\r'], StringSplitOptions.RemoveEmptyEntries)))];
    }
}
