namespace Unrolled.NotebookHost.Figures;

/// <summary>There is no browser, or it did not do what it was asked; the message says which.</summary>
internal sealed class BrowserException(string message, Exception? innerException = null) : Exception(message, innerException);
