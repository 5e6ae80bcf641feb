namespace Unrolled.NotebookHost.Execution.Editor;

/// <summary>What is known of a text before it runs.</summary>
internal enum CompletenessStatus
{
    /// <summary>It can run.</summary>
    Complete,

    /// <summary>Something is open that the next lines may close.</summary>
    Incomplete,

    /// <summary>No next line can make it C#.</summary>
    Invalid,
}
