namespace Unrolled.Benchmarks.Workloads;

/// <summary>What works and cells are called.</summary>
internal static class Words
{
    internal static string Of(CellKind cell) => cell.ToString().ToLowerInvariant();

    internal static string Of(Work work) => work switch
    {
        Work.TrainingStep => "training step",
        Work.Inference => "inference",
        _ => "streaming step",
    };
}
