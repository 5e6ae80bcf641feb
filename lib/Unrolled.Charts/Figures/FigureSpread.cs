namespace Unrolled;

/// <summary>Curves of the same experiment from several seeds.</summary>
public static class FigureSpread
{
    /// <summary>Adds the median of several curves, and the area between the lowest and the highest of them.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="curves">The curves, [seed][position], of one length.</param>
    /// <param name="name">The name in the legend; null for none.</param>
    /// <param name="from">The first position; the next ones follow at distance 1.</param>
    /// <param name="floor">The smallest value that is drawn, as on a logarithmic axis; null for none.</param>
    /// <param name="colour">As <c>#rrggbb</c>; null chooses one that no earlier series has.</param>
    /// <returns>The figure.</returns>
    /// <exception cref="ArgumentException">There are no curves, or they differ in length.</exception>
    public static Figure Spread(
        this Figure figure, IReadOnlyList<IReadOnlyList<double>> curves, string? name = null, double from = 0,
        double? floor = null, string? colour = null)
    {
        ArgumentNullException.ThrowIfNull(figure);
        ArgumentNullException.ThrowIfNull(curves);
        if (curves.Count == 0 || curves.Any(curve => curve.Count != curves[0].Count))
            throw new ArgumentException("The curves must be one at least, and all of one length.", nameof(curves));
        int count = curves[0].Count;
        double[] x = [.. Enumerable.Range(0, count).Select(i => from + i)];
        double[][] values =
            [.. Enumerable.Range(0, count).Select(i => curves.Select(curve => curve[i]).Order().ToArray())];
        double[] median = [.. values.Select(at => Drawn((at[(at.Length - 1) / 2] + at[at.Length / 2]) / 2))];
        // The area reaches down to the floor where the lowest curve is below it.
        double[] lowest = [.. values.Select(at => Drawn(at[^1]) is double.NaN ? double.NaN : Math.Max(at[0], Least()))];
        double[] highest = [.. values.Select(at => Drawn(at[^1]))];
        return figure.Line(x, median, name, Dash.Solid, colour: colour).Band(x, lowest, highest);

        double Drawn(double value) => value >= Least() ? value : double.NaN;
        double Least() => floor ?? double.NegativeInfinity;
    }
}
