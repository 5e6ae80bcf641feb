namespace Unrolled.Testing;

/// <summary>
/// A test that needs tools which not every machine has. Where one is missing it is skipped and says which and why;
/// where <c>CI=true</c> nothing is skipped, so that it fails instead.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactRequiresAttribute : FactAttribute
{
    /// <summary>Names the tools by the constants of <see cref="ExternalTool"/>.</summary>
    public FactRequiresAttribute(params string[] tools)
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
            return;
        string[] missing = [.. tools.Where(tool => !ExternalTool.IsPresent(tool))];
        if (missing.Length > 0)
            Skip = $"{string.Join(" and ", missing)} not found on this machine; the test is required where CI=true.";
    }
}
