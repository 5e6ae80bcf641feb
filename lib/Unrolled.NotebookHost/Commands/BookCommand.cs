using System.CommandLine;
using Unrolled.NotebookHost.Book;
using Unrolled.NotebookHost.Documents;

namespace Unrolled.NotebookHost.Commands;

/// <summary><c>unrolled book</c>: runs notebooks and publishes them as a book of HTML pages.</summary>
public sealed class BookCommand
{
    private const int Published = 0;
    private const int NotebookFailed = 1;
    private const int BadInput = 2;
    private const string DefaultFolder = "artifacts/book";

    private readonly TextWriter _output;
    private readonly TextWriter _error;
    private readonly string _workingFolder;

    private BookCommand(TextWriter output, TextWriter error, string workingFolder)
    {
        _output = output;
        _error = error;
        _workingFolder = workingFolder;
    }

    /// <summary>The command for the command line.</summary>
    /// <param name="runOptions">The options that say how notebooks run, shared with <c>unrolled run</c>.</param>
    /// <param name="executorFor">Makes the executor that those options ask for.</param>
    public static Command Create(IReadOnlyList<Option> runOptions, Func<ParseResult, INotebookExecutor> executorFor)
    {
        var notebooks = new Argument<string[]>("notebook")
        {
            Description = "Notebooks, or folders of them, in reading order; without any, the repository's notebooks folder.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var folder = new Option<string?>("--output")
        {
            Description = $"Where the book goes; {DefaultFolder} in the repository when not given.",
            HelpName = "folder",
        };
        var title = new Option<string?>("--title") { Description = "The book's title; README.md's first heading when not given." };
        var command = new Command("book", "Run notebooks and publish them as HTML pages.") { notebooks, folder, title };
        foreach (Option option in runOptions)
            command.Options.Add(option);

        command.SetAction((result, cancellationToken) =>
        {
            var run = new BookCommand(
                result.InvocationConfiguration.Output, result.InvocationConfiguration.Error, Environment.CurrentDirectory);
            return run.RunAsync(
                result.GetValue(notebooks) ?? [],
                result.GetValue(folder),
                result.GetValue(title),
                executorFor(result),
                cancellationToken);
        });
        return command;
    }

    private async Task<int> RunAsync(
        IReadOnlyList<string> arguments,
        string? folder,
        string? title,
        INotebookExecutor executor,
        CancellationToken cancellationToken)
    {
        try
        {
            IReadOnlyList<string> paths = NotebookFiles.Find(arguments, _workingFolder);
            IReadOnlyList<ExecutedNotebook> executed = await executor.ExecuteAsync(paths, cancellationToken);
            if (ReportFailures(executed))
                return NotebookFailed;
            string root = NotebookFiles.RepositoryRoot(_workingFolder);
            FrontMatter front = FrontMatter.Read(root);
            Publish(new BookSource(title ?? front.Title, front.Introduction, executed), Path.Combine(root, Target(folder)));
            return Published;
        }
        catch (Exception exception) when (exception is NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            _error.WriteLine(exception.Message);
            return BadInput;
        }
    }

    private string Target(string? folder) => folder is null ? DefaultFolder : Path.GetFullPath(folder, _workingFolder);

    private bool ReportFailures(IReadOnlyList<ExecutedNotebook> executed)
    {
        ExecutedNotebook[] failed = [.. executed.Where(notebook => notebook.Failure is not null)];
        foreach (ExecutedNotebook notebook in failed)
            _error.WriteLine($"{notebook.Path}: {notebook.Failure}");
        if (failed.Length > 0)
            _error.WriteLine($"The book was not written: {failed.Length} of {executed.Count} notebooks failed.");
        return failed.Length > 0;
    }

    private void Publish(BookSource source, string folder)
    {
        Edition edition = BookBuilder.Build(source);
        EditionPublisher.Publish(edition, folder);
        foreach (string warning in edition.Warnings)
            _error.WriteLine($"warning: {warning}");
        foreach (ExecutedNotebook skipped in source.Notebooks.Where(notebook => notebook.SkipReason is not null))
            _output.WriteLine($"{skipped.Path}: skipped: {skipped.SkipReason}");
        _output.WriteLine($"{source.Notebooks.Count} notebooks published: {Path.Combine(folder, "index.html")}");
    }
}
