using Unrolled.NotebookHost.Display;

namespace Unrolled.NotebookHost.Execution.Directives;

/// <summary>Says what directives there are.</summary>
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
