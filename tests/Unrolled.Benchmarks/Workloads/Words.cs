namespace Unrolled.Benchmarks.Workloads;

/// <summary>The names of works and cells.</summary>
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
