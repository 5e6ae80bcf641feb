using System.Globalization;

namespace Unrolled;

/// <summary>The setting of one run of a <see cref="LagSweep"/>, which decides every bit of it.</summary>
/// <param name="Task">The task.</param>
/// <param name="Model">The model.</param>
/// <param name="T">The T of the task.</param>
/// <param name="Rate">Adam's learning rate, more than 0.</param>
/// <param name="Seed">The seed of the weights and of the data.</param>
/// <param name="Budget">The number of updates at which the run is given up, at least 1.</param>
public sealed record LagSetting(LagTask Task, LagModel Model, int T, double Rate, int Seed, int Budget);

/// <summary>The end of a run.</summary>
public enum LagOutcome
{
    /// <summary>The task was solved.</summary>
    Solved,

    /// <summary>All updates were used up, and the task was not solved.</summary>
    GivenUp,

    /// <summary>A loss or gradient became NaN or infinite.</summary>
    Diverged,
}

/// <summary>One finished run: one line of a results file.</summary>
/// <param name="Setting">What was trained.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Updates">The number of updates until then.</param>
/// <param name="Score">The share of 512 fresh answers that are right, or their mean squared error.</param>
/// <param name="Parameters">The number of parameters, the read-out included.</param>
/// <param name="Seconds">The processor time of the process during the run, in seconds, to the hundredth.</param>
/// <param name="Machine">The processor and its number of threads.</param>
public sealed record LagRun(
    LagSetting Setting, LagOutcome Outcome, int Updates, double Score, int Parameters, double Seconds, string Machine)
{
    /// <summary>The columns of a results file.</summary>
    internal static IReadOnlyList<string> Columns { get; } =
    [
        "task", "model", "T", "rate", "seed", "budget", "outcome", "updates", "score", "parameters", "seconds",
        "machine",
    ];

    /// <summary>Whether the task was solved.</summary>
    public bool Solved => Outcome == LagOutcome.Solved;

    /// <summary>The line of a results file.</summary>
    internal string ToLine() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Setting.Task.Name},{Setting.Model.Name},{Setting.T},{Setting.Rate},{Setting.Seed},"
        + $"{Setting.Budget},{Word(Outcome)},{Updates},{Score:R},{Parameters},{Seconds:0.00},{Machine}");

    /// <summary>The run of a line.</summary>
    internal static LagRun Of(CsvRow row)
    {
        LagTask task = LagTask.All.FirstOrDefault(one => one.Name == row.Text(0))
            ?? throw row.Unexpected(0, "a task's name");
        LagModel model = LagModel.All.FirstOrDefault(one => one.Name == row.Text(1))
            ?? throw row.Unexpected(1, "a model's name");
        int outcome = Array.FindIndex(Enum.GetValues<LagOutcome>(), one => Word(one) == row.Text(6));
        return new LagRun(
            new LagSetting(
                task, model, row.WholeNumber(2, least: 1), row.Number(3), row.WholeNumber(4),
                row.WholeNumber(5, least: 1)),
            outcome < 0 ? throw row.Unexpected(6, "solved, given up or diverged") : (LagOutcome)outcome,
            row.WholeNumber(7, least: 0),
            row.Number(8),
            row.WholeNumber(9, least: 1),
            row.Number(10),
            row.Text(11));
    }

    private static string Word(LagOutcome outcome) => outcome switch
    {
        LagOutcome.Solved => "solved",
        LagOutcome.GivenUp => "given up",
        _ => "diverged",
    };
}
