namespace Unrolled.NotebookHost.Execution;

/// <summary>A line of a cell for the host instead of the compiler.</summary>
internal interface IDirective
{
    /// <summary>The names of the directive; help shows the first.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>The line of the help: the arguments and one sentence.</summary>
    string Usage { get; }

    /// <summary>Executes the line.</summary>
    /// <exception cref="DirectiveException">The directive cannot be executed.</exception>
    Task ExecuteAsync(DirectiveCall call, CellExecution cell);
}

/// <summary>A directive with its place.</summary>
/// <param name="Part">The line.</param>
/// <param name="Source">The text that contains it.</param>
internal sealed record DirectiveCall(DirectivePart Part, ScriptSource Source)
{
    /// <summary>The one argument, without its quotes and without a comment behind it.</summary>
    /// <exception cref="DirectiveException">There is none, or a quote is not closed.</exception>
    public string RequiredArgument(string expected)
    {
        string argument = Part.Argument;
        if (argument.StartsWith('"'))
        {
            int close = argument.IndexOf('"', 1);
            string rest = close < 0 ? "" : argument[(close + 1)..].Trim();
            bool closed = close > 0 && (rest == "" || rest.StartsWith("//", StringComparison.Ordinal));
            if (!closed)
                throw Malformed(expected);
            argument = argument[1..close].Trim();
        }

        return argument == "" ? throw Malformed(expected) : argument;
    }

    private DirectiveException Malformed(string expected) =>
        new($"{Part.Name} expects {Part.Name} {expected}, but the line is: {Part.SourceLine.Trim()}");
}

/// <summary>The failure of a directive; the message names what was wrong and what was expected.</summary>
internal sealed class DirectiveException(string message) : Exception(message);
