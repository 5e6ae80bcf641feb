namespace Unrolled.NotebookHost.Tests;

/// <summary>How the command ended.</summary>
internal sealed record CommandResult(int ExitCode, string Output, string Error)
{
    /// <summary>Both streams, for messages that may be in either.</summary>
    public string Text => Output + Error;
}
