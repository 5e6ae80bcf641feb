namespace Unrolled.NotebookHost.Notebooks;

/// <summary>The command cannot be carried out as it was given; nothing has run.</summary>
internal sealed class UsageException(string message) : Exception(message);
