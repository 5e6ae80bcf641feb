using System.CommandLine;
using System.Runtime.InteropServices;
using Unrolled.NotebookHost.Checking;
using Unrolled.NotebookHost.Notebooks;
using Unrolled.NotebookHost.Running;

namespace Unrolled.NotebookHost.Commands;

/// <summary><c>unrolled check</c>: runs notebooks and compares their outputs with the saved ones.</summary>
internal sealed class CheckCommand
{
    private const double ElsewhereTolerance = 1e-6;

    private readonly Argument<string[]> notebooks = NotebookArgument.Create();
    private readonly ExecutionOptions execution = new();
    private readonly Option<double> tolerance = new("--tolerance")
    {
        Description =
            "How far numbers may be from the saved ones, as a share of those above 1. Without it 0 on Linux x64, "
            + $"where the outputs are saved, and {ElsewhereTolerance:0e-0} elsewhere.",
        HelpName = "NUMBER",
        CustomParser = OptionParsers.Tolerance,
        DefaultValueFactory = _ => IsWhereOutputsAreSaved ? 0 : ElsewhereTolerance,
    };

    private readonly Option<bool> isStatic = new("--static")
    {
        Description =
            "Run nothing: check only that the notebooks keep to the C# and the calls that every C# kernel understands.",
    };

    private static bool IsWhereOutputsAreSaved =>
        OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64;

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        CheckCommand check = new();
        Command command = new(
            "check", "Runs notebooks and compares what they show with the outputs that are saved in them.")
        {
            check.notebooks, check.isStatic, check.tolerance,
        };
        check.execution.AddTo(command);
        command.SetAction((parsed, _) => parsed.GetValue(check.isStatic)
            ? Task.FromResult(check.Read(parsed))
            : check.RunAsync(parsed));
        return command;
    }

    private int Read(ParseResult parsed)
    {
        TextWriter output = parsed.InvocationConfiguration.Output;
        IReadOnlyList<NotebookSource> sources = NotebookFinder.Find(
            parsed.GetValue(notebooks) ?? [], Environment.CurrentDirectory);
        int outside = sources.Count(source => IsOutside(source, output));
        output.WriteLine(
            $"{Count(sources.Count)}: {sources.Count - outside} in the dialect that every C# kernel "
            + $"understands, {outside} not");
        return outside > 0 ? ExitCodes.Failure : ExitCodes.Success;
    }

    private static bool IsOutside(NotebookSource source, TextWriter output)
    {
        string[] problems = [.. CommonDialect.Problems(Notebook.Load(source.Path, source.Name), source)];
        foreach (string problem in problems)
            output.WriteLine(problem);
        return problems.Length > 0;
    }

    private async Task<int> RunAsync(ParseResult parsed)
    {
        string currentFolder = Environment.CurrentDirectory;
        using StopSignal stop = new();
        IReadOnlyList<NotebookSource> sources = NotebookFinder.Find(parsed.GetValue(notebooks) ?? [], currentFolder);
        IReadOnlyList<NotebookReport> reports =
            await new NotebookRun(execution.Read(parsed), currentFolder).RunAsync(sources, stop.Token);
        NotebookComparison comparison = new(new TextComparison(parsed.GetValue(tolerance)));
        NotebookReport[] compared = [.. reports.Where(report => report.Outcome == NotebookOutcome.Passed)];
        int differing = compared.Count(report => Differs(report, comparison, parsed.InvocationConfiguration.Output));
        await parsed.InvocationConfiguration.Output.WriteLineAsync(Summary(reports.Count, compared.Length, differing));
        int exitCode = NotebookRun.ExitCode(reports, stop.Token);
        return exitCode == ExitCodes.Success && differing > 0 ? ExitCodes.Failure : exitCode;
    }

    private static bool Differs(NotebookReport report, NotebookComparison comparison, TextWriter output)
    {
        Notebook committed = Notebook.Load(report.Notebook.Path, report.Notebook.Name);
        if (!NotebookComparison.IsSaved(committed))
        {
            output.WriteLine(
                $"{report.Notebook.Name}: no outputs are saved in it; save them with: unrolled run "
                + $"--save {report.Notebook.Name}");
            return true;
        }
        IReadOnlyList<CellDifference> differences = comparison.Differences(committed, report.Document!);
        foreach (string line in differences.SelectMany(
            difference => DifferenceText.Lines(report.Notebook.Name, difference)))
            output.WriteLine(line);
        return differences.Count > 0;
    }

    private static string Summary(int count, int compared, int differing)
    {
        string summary =
            $"{Count(count)}: {compared - differing} as saved, {differing} {(differing == 1 ? "differs" : "differ")}";
        return compared < count ? $"{summary}, {count - compared} not compared" : summary;
    }

    private static string Count(int notebooks) => notebooks == 1 ? "1 notebook" : $"{notebooks} notebooks";
}
