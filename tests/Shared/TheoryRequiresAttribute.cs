namespace Unrolled.Testing;

/// <summary>As <see cref="FactRequiresAttribute"/>, for a test with several cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TheoryRequiresAttribute : TheoryAttribute
{
    /// <summary>Names the tools by the constants of <see cref="ExternalTool"/>.</summary>
    public TheoryRequiresAttribute(params string[] tools) => Skip = new FactRequiresAttribute(tools).Skip;
}
