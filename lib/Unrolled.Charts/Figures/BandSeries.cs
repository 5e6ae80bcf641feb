using Unrolled.Charts.Digests;

namespace Unrolled.Charts.Model;

/// <summary>The area between two curves.</summary>
internal sealed record BandSeries(string? Name, string Colour, double[] X, double[] Lower, double[] Upper) : Series(Name, Colour)
{
    public override string Kind => "band";

    public override IEnumerable<double> Xs => X;

    public override IEnumerable<double> Ys => Lower.Concat(Upper);

    public override void Write(CanonicalWriter writer)
    {
        writer.Positions("x", X);
        writer.Numbers("lower", Lower);
        writer.Numbers("upper", Upper);
    }
}
