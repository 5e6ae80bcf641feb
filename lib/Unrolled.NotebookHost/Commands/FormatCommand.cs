using System.CommandLine;
using System.Text;
using Unrolled.NotebookHost.Checking;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Commands;

/// <summary><c>unrolled format</c>: brings notebooks into the one form in which they are committed.</summary>
internal sealed class FormatCommand
{
    private const int LongestShownLine = 100;

    private readonly TextWriter output;
    private readonly TextWriter error;

    private FormatCommand(TextWriter output, TextWriter error)
    {
        this.output = output;
        this.error = error;
    }

    private enum Result
    {
        Canonical,
        Differs,
        Unfit,
        Unreadable,
    }

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        Argument<string[]> notebooks = NotebookArgument.Create();
        Option<bool> check = new("--check")
        {
            Description =
                "Change nothing; name each file that would change, or that holds what no committed notebook should "
                + "(scripts, figures that are no images, paths and addresses of a machine), and fail if there is one.",
        };
        Command command = new("format", "Rewrites notebooks in their canonical form.") { notebooks, check };
        command.SetAction(parsed =>
        {
            FormatCommand format = new(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            IReadOnlyList<NotebookSource> found = NotebookFinder.Find(
                parsed.GetValue(notebooks) ?? [], Environment.CurrentDirectory);
            return format.Run(found, parsed.GetValue(check));
        });
        return command;
    }

    private int Run(IReadOnlyList<NotebookSource> notebooks, bool checkOnly)
    {
        Result[] results = [.. notebooks.Select(notebook => Guarded(checkOnly ? Check : Rewrite, notebook))];
        int differing = results.Count(result => result == Result.Differs);
        int unfit = results.Count(result => result == Result.Unfit);
        int unreadable = results.Count(result => result == Result.Unreadable);
        output.WriteLine(Summary(notebooks.Count, differing, unfit, unreadable, checkOnly));
        return unreadable > 0 ? ExitCodes.Usage
            : checkOnly && differing + unfit > 0 ? ExitCodes.Failure
            : ExitCodes.Success;
    }

    private Result Guarded(Func<NotebookSource, Result> step, NotebookSource notebook)
    {
        try
        {
            return step(notebook);
        }
        catch (Exception exception)
            when (exception is NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine(exception.Message);
            return Result.Unreadable;
        }
    }

    // The other rules for committed notebooks are checked here, too.
    private Result Check(NotebookSource notebook)
    {
        Notebook document = Notebook.Load(notebook.Path, notebook.Name);
        string[] problems = [.. CommittedContent.Problems(document, notebook)];
        foreach (string problem in problems)
            output.WriteLine(problem);
        return !HasCanonicalForm(notebook, document) ? Result.Differs
            : problems.Length > 0 ? Result.Unfit
            : Result.Canonical;
    }

    private bool HasCanonicalForm(NotebookSource notebook, Notebook document)
    {
        if (LineDifference.Between(ReadExactly(notebook.Path), Canonical(document)) is not { } difference)
            return true;
        output.WriteLine($"{notebook.Name}({difference.Line}): not in canonical form");
        output.WriteLine($"  is:        {Shorten(difference.Actual)}");
        output.WriteLine($"  should be: {Shorten(difference.Expected)}");
        return false;
    }

    private Result Rewrite(NotebookSource notebook)
    {
        Notebook document = Notebook.Load(notebook.Path, notebook.Name);
        string canonical = Canonical(document);
        if (document.Version == FileVersion.Of(Encoding.UTF8.GetBytes(canonical)))
            return Result.Canonical;
        DurableFile.WriteAllText(notebook.Path, canonical, document.Version);
        output.WriteLine($"{notebook.Name}: rewritten");
        return Result.Differs;
    }

    private static string Canonical(Notebook document)
    {
        document.Upgrade();
        return document.ToCanonicalJson();
    }

    // File.ReadAllText would hide a byte order mark, which the canonical form does not have.
    private static string ReadExactly(string path) => Encoding.UTF8.GetString(File.ReadAllBytes(path));

    private static string Shorten(string? line) => line switch
    {
        null => "(the end of the file)",
        { Length: > LongestShownLine } => line[..LongestShownLine] + "…",
        _ => line.Replace("\r", "\\r"),
    };

    private static string Summary(int count, int differing, int unfit, int unreadable, bool checkOnly)
    {
        string verb = checkOnly ? "would change" : "rewritten";
        string summary = $"{count} {(count == 1 ? "notebook" : "notebooks")}: {differing} {verb}, "
            + $"{count - differing - unreadable} already in canonical form";
        if (unfit > 0)
            summary += $", {unfit} of them unfit to be committed";
        return unreadable > 0 ? $"{summary}, {unreadable} could not be read or written" : summary;
    }
}
