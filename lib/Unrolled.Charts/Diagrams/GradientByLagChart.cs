namespace Unrolled;

/// <summary>
/// Curves of a loss's gradient against the lag, as <see cref="GradientByLag"/> measures it,
/// for several models in one figure.
/// </summary>
public static class GradientByLagChart
{
    private const double Smallest = 1e-300;

    /// <summary>The curves on a logarithmic axis.</summary>
    /// <param name="curves">A name, and ‖dL/dh(T − lag)‖ for lag 0, 1, … each.</param>
    /// <param name="title">The title.</param>
    /// <param name="relative">
    /// Whether each curve is divided by its value at lag 0, so that all begin at 1 and show the share that is left.
    /// </param>
    /// <param name="floor">
    /// The smallest norm that is drawn; null takes 10⁻³⁰⁰. The legend names the lag from which a gradient is below it.
    /// </param>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <returns>The figure, to which more may be added.</returns>
    /// <exception cref="ArgumentException">
    /// There are no curves, or one is empty or begins with 0, or a norm is negative.
    /// </exception>
    public static Figure Of(
        IEnumerable<(string Name, IReadOnlyList<double> Norms)> curves, string title = "Gradient against lag",
        bool relative = false, double? floor = null, int width = 760, int height = 420)
    {
        ArgumentNullException.ThrowIfNull(curves);
        (string Name, double[] Norms)[] all =
            [.. curves.Select(curve => (curve.Name, Checked(curve.Name, curve.Norms, relative)))];
        if (all.Length == 0)
            throw new ArgumentException("There are no curves; expected at least one.", nameof(curves));
        double least = floor ?? Smallest;
        Figure figure = new Figure(title, width, height).LogY()
            .XLabel("lag, steps back").YLabel(relative ? "‖dL/dh‖ relative to lag 0" : "‖dL/dh‖");
        foreach ((string name, double[] norms) in all)
        {
            IEnumerable<double> drawn = norms.Select(norm => norm >= least && norm <= 1 / Smallest ? norm : double.NaN);
            figure.Line(drawn, Named(name, norms, least));
        }

        return relative ? figure.HorizontalLine(1, "all of it") : figure;
    }

    // The name of a curve that ends early includes the reason, which the line itself cannot show.
    private static string Named(string name, double[] norms, double least)
    {
        int under = Array.FindIndex(norms, norm => norm < least);
        int over = Array.FindIndex(norms, norm => !(norm <= 1 / Smallest));
        return (under, over) switch
        {
            (_, >= 0) => $"{name} (overflows at lag {over})",
            ( >= 0, _) when norms[under] == 0 => $"{name} (0 from lag {under})",
            ( >= 0, _) => $"{name} (below {Power(least)} from lag {under})",
            _ => name,
        };
    }

    private static string Power(double value) =>
        NumberText.Short(value) is var text && text.StartsWith("1×", StringComparison.Ordinal) ? text[2..] : text;

    private static double[] Checked(string name, IReadOnlyList<double> norms, bool relative)
    {
        ArgumentNullException.ThrowIfNull(norms);
        if (norms.Count == 0)
            throw new ArgumentException($"Curve \"{name}\" has no norms; expected one for each lag from 0.");
        for (int lag = 0; lag < norms.Count; lag++)
            if (norms[lag] < 0)
                throw new ArgumentException(
                    $"Curve \"{name}\": the norm at lag {lag} is {NumberText.Short(norms[lag])}; "
                    + "expected no negative number.");
        if (!(norms[0] > 0))
            throw new ArgumentException(
                $"Curve \"{name}\" begins with {NumberText.Short(norms[0])}; expected a gradient at lag 0.");
        return [.. norms.Select(norm => relative ? norm / norms[0] : norm)];
    }
}
