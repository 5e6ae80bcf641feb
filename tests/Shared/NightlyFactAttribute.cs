namespace Unrolled.Testing;

/// <summary>
/// A test that takes minutes. Plain <c>dotnet test</c> skips it and says so; it runs where <c>UNROLLED_NIGHTLY=1</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NightlyFactAttribute : FactRequiresAttribute
{
    /// <summary>The environment variable that is 1 where such tests run.</summary>
    public const string Variable = "UNROLLED_NIGHTLY";

    /// <summary>Names the tools that the test needs too, by the constants of <see cref="ExternalTool"/>.</summary>
    public NightlyFactAttribute(params string[] tools)
        : base(tools) => Skip = WhyLater ?? Skip;

    /// <summary>Why nothing that takes minutes runs now; null when it does.</summary>
    internal static string? WhyLater =>
        Environment.GetEnvironmentVariable(Variable) == "1"
            ? null
            : $"takes minutes; it runs every night, and here with {Variable}=1.";
}

/// <summary>As <see cref="NightlyFactAttribute"/>, for a test with several cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NightlyTheoryAttribute : TheoryAttribute
{
    /// <summary>Names the tools that the test needs too, by the constants of <see cref="ExternalTool"/>.</summary>
    public NightlyTheoryAttribute(params string[] tools) => Skip = new NightlyFactAttribute(tools).Skip;
}
