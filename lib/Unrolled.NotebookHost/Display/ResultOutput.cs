namespace Unrolled.NotebookHost.Display;

/// <summary>The value of a cell's last expression.</summary>
/// <param name="Data">The value in one or several MIME types.</param>
public sealed record ResultOutput(MimeBundle Data) : CellOutput;
