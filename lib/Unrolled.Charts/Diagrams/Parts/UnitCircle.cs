using Unrolled.Charts.Colours;
using Unrolled.Charts.Svg;
using Unrolled.Charts.Views.Recordings;

namespace Unrolled.Charts.Views.Parts;

/// <summary>One unit of a layer: its activation as a colour, and as a number where there is room.</summary>
internal sealed record UnitCircle(Quantity Quantity, int Element, Place Centre, double Radius) : IPart
{
    private const double LeastWithNumber = 13, Size = 8;

    public void Draw(SvgWriter svg, Moment moment)
    {
        Rgb colour = moment.Colour(Quantity, Element);
        string live = $"{Quantity.Key}:{Element}";
        svg.Empty("circle",
            ("cx", Centre.X), ("cy", Centre.Y), ("r", Radius), ("fill", colour.ToString()), ("stroke", Ink.OutsideEdge), ("data-fill", live));
        if (Radius >= LeastWithNumber)
            svg.Text("text", ValueText.Of(moment.Value(Quantity, Element)),
                ("x", Centre.X), ("y", Centre.Y + Size * 0.36), ("font-size", Size), ("fill", ValueColour.Ink(colour)), ("text-anchor", "middle"),
                ("data-text", live), ("data-ink", live));
    }
}
