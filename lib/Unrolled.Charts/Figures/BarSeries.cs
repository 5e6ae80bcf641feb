using Unrolled.Charts.Digests;

namespace Unrolled.Charts.Model;

/// <summary>One bar for each category of the horizontal axis; <paramref name="Errors"/> are half lengths of whiskers.</summary>
internal sealed record BarSeries(string? Name, string Colour, double[] Values, double[]? Errors, bool ShowValues) : Series(Name, Colour)
{
    public override string Kind => "bars";

    public override bool StartsAtZero => true;

    public override IEnumerable<double> Xs => Enumerable.Range(0, Values.Length).Select(index => (double)index);

    public override IEnumerable<double> Ys => Errors is null
        ? Values
        : Values.Zip(Errors, (value, error) => value + error).Concat(Values.Zip(Errors, (value, error) => value - error));

    public override void Write(CanonicalWriter writer)
    {
        writer.Numbers("values", Values);
        if (Errors is not null)
            writer.Numbers("errors", Errors);
        writer.Flag("showValues", ShowValues);
    }
}
