using Unrolled.Charts.Digests;

namespace Unrolled.Charts.Model;

/// <summary>How many values fall between neighbouring edges; the last bin includes its upper edge.</summary>
internal sealed record HistogramSeries(string? Name, string Colour, double[] Edges, double[] Counts) : Series(Name, Colour)
{
    public override string Kind => "histogram";

    public override bool StartsAtZero => true;

    public override IEnumerable<double> Xs => Edges;

    public override IEnumerable<double> Ys => Counts;

    public override void Write(CanonicalWriter writer)
    {
        writer.Numbers("edges", Edges);
        writer.Numbers("counts", Counts);
    }
}
