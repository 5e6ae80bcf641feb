using System.CommandLine;
using System.Net;
using Unrolled.NotebookHost.Book;
using Unrolled.NotebookHost.Figures;
using Unrolled.NotebookHost.Notebooks;
using Unrolled.NotebookHost.Running;

namespace Unrolled.NotebookHost.Commands;

/// <summary><c>unrolled book</c>: runs notebooks and publishes them as a book of HTML pages.</summary>
internal sealed class BookCommand
{
    private const string DefaultFolder = "artifacts/book";

    private readonly Argument<string[]> notebooks = NotebookArgument.Create();
    private readonly ExecutionOptions execution = new();
    private readonly Option<string> folder = new("--output", "-o")
    {
        Description = $"Where the book goes; {DefaultFolder} in the repository when not given.",
        HelpName = "DIR",
    };

    private readonly Option<string> title = new("--title")
    {
        Description = "The book's title; README.md's first heading when not given.",
        HelpName = "TEXT",
    };

    private readonly Option<string> pdf = new("--pdf")
    {
        Description = "Also print the whole book into this file, as a PDF, with Chromium.",
        HelpName = "FILE",
    };

    private readonly Option<bool> check = new("--check")
    {
        Description =
            "Also compare what the notebooks show with the outputs that are saved in them, and fail where they differ.",
    };

    private readonly Option<bool?> live = new("--live")
    {
        Description =
            "Whether readers can run the cells in their browser. By default where the repository has the project "
            + "Unrolled.Live and its runtime can be restored.",
        HelpName = "true|false",
    };

    private readonly Option<bool> serve = new("--serve")
    {
        Description = "Serve the book to this machine's browsers once it is published, until Ctrl-C.",
    };

    private readonly Option<int> port = new("--port")
    {
        Description = "The port of --serve.",
        HelpName = "N",
        CustomParser = OptionParsers.Count,
        DefaultValueFactory = _ => 8765,
    };

    private readonly SavedOutputs saved = new();

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        BookCommand book = new();
        Command command = new("book", "Runs notebooks and publishes them as HTML pages, once all have passed.")
        {
            book.notebooks, book.folder, book.title, book.pdf, book.check, book.saved.Tolerance, book.live,
            book.serve, book.port,
        };
        book.execution.AddTo(command, takesExecuted: true);
        command.Validators.Add(result =>
        {
            if (result.GetResult(book.saved.Tolerance) is { Implicit: false } && !result.GetValue(book.check))
                result.AddError(
                    $"{book.saved.Tolerance.Name} says how outputs are compared, and needs {book.check.Name}.");
        });
        command.SetAction((parsed, _) => book.RunAsync(parsed));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed)
    {
        string currentFolder = Environment.CurrentDirectory;
        string root = RepositoryRoot.Of(currentFolder);
        string target = Path.GetFullPath(parsed.GetValue(folder) ?? Path.Combine(root, DefaultFolder), currentFolder);
        using StopSignal stop = new();
        IReadOnlyList<NotebookSource> sources = NotebookFinder.Find(parsed.GetValue(notebooks) ?? [], currentFolder);
        EditionPublisher.EnsureWritable(target);
        string? printed = parsed.GetValue(pdf) is { } name ? Path.GetFullPath(name, currentFolder) : null;
        if (printed is not null && ChromiumExecutable.Find() is null)
            throw new UsageException($"{pdf.Name}: {ChromiumExecutable.WhyMissing()}.");
        RunOptions options = execution.Read(parsed);
        LiveBuild runtime = await LiveBuild.OfAsync(root, parsed.GetValue(live), options.Build, stop.Token);
        IReadOnlyList<NotebookReport> reports =
            await new NotebookRun(options).RunAsync(sources, stop.Token);
        int exitCode = NotebookRun.ExitCode(reports, stop.Token);
        bool asSaved = !parsed.GetValue(check) || saved.AreShown(reports, parsed);
        if (exitCode == ExitCodes.Success)
            Publish(
                await SourceAsync(parsed.GetValue(title), root, reports) with { Live = runtime.Runtime },
                target, printed, parsed.InvocationConfiguration, runtime.WhyNone);
        else
            await parsed.InvocationConfiguration.Error.WriteLineAsync(WhyNotWritten(reports));
        if (exitCode == ExitCodes.Success && parsed.GetValue(serve))
            await ServeAsync(target, parsed.GetValue(port), parsed.InvocationConfiguration, stop.Token);
        return exitCode == ExitCodes.Success && !asSaved ? ExitCodes.Failure : exitCode;
    }

    private static async Task<BookSource> SourceAsync(
        string? title, string root, IReadOnlyList<NotebookReport> reports)
    {
        FrontMatter front = FrontMatter.Read(root);
        string? revision = await new Toolbox().AskAsync("git", "-C", root, "describe", "--always", "--dirty");
        return new BookSource(title ?? front.Title, front.Introduction, [.. reports.Select(Executed)])
        {
            Revision = revision?.Trim(),
            Root = root,
            RepositoryUrl = front.RepositoryUrl,
            Questions = front.Questions,
        };
    }

    private static ExecutedNotebook Executed(NotebookReport report) => new(
        report.Notebook.Path, report.Document!, report.Outcome == NotebookOutcome.Skipped ? report.Reason : null)
    {
        Sentences = [.. report.Claims.Where(claim => claim.Outcome != ClaimOutcome.NotReached).Select(Sentence)],
        Copy = report.Outcome == NotebookOutcome.Skipped
            ? null
            : ExecutedCopy.TextOf(report.Document!, report.Document!.Cells, report.Claims),
    };

    private static TestedSentence Sentence(ClaimReport claim) => new(
        claim.CellId, claim.Claim.Says, claim.Claim.Holds, claim.Values, claim.Seeds,
        claim.Outcome == ClaimOutcome.Holds);

    private static void Publish(
        BookSource source, string target, string? printed, InvocationConfiguration streams, string? whyNotLive)
    {
        using FormulaTypesetter? typesetter = FormulaTypesetter.Start();
        Edition edition = BookBuilder.Build(source, typesetter);
        EditionPublisher.Publish(edition, target);
        foreach (string warning in edition.Warnings)
            streams.Error.WriteLine($"warning: {warning}");
        if (whyNotLive is not null)
            streams.Output.WriteLine($"The pages show their cells and do not run them: {whyNotLive}");
        streams.Output.WriteLine($"{Count(source.Notebooks.Count)} published: {Path.Combine(target, "index.html")}");
        if (printed is null)
            return;
        BookPrinter.Print(edition, source.Title, target, printed);
        streams.Output.WriteLine($"Printed: {printed}");
    }

    private static async Task ServeAsync(
        string folder, int port, InvocationConfiguration streams, CancellationToken stop)
    {
        await streams.Output.WriteLineAsync($"Serving it at http://127.0.0.1:{port}/ until Ctrl-C.");
        try
        {
            await new BookServer(folder).RunAsync(port, stop);
        }
        catch (Exception exception) when (exception is HttpListenerException or ArgumentException)
        {
            throw new UsageException($"--port {port}: {exception.Message}.");
        }
    }

    private static string WhyNotWritten(IReadOnlyList<NotebookReport> reports)
    {
        int failed = reports.Count(report => report.Outcome == NotebookOutcome.Failed);
        string reason = failed > 0 ? $"{failed} of {Count(reports.Count)} failed" : "interrupted";
        return $"The book was not written: {reason}.";
    }

    private static string Count(int notebooks) => notebooks == 1 ? "1 notebook" : $"{notebooks} notebooks";
}
