using System.CommandLine;
using Unrolled.NotebookHost.Checking;
using Unrolled.NotebookHost.Notebooks;
using Unrolled.NotebookHost.Programs;
using Unrolled.NotebookHost.Running;

namespace Unrolled.NotebookHost.Commands;

/// <summary>The comparison of executed notebooks with what is saved in them, and its option.</summary>
internal sealed class SavedOutputs
{
    private const double ElsewhereTolerance = 1e-6;

    /// <summary>How far numbers may be apart.</summary>
    public Option<double> Tolerance { get; } = new("--tolerance")
    {
        Description =
            "How far numbers may be from the saved ones, as a share of those above 1. Without it 0 where outputs "
            + $"are saved, on Linux x64 with fused multiply-add, and {ElsewhereTolerance:0e-0} elsewhere.",
        HelpName = "NUMBER",
        CustomParser = OptionParsers.Tolerance,
        DefaultValueFactory = _ => SavedBits.WhyOthers is null ? 0 : ElsewhereTolerance,
    };

    /// <summary>Compares the notebooks that passed, and prints every difference and a summary.</summary>
    /// <returns>Whether every one of them shows what is saved in it.</returns>
    public bool AreShown(IReadOnlyList<NotebookReport> reports, ParseResult parsed)
    {
        TextWriter output = parsed.InvocationConfiguration.Output;
        NotebookComparison comparison = new(new TextComparison(parsed.GetValue(Tolerance)));
        NotebookReport[] compared = [.. reports.Where(report => report.Outcome == NotebookOutcome.Passed)];
        int differing = compared.Count(report => Differs(report, comparison, output));
        output.WriteLine(Summary(reports.Count, compared.Length, differing));
        return differing == 0;
    }

    private static bool Differs(NotebookReport report, NotebookComparison comparison, TextWriter output)
    {
        string name = report.Notebook.Name;
        if (FileVersion.At(report.Notebook.Path) != report.Document!.Version)
        {
            output.WriteLine($"{name}: changed while it ran, so that it could not be compared");
            return true;
        }
        Notebook committed = Notebook.Load(report.Notebook.Path, name);
        if (!NotebookComparison.IsSaved(committed))
        {
            output.WriteLine(
                $"{name}: no outputs are saved in it; save them with: {TypedCommand.Of("run", "--save", name)}");
            return true;
        }
        IReadOnlyList<CellDifference> differences = comparison.Differences(committed, report.Document);
        foreach (string line in differences.SelectMany(
            difference => DifferenceText.Lines(name, difference)))
            output.WriteLine(line);
        return differences.Count > 0;
    }

    private static string Summary(int count, int compared, int differing)
    {
        string notebooks = count == 1 ? "1 notebook" : $"{count} notebooks";
        string summary =
            $"{notebooks}: {compared - differing} as saved, {differing} {(differing == 1 ? "differs" : "differ")}";
        return compared < count ? $"{summary}, {count - compared} not compared" : summary;
    }
}
