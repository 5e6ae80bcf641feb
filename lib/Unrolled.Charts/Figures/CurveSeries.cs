using Unrolled.Charts.Digests;

namespace Unrolled.Charts.Model;

/// <summary>Points with an order or without: lines, steps and scatter.</summary>
internal abstract record CurveSeries(string? Name, string Colour, double[] X, double[] Y, Marker Marker) : Series(Name, Colour)
{
    public override IEnumerable<double> Xs => X;

    public override IEnumerable<double> Ys => Y;

    public override void Write(CanonicalWriter writer)
    {
        writer.Positions("x", X);
        writer.Numbers("y", Y);
        writer.Word("marker", Marker);
    }
}
