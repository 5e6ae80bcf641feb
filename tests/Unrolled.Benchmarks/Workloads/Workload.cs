namespace Unrolled.Benchmarks.Workloads;

/// <summary>The sizes of one layer's work, in one direction.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Input">The features of x.</param>
/// <param name="Hidden">The units.</param>
/// <param name="Time">The steps of a sequence.</param>
/// <param name="Batch">The sequences side by side.</param>
/// <param name="Works">The works that are timed.</param>
internal sealed record Workload(
    string Name, int Input, int Hidden, int Time, int Batch, params IReadOnlyList<Work> Works)
{
    /// <summary>The sizes in words.</summary>
    internal string Sizes => $"input {Input}, hidden {Hidden}, T {Time}, batch {Batch}";
}
