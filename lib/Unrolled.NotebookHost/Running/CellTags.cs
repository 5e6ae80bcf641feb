namespace Unrolled.NotebookHost.Running;

/// <summary>The tags that nbclient and papermill give a meaning.</summary>
internal static class CellTags
{
    public const string RaisesException = "raises-exception";
    public const string SkipExecution = "skip-execution";
    public const string Parameters = "parameters";
    public const string InjectedParameters = "injected-parameters";
}
