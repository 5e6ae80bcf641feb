namespace Unrolled.NotebookHost.Display;

/// <summary>A value shown by <c>display</c>, or an update of one shown before.</summary>
/// <param name="Data">The value in one or several MIME types.</param>
/// <param name="DisplayId">Names the display for later updates; null when it cannot be updated.</param>
/// <param name="IsUpdate">True when <paramref name="Data"/> replaces what <paramref name="DisplayId"/> showed.</param>
public sealed record DisplayOutput(MimeBundle Data, string? DisplayId = null, bool IsUpdate = false) : CellOutput;
