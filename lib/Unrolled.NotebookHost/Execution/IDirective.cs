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
