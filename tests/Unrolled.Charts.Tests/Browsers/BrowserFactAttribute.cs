using Unrolled.Charts.Display;

namespace Unrolled.Charts.Tests.Browsers;

/// <summary>A test that needs Chromium and plotly.js. Required where CI=true.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
            return;
        if (Chromium.Path is null)
            Skip = "Chromium is not installed.";
        else if (SharedScripts.All().Length == 0)
            Skip = "plotly.js is not embedded: npm was missing when Unrolled.Charts was built.";
    }
}
