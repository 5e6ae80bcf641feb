using System.Text.Json;
using Unrolled.Experiments.Judging;
using Unrolled.Experiments.Problems;
using Unrolled.Experiments.Reports;
using Unrolled.Experiments.Rows;
using Unrolled.Experiments.Trials;

namespace Unrolled.Tests.Experiments.Reports;

public sealed class JsonReportTests
{
    private static readonly IProblem Problem = new GeneratedClasses(new NoiseFreeLagTask(4), OutputAt.LastStep);
    private static readonly Row Row = new(CellKind.Lstm, 2, .01, 10, new Fails("the table"))
    {
        UntunedSecondsPerStep = .006,
    };

    [Fact]
    public void Every_line_is_an_object_also_where_a_number_is_not_finite()
    {
        using StringWriter output = new();
        JsonReport report = new(output);
        Comparison comparison = new("one", () => Problem, [Row], new Separation(0, 0, "the table"));
        SeedResult seed = new(1, double.NaN, Solved: false, Steps: 10, Seconds: .04) { Asides = [new Aside("|c|", 3)] };

        report.Begin(comparison, Problem);
        report.Add(comparison, Problem, new RowResult(Row, [seed], SecondsPerStep: .003));
        report.Add(comparison, comparison.Separations[0], Verdict.Reproduced);
        report.End([Verdict.Reproduced, Verdict.NotReproduced, Verdict.Reproduced], 60);

        JsonElement[] lines = [.. output.ToString().Split(
            '\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal(["row", "separation", "end"], lines.Select(line => line.GetProperty("kind").GetString()));
        Assert.Equal("NaN", lines[0].GetProperty("seeds")[0].GetProperty("score").GetString());
        Assert.Equal(.003, lines[0].GetProperty("secondsPerStep").GetDouble());
        Assert.Equal(3, lines[0].GetProperty("seeds")[0].GetProperty("asides")[0].GetProperty("value").GetDouble());
        Assert.Equal(2, lines[2].GetProperty("verdicts").GetProperty("reproduced").GetInt32());
    }
}
