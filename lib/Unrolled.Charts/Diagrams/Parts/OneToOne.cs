namespace Unrolled;

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
