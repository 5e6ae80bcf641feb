using System.Globalization;
using Unrolled.Experiments.Judging;
using Unrolled.Experiments.Problems;
using Unrolled.Experiments.Rows;

namespace Unrolled.Experiments.Reports;

/// <summary>Lines to read: every seed, the baselines beside them, the time, the verdict.</summary>
internal sealed class TextReport(TextWriter output) : IReport
{
    public void Begin(Comparison comparison, IProblem problem)
    {
        string solved = problem.Score.SolvedAt is { } limit
            ? string.Create(CultureInfo.InvariantCulture, $", solved at {limit}")
            : "";
        output.WriteLine($"{comparison.Name}: {problem.Score.Name}{solved}");
        foreach (Trivial trivial in problem.Baselines)
            output.WriteLine($"  baseline: {trivial.Answer}: {Number(trivial.Value)}");
    }

    public void Add(Comparison comparison, IProblem problem, RowResult result)
    {
        string solved = problem.Score.SolvedAt is null
            ? ""
            : $"  solved {result.Seeds.Count(seed => seed.Solved)} of {result.Seeds.Count}";
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {result.Row.Name}: {Numbers(result.Seeds.Select(seed => seed.Score))}{solved}  "
            + $"steps {string.Join(' ', result.Seeds.Select(seed => seed.Steps))}  {result.Seconds:0.0} s "
            + $" {Words(result.Verdict)}"));
        for (int i = 0; i < result.Seeds[0].Asides.Count; i++)
            output.WriteLine(
                $"    {result.Seeds[0].Asides[i].Name}: {Numbers(result.Seeds.Select(seed => seed.Asides[i].Value))}");
        foreach (SeedResult seed in result.Seeds.Where(seed => seed.Failure is not null))
            output.WriteLine($"    seed {seed.Seed} stopped: {seed.Failure}");
        if (result.SecondsPerStep is { } seconds)
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"    a step: {1000 * seconds:0.00} ms of one core{Faster(result)}"));
        output.WriteLine($"    expected: {result.Row.Expected.Source}");
        if (result.Row.Note is { } note)
            output.WriteLine($"    note: {note}");
        output.Flush();
    }

    public void Add(Comparison comparison, Separation separation, Verdict verdict) => output.WriteLine(
        $"  {comparison.Rows[separation.Better].Name} better "
        + $"than {comparison.Rows[separation.Worse].Name}: {Words(verdict)}");

    public void End(IReadOnlyList<Verdict> verdicts, double seconds)
    {
        IEnumerable<string> counts = verdicts.CountBy(verdict => verdict)
            .OrderBy(one => one.Key).Select(one => $"{one.Value} {Words(one.Key)}");
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"In {seconds / 60:0.0} minutes: {string.Join("; ", counts)}."));
    }

    internal static string Words(Verdict verdict) => verdict switch
    {
        Verdict.Reproduced => "reproduced",
        Verdict.NotReproduced => "not reproduced",
        Verdict.DiffersAsKnown => "differs as noted",
        Verdict.OnlyReported => "reported, not judged",
        _ => $"not judged: fewer than {Expectation.LeastSeeds} seeds",
    };

    private static string Faster(RowResult result) => result.Speedup is { } speedup
        ? string.Create(CultureInfo.InvariantCulture, $"; {speedup:0.0} times as fast as before the layers were tuned")
        : "";

    private static string Numbers(IEnumerable<double> values) => string.Join(' ', values.Select(Number));

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
