namespace Unrolled.NotebookHost.Execution;

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
