using Unrolled.Charts.Digests;

namespace Unrolled.Charts.Model;

/// <summary>Points joined in order; NaN leaves a gap.</summary>
internal sealed record LineSeries(
    string? Name, string Colour, double[] X, double[] Y, Marker Marker, Dash Dash, bool Step, double Thickness)
    : CurveSeries(Name, Colour, X, Y, Marker)
{
    public override string Kind => "line";

    public override void Write(CanonicalWriter writer)
    {
        base.Write(writer);
        writer.Word("dash", Dash);
        writer.Flag("step", Step);
        writer.Number("thickness", Thickness);
    }
}
