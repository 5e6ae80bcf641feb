namespace Unrolled.NotebookHost.Notebooks;

/// <summary>A file that is not a notebook that we can read; the message names the file and, where known, line and column.</summary>
public sealed class NotebookFormatException(string message, Exception? innerException = null)
    : Exception(message, innerException);
