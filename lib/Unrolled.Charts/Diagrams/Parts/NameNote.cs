namespace Unrolled;

/// <summary>The name of a quantity below a part, around a middle.</summary>
internal sealed record NameNote(MathName Name, Place Middle) : StillPart
{
    public override void Draw(SvgWriter svg) => Name.Draw(
        svg, Middle with { X = Middle.X - Name.Width(Ink.Note) / 2 }, Ink.Note, Theme.Muted);
}
