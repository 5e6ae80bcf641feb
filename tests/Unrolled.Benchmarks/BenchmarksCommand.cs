using System.CommandLine;
using Unrolled.Benchmarks.Contenders;
using Unrolled.Benchmarks.Kernels;
using Unrolled.Benchmarks.Measuring;
using Unrolled.Benchmarks.Reports;
using Unrolled.Benchmarks.Scaling;
using Unrolled.Benchmarks.Workloads;

namespace Unrolled.Benchmarks;

/// <summary>
/// <c>dotnet run --project tests/Unrolled.Benchmarks</c>: times training steps, inference and streaming steps of the
/// layers, beside the peers on request.
/// </summary>
internal static class BenchmarksCommand
{
    internal const int Measured = 0;
    internal const int CannotStart = 2;

    internal static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors)
    {
        ParseResult parsed = Create(output).Parse(arguments);
        int exitCode = parsed.Invoke(new InvocationConfiguration { Output = output, Error = errors });
        return parsed.Errors.Count > 0 ? CannotStart : exitCode;
    }

    private static RootCommand Create(TextWriter output)
    {
        Option<string[]> workload = new("--workload")
        {
            Description = "The workload to measure; give it again for more. All if none is given.",
        };
        workload.AcceptOnlyFromAmong(WorkloadTable.Names);
        Option<string[]> cell = new("--cell")
        {
            Description = "The cell to measure; give it again for more. All if none is given.",
        };
        cell.AcceptOnlyFromAmong([.. Enum.GetValues<CellKind>().Select(Words.Of)]);
        Option<int[]> threads = new("--threads")
        {
            Description = "How many threads; give it again for more. 1 and 2 if none is given.",
        };
        threads.AcceptOnlyFromAmong("1", "2");
        Option<bool> quick = new("--quick") { Description = "Run everything less often, too little to be quoted." };
        Option<bool> peers = new("--peers") { Description = "Time libtorch and oneDNN too, on the same works." };
        Option<bool> scaling = new("--scaling")
        {
            Description = "Time the training step against T, batch and hidden size, instead of the workloads.",
        };
        Option<bool> json = new("--json") { Description = "Print one JSON object a line." };
        RootCommand root = new("Measures how fast the layers are.")
        {
            workload,
            cell,
            threads,
            quick,
            peers,
            scaling,
            json,
        };
        root.Validators.Add(result =>
        {
            if (result.GetValue(scaling) && (result.GetValue(peers) || result.GetResult(workload) is not null))
                result.AddError(
                    "--scaling has sizes of its own and no peers; expected neither --workload nor --peers beside it.");
        });
        root.Subcommands.Add(KernelsCommand.Create());
        root.SetAction(parsed =>
        {
            BenchmarkRun run = new(
                Chosen(parsed.GetValue(cell) ?? []),
                parsed.GetValue(threads) is { Length: > 0 } counts ? [.. counts.Distinct()] : [1, 2],
                parsed.GetValue(quick) ? RunPlan.Quick : RunPlan.Full,
                parsed.GetValue(json) ? new JsonReport(output) : new TableReport(output));
            if (parsed.GetValue(scaling))
            {
                run.Scale(ScalingAxis.All);
                return Measured;
            }

            using Peers chosen = parsed.GetValue(peers) ? new Peers(new LibtorchPeer(), new OneDnnPeer()) : new Peers();
            run.Compare(WorkloadTable.Choose(parsed.GetValue(workload) ?? []), chosen);
            return Measured;
        });
        return root;
    }

    private static CellKind[] Chosen(string[] names) =>
        [.. Enum.GetValues<CellKind>().Where(cell => names.Length == 0 || names.Contains(Words.Of(cell)))];
}
