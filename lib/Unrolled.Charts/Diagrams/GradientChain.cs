namespace Unrolled;

/// <summary>
/// The last steps of one or more networks, each a chain from right to left: an arrow from a step to the one before is
/// as thick as the gradient that passes through it, measured at the state that it reaches.
/// <code>new GradientChain([("torch's start", norms), ("orthogonal", others)])</code>
/// </summary>
public sealed class GradientChain : Drawing
{
    private const double RowHeight = 78, Spacing = 27, Left = 22, Radius = 5, FullThickness = 6, Thickest = 26;
    private const string Less = "#0072b2", Same = "#009e73", More = "#d55e00";

    private readonly (string Name, double[] Shares)[] chains;
    private readonly string title;
    private readonly int lags;

    /// <summary>The chains, each relative to its gradient at lag 0.</summary>
    /// <param name="chains">
    /// A name, and ‖dL/dh(T − lag)‖ for lag 0, 1, … each, as <see cref="GradientByLag"/> has it.
    /// </param>
    /// <param name="lags">The number of arrows, 5 … 20.</param>
    /// <param name="title">The title.</param>
    /// <exception cref="ArgumentException">
    /// There is no chain, or one has fewer lags, or begins with 0, or holds a negative number or NaN.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">There are too few or too many arrows.</exception>
    public GradientChain(
        IEnumerable<(string Name, IReadOnlyList<double> Norms)> chains, int lags = 15,
        string title = "How much of the gradient comes back")
    {
        ArgumentNullException.ThrowIfNull(chains);
        ArgumentOutOfRangeException.ThrowIfLessThan(lags, 5);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lags, 20);
        (this.lags, this.title) = (lags, title);
        this.chains = [.. chains.Select(chain => (chain.Name, Shares(chain.Name, chain.Norms, lags)))];
        if (this.chains.Length == 0)
            throw new ArgumentException("There are no chains; expected at least one.", nameof(chains));
    }

    private int Width => (int)(2 * Left + lags * Spacing) + 12;

    private int Height => 34 + (int)RowHeight * chains.Length + 20;

    private protected override string Text() => string.Join('\n', [title, .. chains.Select(Line)]);

    private protected override DrawingParts Drawn() => new(
        Width, Height, title, string.Join(" ", chains.Select(chain => Line(chain) + ".")), Canonical(), Draw);

    private static double[] Shares(string name, IReadOnlyList<double> norms, int lags)
    {
        ArgumentNullException.ThrowIfNull(norms);
        if (norms.Count <= lags || !(norms[0] > 0) || norms.Any(norm => !(norm >= 0)))
            throw new ArgumentException(
                $"Chain \"{name}\" has {norms.Count} norms; "
                    + $"expected more than {lags}, none negative, the first above 0.");
        return [.. norms.Take(lags + 1).Select(norm => norm / norms[0])];
    }

    private string Line((string Name, double[] Shares) chain) =>
        $"{chain.Name}: "
            + string.Join(", ", Told().Select(lag => $"{NumberText.Short(chain.Shares[lag], 2)} at lag {lag}"));

    private IEnumerable<int> Told() => Enumerable.Range(0, lags + 1).Where(lag => lag % 5 == 0);

    private string Canonical()
    {
        using var writer = new CanonicalWriter("gradient chain");
        writer.Text("title", title);
        writer.Number("lags", lags);
        writer.Objects("chains", chains, chain =>
        {
            writer.Text("name", chain.Name);
            writer.Numbers("shares", chain.Shares);
        });
        return writer.Finish();
    }

    private void Draw(SvgWriter svg, string id)
    {
        svg.Label(title, Theme.Padding, 22, Theme.TitleSize, bold: true);
        for (int row = 0; row < chains.Length; row++)
            DrawChain(svg, chains[row].Name, chains[row].Shares, 34 + RowHeight * row);
        double bottom = 34 + RowHeight * chains.Length + 8;
        svg.Label("← earlier steps", Theme.Padding, bottom, Theme.NoteSize, fill: Theme.Muted);
        svg.Label("the last step, T", X(0) + Radius, bottom, Theme.NoteSize, "end", Theme.Muted);
    }

    private void DrawChain(SvgWriter svg, string name, double[] shares, double top)
    {
        double middle = top + 40;
        svg.Label(name, Theme.Padding, top + 15, Theme.LabelSize);
        for (int lag = 1; lag <= lags; lag++)
        {
            double thickness = Math.Clamp(FullThickness * shares[lag], 0.4, Thickest);
            svg.Line(X(lag - 1) - Radius, middle, X(lag) + Radius, middle, Colour(shares[lag]), thickness);
        }

        for (int lag = 0; lag <= lags; lag++)
            svg.Empty("circle",
                ("cx", X(lag)), ("cy", middle), ("r", Radius), ("fill", Theme.Paper), ("stroke", Theme.Ink));
        foreach (int lag in Told())
            svg.Label(
                NumberText.Short(shares[lag], 2), X(lag), middle + 27, Theme.NoteSize, "middle", Colour(shares[lag]));
    }

    private static string Colour(double share) => share < 0.5 ? Less : share > 2 ? More : Same;

    private double X(int lag) => Left + 6 + (lags - lag) * Spacing;
}
