using Unrolled.Experiments.Judging;
using Unrolled.Experiments.Problems;
using Unrolled.Experiments.Rows;

namespace Unrolled.Experiments.Reports;

/// <summary>A receiver of results, as soon as they are known.</summary>
internal interface IReport
{
    void Begin(Experiment experiment, IProblem problem);

    void Add(Experiment experiment, IProblem problem, RowResult result);

    void Add(Experiment experiment, Separation separation, Verdict verdict);

    /// <summary>After the last experiment.</summary>
    /// <param name="verdicts">Of all rows and separations.</param>
    /// <param name="seconds">The time of the run, in seconds.</param>
    void End(IReadOnlyList<Verdict> verdicts, double seconds);
}
