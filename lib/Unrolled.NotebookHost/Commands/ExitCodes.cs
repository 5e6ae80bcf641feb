namespace Unrolled.NotebookHost.Commands;

/// <summary>What the command's exit code tells.</summary>
internal static class ExitCodes
{
    /// <summary>Everything that could run did; skips are allowed.</summary>
    public const int Success = 0;

    /// <summary>Something failed.</summary>
    public const int Failure = 1;

    /// <summary>The command cannot be carried out as it was given.</summary>
    public const int Usage = 2;

    /// <summary>Stopped by Ctrl-C or a request to end: the shells' 128 + SIGINT.</summary>
    public const int Interrupted = 130;
}
