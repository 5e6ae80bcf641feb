namespace Unrolled.NotebookHost.Execution.Directives;

/// <summary>Goes back to C# below <c>#!markdown</c> or <c>#!html</c>; at the top of a cell it changes nothing.</summary>
internal sealed class CSharpDirective : IDirective
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; } = ["#!csharp", "#!c#"];

    /// <inheritdoc/>
    public string Usage => "#!csharp: what follows is C#";

    /// <inheritdoc/>
    public Task ExecuteAsync(DirectiveCall call, CellExecution cell) => Task.CompletedTask;
}
