using System.CommandLine;
using System.Text;
using Unrolled.NotebookHost.Documents;

namespace Unrolled.NotebookHost.Commands;

/// <summary><c>unrolled format</c>: brings notebooks into the one form in which they are committed.</summary>
public sealed class FormatCommand
{
    private const int Clean = 0;
    private const int Differs = 1;
    private const int BadInput = 2;
    private const int LongestShownLine = 100;

    private readonly TextWriter _output;
    private readonly TextWriter _error;
    private readonly string _workingFolder;

    private FormatCommand(TextWriter output, TextWriter error, string workingFolder)
    {
        _output = output;
        _error = error;
        _workingFolder = workingFolder;
    }

    /// <summary>The command for the command line.</summary>
    public static Command Create()
    {
        var notebooks = new Argument<string[]>("notebook")
        {
            Description = "Notebooks, or folders of them; without any, the repository's notebooks folder.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var check = new Option<bool>("--check")
        {
            Description = "Change nothing; name each file that would change and fail if there is one.",
        };
        var command = new Command("format", "Rewrite notebooks in their canonical form.") { notebooks, check };
        command.SetAction(result =>
        {
            var run = new FormatCommand(
                result.InvocationConfiguration.Output, result.InvocationConfiguration.Error, Environment.CurrentDirectory);
            return run.Run(result.GetValue(notebooks) ?? [], result.GetValue(check));
        });
        return command;
    }

    private int Run(IReadOnlyList<string> arguments, bool checkOnly)
    {
        IReadOnlyList<string> paths;
        try
        {
            paths = NotebookFiles.Find(arguments, _workingFolder);
        }
        catch (FileNotFoundException exception)
        {
            _error.WriteLine(exception.Message);
            return BadInput;
        }

        int[] results = [.. paths.Select(path => checkOnly ? Guarded(Check, path) : Guarded(Rewrite, path))];
        int differing = results.Count(result => result == Differs);
        int unreadable = results.Count(result => result == BadInput);
        _output.WriteLine(Summary(paths.Count, differing, unreadable, checkOnly));
        return unreadable > 0 ? BadInput : checkOnly && differing > 0 ? Differs : Clean;
    }

    private int Guarded(Func<string, int> step, string path)
    {
        try
        {
            return step(path);
        }
        catch (Exception exception) when (exception is NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            _error.WriteLine(exception.Message);
            return BadInput;
        }
    }

    // What else a committed notebook must keep to is checked here, beside its form.
    private int Check(string path)
    {
        if (LineDifference.Between(ReadExactly(path), Canonical(path)) is not { } difference)
            return Clean;
        _output.WriteLine($"{Shown(path)}({difference.Line}): not in canonical form");
        _output.WriteLine($"  is:        {Shorten(difference.Actual)}");
        _output.WriteLine($"  should be: {Shorten(difference.Expected)}");
        return Differs;
    }

    private int Rewrite(string path)
    {
        string canonical = Canonical(path);
        if (ReadExactly(path) == canonical)
            return Clean;
        AtomicFile.WriteAllText(path, canonical);
        _output.WriteLine($"{Shown(path)}: rewritten");
        return Differs;
    }

    private static string Canonical(string path)
    {
        Notebook notebook = Notebook.Load(path);
        notebook.Upgrade();
        return notebook.ToCanonicalJson();
    }

    // File.ReadAllText would hide a byte order mark, which the canonical form does not have.
    private static string ReadExactly(string path) => Encoding.UTF8.GetString(File.ReadAllBytes(path));

    private string Shown(string path)
    {
        string relative = Path.GetRelativePath(_workingFolder, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }

    private static string Shorten(string? line) => line switch
    {
        null => "(the end of the file)",
        { Length: > LongestShownLine } => line[..LongestShownLine] + "…",
        _ => line.Replace("\r", "\\r"),
    };

    private static string Summary(int count, int differing, int unreadable, bool checkOnly)
    {
        string verb = checkOnly ? "would change" : "rewritten";
        string summary = $"{count} {(count == 1 ? "notebook" : "notebooks")}: {differing} {verb}, "
            + $"{count - differing - unreadable} already in canonical form";
        return unreadable > 0 ? $"{summary}, {unreadable} could not be read or written" : summary;
    }
}
