namespace Unrolled.Benchmarks.Workloads;

/// <summary>
/// The floating-point operations of a work, by one count for all contenders: those of its matrix products, two for each
/// multiply-add. Forward, every step of every sequence multiplies [x, h] by [W, U]; backward has two products of that
/// size, for the gradients of [x, h] and of [W, U]. Elementwise operations count as time, not as flops.
/// </summary>
internal static class FlopCount
{
    internal static long Of(Work work, CellKind cell, Workload workload)
    {
        long weights = (long)Gates(cell) * workload.Hidden * (workload.Input + workload.Hidden);
        long forward = 2 * weights * workload.Time * workload.Batch;
        return work == Work.TrainingStep ? 3 * forward : forward;
    }

    private static int Gates(CellKind cell) => cell switch
    {
        CellKind.Rnn => 1,
        CellKind.Lstm => 4,
        _ => 3,
    };
}
