using Unrolled.NotebookHost.Display;

namespace Unrolled.NotebookHost.Execution.Directives;

/// <summary>All directives that a cell can use.</summary>
internal static class DirectiveTable
{
    /// <summary>The directives in the order in which help lists them.</summary>
    public static IReadOnlyList<IDirective> All { get; } =
    [
        new ImportDirective(
            "#!import", "runs a .csx, .cs, .ipynb or .dib file here; paths start from the file they stand in"),
        new ImportDirective("#load", "the same as #!import"),
        new ReferenceDirective(),
        new PackageSourceDirective(),
        new CSharpDirective(),
        new TextDirective(["#!markdown", "#!md"], "text/markdown", "shows the text below as Markdown"),
        new TextDirective(["#!html"], "text/html", "shows the text below as HTML"),
        new TimeDirective(),
        new WhoDirective(),
        new WhosDirective(),
        new HelpDirective(),
    ];
}

/// <summary>Lists all directives.</summary>
internal sealed class HelpDirective : IDirective
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; } = ["#!help"];

    /// <inheritdoc/>
    public string Usage => "#!help: this list";

    /// <inheritdoc/>
    public Task ExecuteAsync(DirectiveCall call, CellExecution cell)
    {
        string text = string.Join("\n", DirectiveTable.All.Select(directive => directive.Usage));
        cell.Display.Output.Publish(new DisplayOutput(MimeBundle.Of(("text/plain", text))));
        return Task.CompletedTask;
    }
}
