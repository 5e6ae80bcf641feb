using System.Globalization;
using Unrolled.Experiments.Judging;
using Unrolled.Experiments.Problems;
using Unrolled.Experiments.Rows;

namespace Unrolled.Experiments.Reports;

/// <summary>Lines to read: every seed, the baselines beside them, the time, the verdict.</summary>
internal sealed class TextReport(TextWriter output) : IReport
{
    public void Begin(Experiment experiment, IProblem problem)
    {
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{experiment.Name}: {problem.Score.Name}{(problem.Score.SolvedAt is { } limit ? $", solved at {limit}" : "")}"));
        foreach (Trivial trivial in problem.Baselines)
            output.WriteLine($"  baseline: {trivial.Answer}: {Number(trivial.Value)}");
    }

    public void Add(Experiment experiment, IProblem problem, RowResult result)
    {
        string solved = problem.Score.SolvedAt is null ? "" : $"  solved {result.Seeds.Count(seed => seed.Solved)} of {result.Seeds.Count}";
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {result.Row.Name}: {string.Join(' ', result.Seeds.Select(seed => Number(seed.Score)))}{solved}  steps {string.Join(' ', result.Seeds.Select(seed => seed.Steps))}  {result.Seconds:0.0} s  {Words(result.Verdict)}"));
        output.WriteLine($"    expected: {result.Row.Expected.Source}");
        if (result.Row.Note is { } note)
            output.WriteLine($"    note: {note}");
        output.Flush();
    }

    public void Add(Experiment experiment, Separation separation, Verdict verdict) => output.WriteLine(
        $"  {experiment.Rows[separation.Better].Name} better than {experiment.Rows[separation.Worse].Name}: {Words(verdict)}");

    internal static string Words(Verdict verdict) => verdict switch
    {
        Verdict.Reproduced => "reproduced",
        Verdict.NotReproduced => "not reproduced",
        Verdict.OnlyReported => "reported, not judged",
        _ => $"not judged: fewer than {Expectation.LeastSeeds} seeds",
    };

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
