using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Unrolled.Experiments.Judging;
using Unrolled.Experiments.Problems;
using Unrolled.Experiments.Rows;

namespace Unrolled.Experiments.Reports;

/// <summary>One object a line, for each row and each separation.</summary>
internal sealed class JsonReport(TextWriter output) : IReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public void Begin(Comparison comparison, IProblem problem)
    {
    }

    public void Add(Comparison comparison, IProblem problem, RowResult result) => Write(new
    {
        Kind = "row",
        Task = comparison.Name,
        Row = result.Row.Name,
        Score = problem.Score.Name,
        problem.Score.SolvedAt,
        problem.Baselines,
        result.Seeds,
        result.Seconds,
        result.SecondsPerStep,
        result.Row.UntunedSecondsPerStep,
        Verdict = TextReport.Words(result.Verdict),
        Expected = result.Row.Expected.Source,
        result.Row.Note,
    });

    public void Add(Comparison comparison, Separation separation, Verdict verdict) => Write(new
    {
        Kind = "separation",
        Task = comparison.Name,
        Better = comparison.Rows[separation.Better].Name,
        Worse = comparison.Rows[separation.Worse].Name,
        Verdict = TextReport.Words(verdict),
        Expected = separation.Source,
    });

    public void End(IReadOnlyList<Verdict> verdicts, double seconds) => Write(new
    {
        Kind = "end",
        Seconds = seconds,
        Verdicts = verdicts.CountBy(TextReport.Words).ToDictionary(),
    });

    private void Write<T>(T line)
    {
        output.WriteLine(JsonSerializer.Serialize(line, Options));
        output.Flush();
    }
}
