namespace Unrolled;

/// <summary>
/// A quantity on its wire: the name, the value of the chosen unit on its colour, and below them a strip with the colour
/// of every unit. A short vector that is no vector of units has its numbers in the strip.
/// </summary>
internal sealed record Chip(Quantity Quantity, Place Centre) : IPart
{
    private const double
        Side = 5, Between = 5, TextHeight = 15, StripHeight = 8, Radius = 4, LeastCell = 3, Baseline = 11.2,
        LineHeight = 14, NumberCell = 24;

    private const int MostNumbers = 6;

    /// <summary>Whether the value has no name, because a part beside it has the name.</summary>
    public bool Nameless { get; init; }

    /// <summary>Whether the name is above the number, in larger letters: for a narrow diagram.</summary>
    public bool Stacked { get; init; }

    private double Size => Stacked ? Ink.Large : Ink.Name;

    private bool HasNumbers => Stacked && !Quantity.FollowsUnit && Quantity.Elements is > 1 and <= MostNumbers;

    private bool HasStrip => Quantity.Elements > 1;

    private bool HasNumber => !Quantity.NamedBySymbol && (Quantity.FollowsUnit || !HasStrip);

    // The key under which Web/steps.js writes the value of another step.
    private string? Live => HasNumber ? Quantity.Key : null;

    private double StripTop => Stacked && !HasNumbers ? 2 * LineHeight + 2 : TextHeight + (Stacked ? 1 : 0);

    private double Strip => !HasStrip ? 0 : HasNumbers ? TextHeight + 2 : StripHeight;

    private double Height => StripTop + Strip;

    private double Width => Math.Max(2 * Side + TextWidth, HasStrip ? Quantity.Elements * Cell : 0);

    private double Cell => HasNumbers ? NumberCell : LeastCell;

    private double TextWidth => Stacked ? Math.Max(NameWidth - Between, NumberWidth) : NameWidth + NumberWidth;

    private double NameWidth => Nameless ? 0 : Quantity.Name.Width(Size) + Between;

    private double NumberWidth => HasNumber
        ? Quantity.Values.Cast<double>().Max(value => TextMetrics.Width(ValueText.Of(value), Size))
        : TextMetrics.Width("WW", Size);

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
        double left = Stacked ? Centre.X - (NameWidth - Between) / 2 : box.Left + Side;
        double line = box.Top + (Stacked ? LineHeight - 2 : Baseline);
        if (!Nameless)
            Quantity.Name.Draw(svg, new Place(left, line), Size, ink, Live);
        if (!HasNumbers)
            DrawNumber(svg, moment, NumberAt(box, line), ink, chosen);
        if (HasStrip)
            DrawStrip(svg, moment, new Rect(box.Left + 1, box.Top + StripTop, Width - 2, Strip - 1), chosen);
        svg.Empty("rect",
            ("x", box.Left), ("y", box.Top), ("width", Width), ("height", Height), ("rx", Radius),
            ("fill", "none"), ("stroke", Ink.Wire), ("stroke-width", 0.9));
        svg.Close();
    }

    private bool Centred => Nameless || Stacked;

    private Place NumberAt(Rect box, double line) =>
        new(Centred ? Centre.X : box.Right - Side, Stacked ? line + LineHeight : line);

    private void DrawNumber(SvgWriter svg, Moment moment, Place at, string ink, int chosen)
    {
        bool symbol = Quantity.NamedBySymbol && !moment.Recording.Symbols.IsEmpty;
        string text = symbol ? moment.Recording.Symbols[moment.Step]
            : HasNumber ? ValueText.Of(moment.Value(Quantity, chosen))
            : "";
        svg.Text("text", text,
            ("x", at.X), ("y", at.Y), ("font-size", Size), ("fill", ink),
            ("text-anchor", Centred ? "middle" : "end"),
            ("data-text", Live), ("data-ink", Live), ("data-symbol", symbol ? "" : null));
    }

    private void DrawStrip(SvgWriter svg, Moment moment, Rect strip, int chosen)
    {
        double cell = strip.Width / Quantity.Elements;
        for (int i = 0; i < Quantity.Elements; i++)
            svg.Empty("rect",
                ("x", strip.Left + i * cell), ("y", strip.Top), ("width", cell), ("height", strip.Height),
                ("fill", moment.Colour(Quantity, i).ToString()), ("data-fill", $"{Quantity.Key}:{i}"));
        for (int i = 0; HasNumbers && i < Quantity.Elements; i++)
            svg.Text("text", ValueText.Plain(moment.Value(Quantity, i)),
                ("x", strip.Left + (i + 0.5) * cell), ("y", strip.Bottom - 4), ("font-size", Size),
                ("fill", ValueColour.Ink(moment.Colour(Quantity, i))), ("text-anchor", "middle"),
                ("data-plain", $"{Quantity.Key}:{i}"), ("data-ink", $"{Quantity.Key}:{i}"));
        svg.Line(strip.Left, strip.Top, strip.Right, strip.Top, Theme.Paper);
        if (Quantity.FollowsUnit)
            svg.Empty("rect",
                ("x", strip.Left + chosen * cell), ("y", strip.Top), ("width", cell), ("height", strip.Height),
                ("fill", "none"), ("stroke", Theme.Ink), ("stroke-width", 1.2),
                ("data-unit-from", strip.Left), ("data-unit-width", cell));
    }
}
