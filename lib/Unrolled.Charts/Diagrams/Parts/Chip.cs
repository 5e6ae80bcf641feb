namespace Unrolled;

/// <summary>
/// A quantity on its wire: the name, the value of the chosen unit on its colour, and below them a strip with the colour
/// of every unit.
/// </summary>
internal sealed record Chip(Quantity Quantity, Place Centre) : IPart
{
    private const double
        Side = 5, Between = 5, TextHeight = 15, StripHeight = 8, Radius = 4, LeastCell = 3, Baseline = 11.2;

    /// <summary>Whether the value has no name, because a part beside it has the name.</summary>
    public bool Nameless { get; init; }

    private bool HasStrip => Quantity.Elements > 1;

    private bool HasNumber => !Quantity.NamedBySymbol && (Quantity.FollowsUnit || !HasStrip);

    // The key under which Web/steps.js writes the value of another step.
    private string? Live => HasNumber ? Quantity.Key : null;

    private double Height => TextHeight + (HasStrip ? StripHeight : 0);

    private double Width => Math.Max(2 * Side + NameWidth + NumberWidth, HasStrip ? Quantity.Elements * LeastCell : 0);

    private double NameWidth => Nameless ? 0 : Quantity.Name.Width(Ink.Name) + Between;

    private double NumberWidth => HasNumber
        ? Quantity.Values.Cast<double>().Max(value => TextMetrics.Width(ValueText.Of(value), Ink.Number))
        : TextMetrics.Width("WW", Ink.Number);

    public void Draw(SvgWriter svg, Moment moment)
    {
        var box = new Rect(Centre.X - Width / 2, Centre.Y - Height / 2, Width, Height);
        int chosen = moment.ChosenOf(Quantity);
        Rgb? ground = HasNumber ? moment.Colour(Quantity, chosen) : null;
        string ink = ground is { } colour ? ValueColour.Ink(colour) : Theme.Ink;
        svg.Open("g", ("class", "chip"));
        svg.Empty("rect",
            ("x", box.Left), ("y", box.Top), ("width", Width), ("height", Height), ("rx", Radius),
            ("fill", ground?.ToString() ?? Theme.Paper), ("data-fill", Live));
        if (!Nameless)
            Quantity.Name.Draw(svg, new Place(box.Left + Side, box.Top + Baseline), Ink.Name, ink, Live);
        DrawNumber(svg, moment, new Place(Nameless ? Centre.X : box.Right - Side, box.Top + Baseline), ink, chosen);
        if (HasStrip)
            DrawStrip(svg, moment, new Rect(box.Left + 1, box.Top + TextHeight, Width - 2, StripHeight - 1), chosen);
        svg.Empty("rect",
            ("x", box.Left), ("y", box.Top), ("width", Width), ("height", Height), ("rx", Radius),
            ("fill", "none"), ("stroke", Ink.Wire), ("stroke-width", 0.9));
        svg.Close();
    }

    private void DrawNumber(SvgWriter svg, Moment moment, Place at, string ink, int chosen)
    {
        bool symbol = Quantity.NamedBySymbol && !moment.Recording.Symbols.IsEmpty;
        string text = symbol ? moment.Recording.Symbols[moment.Step]
            : HasNumber ? ValueText.Of(moment.Value(Quantity, chosen))
            : "";
        svg.Text("text", text,
            ("x", at.X), ("y", at.Y), ("font-size", Ink.Number), ("fill", ink),
            ("text-anchor", Nameless ? "middle" : "end"),
            ("data-text", Live), ("data-ink", Live), ("data-symbol", symbol ? "" : null));
    }

    private void DrawStrip(SvgWriter svg, Moment moment, Rect strip, int chosen)
    {
        double cell = strip.Width / Quantity.Elements;
        for (int i = 0; i < Quantity.Elements; i++)
            svg.Empty("rect",
                ("x", strip.Left + i * cell), ("y", strip.Top), ("width", cell), ("height", strip.Height),
                ("fill", moment.Colour(Quantity, i).ToString()), ("data-fill", $"{Quantity.Key}:{i}"));
        svg.Line(strip.Left, strip.Top, strip.Right, strip.Top, Theme.Paper);
        if (Quantity.FollowsUnit)
            svg.Empty("rect",
                ("x", strip.Left + chosen * cell), ("y", strip.Top), ("width", cell), ("height", strip.Height),
                ("fill", "none"), ("stroke", Theme.Ink), ("stroke-width", 1.2),
                ("data-unit-from", strip.Left), ("data-unit-width", cell));
    }
}
