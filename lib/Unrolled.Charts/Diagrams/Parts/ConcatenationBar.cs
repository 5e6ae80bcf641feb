namespace Unrolled;

/// <summary>The concatenation of vectors that arrive side by side.</summary>
internal sealed record ConcatenationBar(Place Centre) : StillPart
{
    private const double Width = 62, Height = 6;

    public Place Top => Centre with { Y = Centre.Y - Height / 2 };

    public Place BottomAt(double x) => new(x, Centre.Y + Height / 2);

    public Place TopAt(double x) => new(x, Centre.Y - Height / 2);

    public override void Draw(SvgWriter svg) => svg.Empty("rect",
        ("x", Centre.X - Width / 2), ("y", Top.Y), ("width", Width), ("height", Height), ("rx", Height / 2),
        ("fill", Ink.Wire));
}
