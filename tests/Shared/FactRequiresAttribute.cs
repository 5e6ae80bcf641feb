namespace Unrolled.Testing;

/// <summary>
/// A test that needs tools which not every machine has. If one is missing, the test is skipped with the reason;
/// where <c>CI=true</c> nothing is skipped, so that it fails instead, except for what a system may refuse to its users.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public class FactRequiresAttribute : FactAttribute
{
    /// <summary>Names the tools by the constants of <see cref="ExternalTool"/>.</summary>
    public FactRequiresAttribute(params string[] tools)
    {
        string[] missing = [.. tools.Where(IsMissing)];
        if (missing.Length > 0)
            Skip = $"{string.Join(" and ", missing)} not found on this machine; the test is required where CI=true.";
    }

    /// <summary>Whether a missing tool is a failure, and no reason to skip.</summary>
    protected static bool EverythingIsRequired => Environment.GetEnvironmentVariable("CI") == "true";

    private static bool IsMissing(string tool) =>
        (!EverythingIsRequired || tool == ExternalTool.Namespaces) && !ExternalTool.IsPresent(tool);
}
