using Unrolled.NotebookHost.Display;

namespace Unrolled.NotebookHost.Execution.Directives;

/// <summary>Shows the text below it instead of running it.</summary>
internal sealed class TextDirective(IReadOnlyList<string> names, string mimeType, string meaning) : IDirective
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; } = names;

    /// <inheritdoc/>
    public string Usage => $"{Names[0]}: {meaning}";

    /// <inheritdoc/>
    public Task ExecuteAsync(DirectiveCall call, CellExecution cell)
    {
        cell.Display.Output.Publish(new DisplayOutput(MimeBundle.Of((mimeType, call.Part.Body.Trim('\r', '\n')))));
        return Task.CompletedTask;
    }
}
