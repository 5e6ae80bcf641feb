using Unrolled.Charts.Display;

namespace Unrolled.Charts.Tests;

/// <summary>A test that needs plotly.js, which the build restores with npm. Required where CI=true.</summary>
public sealed class NpmFactAttribute : FactAttribute
{
    public NpmFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("CI") != "true" && SharedScripts.All().Length == 0)
            Skip = "plotly.js is not embedded: npm was missing when Unrolled.Charts was built.";
    }
}
