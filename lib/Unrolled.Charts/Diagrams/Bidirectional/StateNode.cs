namespace Unrolled;

/// <summary>
/// A state of one direction: its name, the value of the chosen unit on its colour, and a square for each input, filled
/// where the state depends on it.
/// </summary>
internal sealed record StateNode(BidirectionalModel Model, StateAt State, Place Centre) : StillPart
{
    /// <summary>In a name of this size the subscript, too, is legible on a phone.</summary>
    public const double NameSize = 14;

    public const double Width = 44, Height = 46;

    private const double
        Radius = 6, NameLine = 14, ValueTop = 19, ValueHeight = 15, SquaresTop = 36.5, Side = 3, Gap = 2, Largest = 6;

    public double Top => Centre.Y - Height / 2;

    public double Bottom => Centre.Y + Height / 2;

    public Place Left => Centre with { X = Centre.X - Width / 2 };

    public Place Right => Centre with { X = Centre.X + Width / 2 };

    public override void Draw(SvgWriter svg)
    {
        bool newest = Model.Newest == State;
        Frame(svg, DirectionInk.State(State.Backward), null, null);
        MathName name = Model.Name(State);
        name.Draw(svg, new Place(Centre.X - name.Width(NameSize) / 2, Top + NameLine), NameSize, Theme.Ink);
        Rgb colour = ValueColour.Of(Model.Value(State), Model.Reach);
        svg.Empty("rect",
            ("x", Left.X), ("y", Top + ValueTop), ("width", Width), ("height", ValueHeight),
            ("fill", colour.ToString()));
        svg.Label(
            ValueText.Of(Model.Value(State)), Centre.X, Top + ValueTop + 11, Ink.Number, "middle",
            ValueColour.Ink(colour));
        double square = Math.Min(Largest, (Width - 2 * Side - (Model.Steps - 1) * Gap) / Model.Steps);
        double left = Centre.X - (Model.Steps * (square + Gap) - Gap) / 2;
        for (int input = 0; input < Model.Steps; input++)
            Square(
                svg, new Rect(left + input * (square + Gap), Top + SquaresTop, square, Largest),
                Model.DependsOn(State, input) ? DirectionInk.Input(input, State.Step) : null);
        Frame(
            svg, "none", newest ? Theme.Ink : DirectionInk.Edge(State.Backward), newest ? 2.4 : null);
    }

    /// <summary>A square for an input, in the colour of its side; hollow where it has no part in the state.</summary>
    public static void Square(SvgWriter svg, Rect square, string? colour) => svg.Empty("rect",
        ("x", square.Left + 0.4), ("y", square.Top + 0.4),
        ("width", square.Width - 0.8), ("height", square.Height - 0.8),
        ("fill", colour ?? Theme.Paper), ("stroke", colour ?? Theme.AxisLine), ("stroke-width", 0.8));

    private void Frame(SvgWriter svg, string fill, string? stroke, double? thickness) => svg.Empty("rect",
        ("x", Left.X), ("y", Top), ("width", Width), ("height", Height), ("rx", Radius),
        ("fill", fill), ("stroke", stroke), ("stroke-width", thickness));
}
