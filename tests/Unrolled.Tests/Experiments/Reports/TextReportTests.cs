using Unrolled.Experiments.Judging;
using Unrolled.Experiments.Problems;
using Unrolled.Experiments.Reports;
using Unrolled.Experiments.Rows;
using Unrolled.Experiments.Trials;

namespace Unrolled.Tests.Experiments.Reports;

public sealed class TextReportTests
{
    private static readonly IProblem Problem = new GeneratedClasses(new NoiseFreeLagTask(4), OutputAt.LastStep);
    private static readonly Row Row = new(CellKind.Lstm, 2, .01, 10, new Fails("the table"))
    {
        UntunedSecondsPerStep = .006,
        Note = "why",
    };

    [Fact]
    public void A_row_shows_every_seed_what_else_was_measured_the_time_and_how_much_less_that_is()
    {
        SeedResult[] seeds =
        [
            new(1, .5, Solved: false, Steps: 10, Seconds: .04) { Asides = [new Aside("|c|", 3)] },
            new(2, .995, Solved: true, Steps: 5, Seconds: .02)
            {
                Asides = [new Aside("|c|", 4.25)],
                Failure = "the loss is NaN",
            },
        ];

        Assert.Equal(
            [
                "  LSTM, H 2, rate 0.01: 0.5 0.995  solved 1 of 2  steps 10 5  0.1 s  not judged: fewer than 5 seeds",
                "    |c|: 3 4.25",
                "    seed 2 stopped: the loss is NaN",
                "    a step: 3.00 ms of one core; 2.0 times as fast as before the layers were tuned",
                "    expected: the table",
                "    note: why",
            ],
            Lines(report => report.Add(Comparison(), Problem, new RowResult(Row, seeds, SecondsPerStep: .003))));
    }

    [Fact]
    public void A_row_whose_time_was_not_measured_before_does_not_say_how_much_faster_it_is()
    {
        SeedResult seed = new(1, .5, Solved: false, Steps: 10, Seconds: .04);

        Assert.Contains(
            "    a step: 3.00 ms of one core",
            Lines(
                report => report.Add(
                    Comparison(), Problem,
                    new RowResult(Row with { UntunedSecondsPerStep = null }, [seed], SecondsPerStep: .003))));
    }

    [Fact]
    public void The_last_line_counts_the_verdicts()
    {
        Assert.Equal(
            ["In 1.5 minutes: 2 reproduced; 1 not reproduced; 1 reported, not judged."],
            Lines(report => report.End(
                [Verdict.OnlyReported, Verdict.Reproduced, Verdict.NotReproduced, Verdict.Reproduced], 90)));
    }

    private static Comparison Comparison() => new("one", () => Problem, [Row]);

    private static string[] Lines(Action<TextReport> write)
    {
        using StringWriter output = new() { NewLine = "\n" };
        write(new TextReport(output));
        return output.ToString().TrimEnd('\n').Split('\n');
    }
}
