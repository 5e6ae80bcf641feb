namespace Unrolled.NotebookHost.Notebooks;

/// <summary>The tags that have a meaning: nbclient's, papermill's, and ours.</summary>
internal static class CellTags
{
    public const string RaisesException = "raises-exception";
    public const string SkipExecution = "skip-execution";
    public const string Parameters = "parameters";
    public const string InjectedParameters = "injected-parameters";

    /// <summary>The cell shows times: its outputs are saved, and differ every time.</summary>
    public const string Timing = "timing";
}
