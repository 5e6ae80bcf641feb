using System.Globalization;
using Spectre.Console;
using Unrolled.Benchmarks.Contenders;
using Unrolled.Benchmarks.Measuring;
using Unrolled.Benchmarks.Scaling;
using Unrolled.Benchmarks.Workloads;

namespace Unrolled.Benchmarks.Reports;

/// <summary>Tables to read, one for each workload and one for each fit.</summary>
internal sealed class TableReport : IReport
{
    private readonly IAnsiConsole console;
    private readonly List<RowResult> rows = [];

    internal TableReport(TextWriter output)
    {
        console = AnsiConsole.Create(
            new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(output) });
        // No column is broken, whatever the output is.
        console.Profile.Width = Math.Max(console.Profile.Width, 160);
    }

    public void Begin(Machine machine, RunPlan plan)
    {
        foreach ((int threads, double peak) in machine.PeakGflops)
            WriteLine($"FMA peak, {Threads(threads)}: {Number(peak)} GFLOP/s.");
        if (machine.Load is { } load)
            WriteLine(string.Create(CultureInfo.InvariantCulture, $"Load average of the minute before: {load}."));
        WriteLine(
            $"{(plan.IsQuick ? "Quick, too few runs to be quoted: medians" : "Medians")} of at least {plan.Runs} runs "
            + "after warm-up.");
    }

    public void Add(RowResult row)
    {
        if (rows.Count > 0 && rows[0].Workload != row.Workload)
            WriteRows();
        rows.Add(row);
    }

    public void Add(ScalingResult result)
    {
        WriteLine(
            $"{Environment.NewLine}{Words.Of(result.Cell)}, {Threads(result.Threads)}: training step "
            + $"against {result.Axis.Name}");
        Table table = WithColumns(result.Axis.Name, "time", $"time / {result.Axis.Name}");
        foreach ((int size, double time) in result.Axis.Sizes.Zip(result.Milliseconds))
            table.AddRow($"{size}", $"{Number(time)} ms", $"{Number(1e3 * time / size)} µs");
        console.Write(table);
        WriteLine($"time ∝ {result.Axis.Name}^{result.Exponent.ToString("0.00", CultureInfo.InvariantCulture)}");
    }

    public void NotAvailable(int threads, string reason) => WriteLine($"{Threads(threads)}: not available: {reason}.");

    public void End()
    {
        if (rows.Count > 0)
            WriteRows();
    }

    private void WriteRows()
    {
        Workload workload = rows[0].Workload;
        string[] peers = [.. rows.SelectMany(row => row.Peers)
            .Where(peer => peer.Missing is null).Select(peer => peer.Name).Distinct()];
        WriteLine($"{Environment.NewLine}{workload.Name}: {workload.Sizes}");
        Table table = WithColumns(
            ["cell", "threads", "work", "time", "GFLOP/s", "of peak", $"bytes in {rows[0].Plan.AllocationSteps}",
                .. peers.SelectMany(peer => new[] { peer, "ratio" })]);
        foreach (RowResult row in rows)
        {
            foreach (Work work in workload.Works)
                table.AddRow(
                    [.. Cells(row, work), .. peers.SelectMany(
                        peer => PeerCells(row, work, row.Peers.FirstOrDefault(one => one.Name == peer)))]);
        }

        console.Write(table);
        foreach (string remark in rows.SelectMany(Remarks).Distinct())
            WriteLine(remark);
        rows.Clear();
    }

    private static IEnumerable<string> Cells(RowResult row, Work work)
    {
        bool allocates = work == row.Workload.Works[0];
        return
        [
            Words.Of(row.Cell), $"{row.Threads}", Words.Of(work), Time(work, row.Layers[work]),
            Number(row.Gflops(work)),
            row.PeakShare(work) is { } share ? share.ToString("0 %", CultureInfo.InvariantCulture) : "–",
            allocates && row.AllocatedBytes is { } bytes ? bytes.ToString("N0", CultureInfo.InvariantCulture) : "–",
        ];
    }

    private static IEnumerable<string> PeerCells(RowResult row, Work work, PeerResult? peer) =>
        peer is null
            ? ["–", "–"]
            : [Time(work, peer.Times[work]), row.Ratio(peer, work) is { } ratio ? $"{Number(ratio)}×" : "–"];

    private static IEnumerable<string> Remarks(RowResult row)
    {
        if (row.NotAvailable is { } reason)
            yield return $"{Threads(row.Threads)}: not available: {reason}.";
        foreach (PeerResult peer in row.Peers)
            yield return peer.Missing is { } missing
                ? $"{peer.Name}: not measured: {missing}."
                : $"{peer.Name}: version {peer.Version}.";
    }

    private static Table WithColumns(params IEnumerable<string> columns)
    {
        Table table = new Table().SimpleBorder();
        foreach (string column in columns)
            table.AddColumn(new TableColumn(Markup.Escape(column)).NoWrap().RightAligned());
        return table;
    }

    private static string Threads(int count) => count == 1 ? "one thread" : $"{count} threads";

    private static string Time(Work work, double? milliseconds) =>
        milliseconds is null
            ? "–"
            : work == Work.StreamingStep ? $"{Number(1e3 * milliseconds)} µs" : $"{Number(milliseconds)} ms";

    // Three digits, or all those before the point.
    private static string Number(double? value) => value is not { } number
        ? "–"
        : number.ToString(
            number >= 99.95 ? "0" : number >= 9.995 ? "0.0" : number >= .9995 ? "0.00" : "0.000",
            CultureInfo.InvariantCulture);

    private void WriteLine(string line) => console.Profile.Out.Writer.WriteLine(line);
}
