using Unrolled.Charts.Colours;
using Unrolled.Charts.Svg;

namespace Unrolled.Charts.Views.Recordings;

/// <summary>The colour of a live number: blue below zero, white at zero, orange above. Web/steps.js repeats it.</summary>
internal static class ValueColour
{
    // The ends of the scale are left out: they are nearly black, and numbers stand on these colours.
    private const double Used = 0.39;

    // Where black letters and white ones are equally easy to read.
    private const double MiddleLuminance = 0.36;

    public static Rgb Of(double value, double reach) =>
        ColourMap.Of(ColourScale.BlueOrange).At(0.5 + Used * Math.Clamp(double.IsNaN(value) ? 0 : value / reach, -1, 1));

    public static string Ink(Rgb background) => background.Luminance > MiddleLuminance ? Theme.Ink : Theme.Paper;
}
