using Unrolled.NotebookHost.Display;

namespace Unrolled.NotebookHost.Execution.Directives;

/// <summary>Lists the names of the variables.</summary>
internal sealed class WhoDirective : IDirective
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; } = ["#!who"];

    /// <inheritdoc/>
    public string Usage => "#!who: the names of the variables";

    /// <inheritdoc/>
    public Task ExecuteAsync(DirectiveCall call, CellExecution cell)
    {
        string names = string.Join(", ", cell.Script.Variables.Select(variable => variable.Name));
        string text = names == "" ? "no variables yet" : names;
        cell.Display.Output.Publish(new DisplayOutput(MimeBundle.Of(("text/plain", text))));
        return Task.CompletedTask;
    }
}
