namespace Unrolled;

/// <summary>A word beside a part.</summary>
internal sealed record Note(string Text, Place At, string Anchor = "start") : StillPart
{
    public string Colour { get; init; } = Theme.Muted;

    public double Size { get; init; } = Ink.Note;

    public override void Draw(SvgWriter svg) => svg.Label(Text, At.X, At.Y, Size, Anchor, Colour);
}
