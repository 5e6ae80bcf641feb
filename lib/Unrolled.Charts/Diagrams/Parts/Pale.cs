namespace Unrolled;

/// <summary>A part that is not explained yet: its shapes are almost transparent.</summary>
internal sealed record Pale(IPart Part) : IPart
{
    public const double Opacity = 0.16;

    public void Draw(SvgWriter svg, Moment moment)
    {
        svg.Open("g", ("opacity", Opacity));
        Part.Draw(svg, moment);
        svg.Close();
    }
}
