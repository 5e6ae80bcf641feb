namespace Unrolled.NotebookHost.Notebooks;

/// <summary>A command that cannot be carried out as it was given; nothing has run.</summary>
internal sealed class UsageException(string message) : Exception(message);
