using System.Reflection;
using Xunit.Sdk;

namespace Unrolled.Testing;

/// <summary>
/// A case that takes seconds and differs little from another one of its test. It runs when
/// <see cref="NightlyFactAttribute"/> does; otherwise it is skipped and says so.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class NightlyInlineDataAttribute : DataAttribute
{
    private readonly object[] data;

    /// <summary>Holds the arguments of the test.</summary>
    public NightlyInlineDataAttribute(params object[] data)
    {
        this.data = data;
        Skip = NightlyFactAttribute.WhyLater;
    }

    /// <inheritdoc/>
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [data];
}
