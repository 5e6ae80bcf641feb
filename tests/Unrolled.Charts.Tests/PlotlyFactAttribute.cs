namespace Unrolled.Charts.Tests;

/// <summary>
/// A test that needs plotly.js, which the build restores with npm and embeds, and perhaps other tools.
/// </summary>
public sealed class PlotlyFactAttribute : FactRequiresAttribute
{
    public PlotlyFactAttribute(params string[] tools)
        : base(tools)
    {
        if (!EverythingIsRequired && SharedScripts.All().Length == 0)
            Skip ??= "plotly.js is not embedded: npm was missing when Unrolled.Charts was built.";
    }
}
