namespace Unrolled.NotebookHost.Tests;

/// <summary>A test that gives files to other users, which only root may do.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute() => Skip = Environment.IsPrivilegedProcess ? null : "only root may give files away.";
}
