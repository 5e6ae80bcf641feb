namespace Unrolled.Benchmarks.Workloads;

/// <summary>
/// The workloads, from overhead (W1) over large products (W3) to long sequences (W4) and a stream (W5).
/// </summary>
internal static class WorkloadTable
{
    internal static IReadOnlyList<Workload> All { get; } =
    [
        new("W1", Input: 2, Hidden: 32, Time: 50, Batch: 32, Work.TrainingStep, Work.Inference),
        new("W2", Input: 64, Hidden: 128, Time: 100, Batch: 32, Work.TrainingStep, Work.Inference),
        new("W3", Input: 128, Hidden: 256, Time: 200, Batch: 64, Work.TrainingStep, Work.Inference),
        new("W4", Input: 1, Hidden: 128, Time: 784, Batch: 64, Work.TrainingStep, Work.Inference),
        new("W5", Input: 64, Hidden: 128, Time: 1, Batch: 1, Work.StreamingStep),
    ];

    /// <summary>The names on the command line.</summary>
    internal static string[] Names { get; } = [.. All.Select(workload => workload.Name)];

    /// <summary>The workloads of these names in the order of the table, or all if there are none.</summary>
    internal static IReadOnlyList<Workload> Choose(IReadOnlyCollection<string> names) =>
        [.. All.Where(workload => names.Count == 0 || names.Contains(workload.Name))];
}
