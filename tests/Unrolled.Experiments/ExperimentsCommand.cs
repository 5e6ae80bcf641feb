using System.CommandLine;
using System.Diagnostics;
using Unrolled.Experiments.Judging;
using Unrolled.Experiments.Problems;
using Unrolled.Experiments.Reports;
using Unrolled.Experiments.Rows;
using Unrolled.Experiments.Tables;

namespace Unrolled.Experiments;

/// <summary>
/// <c>dotnet run --project tests/Unrolled.Experiments</c>: trains every row of the table from every seed and prints the
/// scores, the baselines, the time, and whether the expectation is met.
/// </summary>
internal static class ExperimentsCommand
{
    internal const int NothingContradicts = 0;
    internal const int SomethingNotReproduced = 1;
    internal const int CannotStart = 2;

    internal static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors)
    {
        Option<string[]> task = new("--task")
        {
            Description = "The task to run; give it again for more. All run if none is given.",
        };
        Option<int> seeds = new("--seeds")
        {
            Description = $"How many seeds every row is run from; fewer than {Expectation.LeastSeeds} are not judged.",
            DefaultValueFactory = _ => Expectation.LeastSeeds,
        };
        seeds.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out int count) && count < 1)
                result.AddError($"--seeds is {count}; expected at least 1.");
        });
        Option<bool> json = new("--json") { Description = "Print one JSON object a line." };
        Option<bool> list = new("--list") { Description = "Print the names of the tasks and run nothing." };
        RootCommand root = new("Runs the table of experiments and judges which are reproduced.")
        {
            task,
            seeds,
            json,
            list,
        };
        root.SetAction(parsed =>
        {
            IReadOnlyList<Comparison> chosen = ExperimentTable.Choose(parsed.GetValue(task) ?? []);
            if (!parsed.GetValue(list))
                return RunAll(
                    chosen, parsed.GetValue(seeds),
                    parsed.GetValue(json) ? new JsonReport(output) : new TextReport(output));
            foreach (Comparison comparison in chosen)
                output.WriteLine(comparison.Name);
            return NothingContradicts;
        });

        ParseResult parsed = root.Parse(arguments);
        try
        {
            int exitCode = parsed.Invoke(
                new InvocationConfiguration { Output = output, Error = errors, EnableDefaultExceptionHandler = false });
            return parsed.Errors.Count > 0 ? CannotStart : exitCode;
        }
        catch (Exception exception) when (exception is ArgumentException or DataFileException)
        {
            errors.WriteLine(exception.Message);
            return CannotStart;
        }
    }

    private static int RunAll(IReadOnlyList<Comparison> comparisons, int seeds, IReport report)
    {
        // The seeds of a row share the processors, which is faster than to share every small batch.
        Threads.Count = 1;
        Stopwatch clock = Stopwatch.StartNew();
        Verdict[] verdicts = [.. comparisons.SelectMany(comparison => RunOne(comparison, seeds, report))];
        report.End(verdicts, clock.Elapsed.TotalSeconds);
        return verdicts.Contains(Verdict.NotReproduced) ? SomethingNotReproduced : NothingContradicts;
    }

    private static List<Verdict> RunOne(Comparison comparison, int seeds, IReport report)
    {
        IProblem problem = comparison.Problem();
        report.Begin(comparison, problem);
        List<RowResult> results = [];
        foreach (Row row in comparison.Rows)
        {
            results.Add(ExperimentRunner.Run(problem, row, seeds));
            report.Add(comparison, problem, results[^1]);
        }

        List<Verdict> verdicts = [.. results.Select(result => result.Verdict)];
        foreach (Separation separation in comparison.Separations)
        {
            verdicts.Add(separation.Judge(problem.Score, results));
            report.Add(comparison, separation, verdicts[^1]);
        }

        return verdicts;
    }
}
