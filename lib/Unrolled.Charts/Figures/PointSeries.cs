using Unrolled.Charts.Digests;

namespace Unrolled.Charts.Model;

/// <summary>Points that are not joined.</summary>
internal sealed record PointSeries(string? Name, string Colour, double[] X, double[] Y, Marker Marker, double Size)
    : CurveSeries(Name, Colour, X, Y, Marker)
{
    public override string Kind => "points";

    public override void Write(CanonicalWriter writer)
    {
        base.Write(writer);
        writer.Number("size", Size);
    }
}
