namespace Unrolled.NotebookHost.Execution.Directives;

/// <summary>All directives that a cell can use.</summary>
internal static class DirectiveTable
{
    /// <summary>The directives in the order in which help lists them.</summary>
    public static IReadOnlyList<IDirective> All { get; } =
    [
        new ImportDirective("#!import", "runs a .csx, .cs, .ipynb or .dib file here; paths start from the file they stand in"),
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
