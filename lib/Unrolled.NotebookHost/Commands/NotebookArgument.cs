using System.CommandLine;

namespace Unrolled.NotebookHost.Commands;

/// <summary>The argument by which every command is told its notebooks.</summary>
internal static class NotebookArgument
{
    public static Argument<string[]> Create() => new("notebooks")
    {
        Description = "Notebooks or folders of notebooks, in this order; without any, the repository's folder notebooks/.",
        Arity = ArgumentArity.ZeroOrMore,
        HelpName = "NOTEBOOK|FOLDER",
    };
}
