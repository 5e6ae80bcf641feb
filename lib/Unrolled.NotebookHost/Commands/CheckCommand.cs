using System.CommandLine;
using Unrolled.NotebookHost.Checking;
using Unrolled.NotebookHost.Notebooks;
using Unrolled.NotebookHost.Running;

namespace Unrolled.NotebookHost.Commands;

/// <summary><c>unrolled check</c>: runs notebooks and compares their outputs with the saved ones.</summary>
internal sealed class CheckCommand
{
    private readonly Argument<string[]> notebooks = NotebookArgument.Create();
    private readonly ExecutionOptions execution = new();
    private readonly SavedOutputs saved = new();
    private readonly Option<bool> isStatic = new("--static")
    {
        Description =
            "Run nothing: check only that the notebooks keep to the C# and the calls that every C# kernel understands.",
    };

    private readonly Option<bool> claims = new("--claims")
    {
        Description =
            "Also print what holds what: each claim of the prose, its condition and the values found; and the numbers "
            + "of the prose that nothing holds. With --static only these numbers, from the outputs as they are saved.",
    };

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        CheckCommand check = new();
        Command command = new(
            "check", "Runs notebooks and compares what they show with the outputs that are saved in them.")
        {
            check.notebooks, check.isStatic, check.claims, check.saved.Tolerance,
        };
        check.execution.AddTo(command, takesExecuted: true);
        command.SetAction((parsed, stop) => parsed.GetValue(check.isStatic)
            ? check.ReadAsync(parsed, stop)
            : check.RunAsync(parsed));
        return command;
    }

    private async Task<int> ReadAsync(ParseResult parsed, CancellationToken stop)
    {
        TextWriter output = parsed.InvocationConfiguration.Output;
        IReadOnlyList<NotebookSource> sources = NotebookFinder.Find(
            parsed.GetValue(notebooks) ?? [], Environment.CurrentDirectory);
        bool withNumbers = parsed.GetValue(claims);
        List<DialectReading?> read = [];
        foreach (NotebookSource source in sources)
            read.Add(await ReadAsync(source, withNumbers, parsed.InvocationConfiguration, stop));
        int outside = read.Count(one => one is { IsWithin: false });
        int unreadable = read.Count(one => one is null);
        output.WriteLine(
            $"{Count(sources.Count)}: {sources.Count - outside - unreadable} in the dialect that C# kernels share, "
            + $"{outside} not{(unreadable > 0 ? $", {unreadable} could not be read" : "")}");
        if (read.Count(one => one is { HasLettersOutsideAscii: true }) is > 0 and int withLetters)
            output.WriteLine(
                $"{Count(withLetters)} with letters outside ASCII in the code, all of which ClrKernel 0.10 loses when "
                + "run through Jupyter");
        int unheld = read.Sum(one => one?.UnheldNumbers ?? 0);
        if (withNumbers)
            output.WriteLine(ClaimText.Unheld(unheld));
        return unreadable > 0 ? ExitCodes.Usage : outside + unheld > 0 ? ExitCodes.Failure : ExitCodes.Success;
    }

    // Null where the notebook cannot be read.
    private static async Task<DialectReading?> ReadAsync(
        NotebookSource source, bool withNumbers, InvocationConfiguration streams, CancellationToken stop)
    {
        try
        {
            Notebook notebook = Notebook.Load(source.Path, source.Name);
            RequiredPackages packages = await RequiredPackages.OfAsync(notebook, source, stop);
            if (packages.WhyMissing is { } reason)
                streams.Output.WriteLine($"{source.Name}: not compiled: {reason}");
            string[] problems = [.. CommonDialect.Problems(notebook, source, packages.Assemblies)];
            foreach (string problem in problems)
                streams.Output.WriteLine(problem);
            int unheld = withNumbers ? PrintUnheld(notebook, source.Name, streams.Output) : 0;
            return new DialectReading(problems.Length == 0, CommonDialect.HasLettersOutsideAscii(notebook), unheld);
        }
        catch (Exception exception)
            when (exception is NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            streams.Error.WriteLine(exception.Message);
            return null;
        }
    }

    private async Task<int> RunAsync(ParseResult parsed)
    {
        string currentFolder = Environment.CurrentDirectory;
        using StopSignal stop = new();
        IReadOnlyList<NotebookSource> sources = NotebookFinder.Find(parsed.GetValue(notebooks) ?? [], currentFolder);
        IReadOnlyList<NotebookReport> reports =
            await new NotebookRun(execution.Read(parsed)).RunAsync(sources, stop.Token);
        bool isHeld = !parsed.GetValue(claims) || PrintClaims(reports, parsed.InvocationConfiguration.Output);
        bool asSaved = saved.AreShown(reports, parsed);
        int exitCode = NotebookRun.ExitCode(reports, stop.Token);
        return exitCode == ExitCodes.Success && !(asSaved && isHeld) ? ExitCodes.Failure : exitCode;
    }

    // Whether every number of the prose is held.
    private static bool PrintClaims(IReadOnlyList<NotebookReport> reports, TextWriter output)
    {
        foreach (string line in reports.SelectMany(ClaimText.Ledger))
            output.WriteLine(line);
        int unheld = reports.Where(report => report.Document is not null)
            .Sum(report => PrintUnheld(report.Document!, report.Notebook.Name, output));
        output.WriteLine(ClaimText.Count([.. reports.SelectMany(report => report.Claims)], unheld));
        return unheld == 0;
    }

    private static int PrintUnheld(Notebook notebook, string name, TextWriter output)
    {
        UnheldNumber[] unheld = [.. UnheldNumbers.In(notebook, name)];
        foreach (UnheldNumber number in unheld)
            output.WriteLine(ClaimText.Line(name, number));
        return unheld.Length;
    }

    private static string Count(int notebooks) => notebooks == 1 ? "1 notebook" : $"{notebooks} notebooks";

    private sealed record DialectReading(bool IsWithin, bool HasLettersOutsideAscii, int UnheldNumbers);
}
