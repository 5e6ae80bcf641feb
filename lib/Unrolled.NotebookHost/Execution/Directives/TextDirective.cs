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

/// <summary>Returns to C# below <c>#!markdown</c> or <c>#!html</c>; at the top of a cell it changes nothing.</summary>
internal sealed class CSharpDirective : IDirective
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; } = ["#!csharp", "#!c#"];

    /// <inheritdoc/>
    public string Usage => "#!csharp: what follows is C#";

    /// <inheritdoc/>
    public Task ExecuteAsync(DirectiveCall call, CellExecution cell) => Task.CompletedTask;
}
