namespace Unrolled;

/// <summary>
/// The learned links from every unit of one row to every unit of another: orange for a positive weight and blue for a
/// negative one, wider and stronger the larger it is.
/// </summary>
/// <param name="From">The units at the beginning of the links.</param>
/// <param name="To">The units at their end.</param>
/// <param name="Weights">[to, from].</param>
internal sealed record EachToEach(UnitRow From, UnitRow To, Matrix Weights) : IPart
{
    private const double Thinnest = 0.5, Widest = 1.9, Faintest = 0.12, Strongest = 0.8;

    public void Draw(SvgWriter svg, Moment moment) => Draw(svg, From.Places, To.Places, Weights);

    public static void Draw(SvgWriter svg, IReadOnlyList<Place> from, IReadOnlyList<Place> to, Matrix weights)
    {
        double largest = weights.Enumerate().Max(Math.Abs);
        svg.Open("g", ("class", "each-to-each"));
        for (int i = 0; i < to.Count; i++)
            for (int j = 0; j < from.Count; j++)
            {
                double share = largest == 0 ? 0 : Math.Abs(weights[i, j]) / largest;
                svg.Empty("path",
                    ("d", $"M{Wire.Text(from[j])}L{Wire.Text(to[i])}"),
                    ("stroke", ValueColour.Of(Math.Sign(weights[i, j]), 1).ToString()),
                    ("stroke-width", Thinnest + share * (Widest - Thinnest)),
                    ("stroke-opacity", Faintest + share * (Strongest - Faintest)));
            }

        svg.Close();
    }
}

/// <summary>The fixed links from each unit of a row to its own unit of the row below it: the copy.</summary>
internal sealed record OneToOne(UnitRow From, UnitRow To) : IPart
{
    public void Draw(SvgWriter svg, Moment moment)
    {
        foreach ((Place from, Place to) in From.Places.Zip(To.Places))
        {
            double aside = 0.6 * From.Radius, top = from.Y + 0.8 * From.Radius, bottom = to.Y - 0.8 * To.Radius;
            var wire = new Wire(new Place(from.X + aside, top), new Place(to.X + aside, bottom));
            (wire with { Colour = Ink.Extra, Dash = Ink.Dashes }).Draw(svg);
        }
    }
}
