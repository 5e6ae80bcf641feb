namespace Unrolled.NotebookHost.Execution;

/// <summary>A line of a cell that speaks to the host instead of to the compiler.</summary>
internal interface IDirective
{
    /// <summary>How it is written; the first name is the one that help shows.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>How it is used, for help: the arguments and one sentence.</summary>
    string Usage { get; }

    /// <summary>Does what the line says.</summary>
    /// <exception cref="DirectiveException">It cannot.</exception>
    Task ExecuteAsync(DirectiveCall call, CellExecution cell);
}

/// <summary>A directive where it stands.</summary>
/// <param name="Part">The line.</param>
/// <param name="Source">The text that it stands in.</param>
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

/// <summary>A directive that cannot do what it says; the message names what was wrong and what was expected.</summary>
internal sealed class DirectiveException(string message) : Exception(message);
