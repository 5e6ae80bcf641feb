using Unrolled.Experiments.Judging;
using Unrolled.Experiments.Problems;

namespace Unrolled.Experiments.Rows;

/// <summary>A problem and the models that are compared on it.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Problem">The problem; real data are read when it is used.</param>
/// <param name="Rows">The models.</param>
/// <param name="Separations">Which of them are expected to be better than which.</param>
internal sealed record Comparison(
    string Name, Func<IProblem> Problem, IReadOnlyList<Row> Rows, params IReadOnlyList<Separation> Separations);
