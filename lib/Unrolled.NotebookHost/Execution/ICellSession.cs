using Unrolled.NotebookHost.Outputs;

namespace Unrolled.NotebookHost.Execution;

/// <summary>Runs the cells of one notebook one after another, keeping their variables between them.</summary>
public interface ICellSession
{
    /// <summary>Runs one cell.</summary>
    /// <param name="source">The cell's text, directives included.</param>
    /// <param name="publish">Called for everything that the cell shows, in order, while it runs; its error included.</param>
    /// <param name="cancellationToken">Asks the cell to stop between two of its submissions.</param>
    Task<CellResult> ExecuteAsync(string source, Action<CellOutput> publish, CancellationToken cancellationToken = default);
}
