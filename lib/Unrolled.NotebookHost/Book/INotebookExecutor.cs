namespace Unrolled.NotebookHost.Book;

/// <summary>Runs the notebooks of a book.</summary>
public interface INotebookExecutor
{
    /// <summary>Runs notebooks and gives them back with their outputs, in the order of the paths.</summary>
    Task<IReadOnlyList<ExecutedNotebook>> ExecuteAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken);
}
