using Unrolled.Experiments.Judging;
using Unrolled.Experiments.Problems;
using Unrolled.Experiments.Rows;

namespace Unrolled.Experiments.Reports;

/// <summary>A receiver of results, as soon as they are known.</summary>
internal interface IReport
{
    void Begin(Comparison comparison, IProblem problem);

    void Add(Comparison comparison, IProblem problem, RowResult result);

    void Add(Comparison comparison, Separation separation, Verdict verdict);

    /// <summary>After the last comparison.</summary>
    /// <param name="verdicts">Of all rows and separations.</param>
    /// <param name="seconds">The time of the run, in seconds.</param>
    void End(IReadOnlyList<Verdict> verdicts, double seconds);
}
