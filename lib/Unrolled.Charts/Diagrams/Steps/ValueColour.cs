namespace Unrolled;

/// <summary>The colour of a value: blue below zero, white at zero, orange above. Web/steps.js repeats it.</summary>
internal static class ValueColour
{
    // The ends of the scale are left out, because text on them would be hard to read: they are nearly black.
    private const double Used = 0.39;

    // Black text and white text are equally easy to read on this luminance.
    private const double MiddleLuminance = 0.36;

    public static Rgb Of(double value, double reach)
    {
        double share = double.IsNaN(value) ? 0 : Math.Clamp(value / reach, -1, 1);
        return ColourMap.Of(ColourScale.BlueOrange).At(0.5 + Used * share);
    }

    public static string Ink(Rgb background) => background.Luminance > MiddleLuminance ? Theme.Ink : Theme.Paper;
}
