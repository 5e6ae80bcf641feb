using System.Collections.Immutable;
using Unrolled.Charts.Svg;

namespace Unrolled.Charts.Views.Stepping;

/// <summary>A legend below a drawing, in as many rows as it needs.</summary>
internal sealed class LegendStrip(ImmutableArray<LegendItem> items, double width)
{
    private const double RowHeight = 28, AfterSymbol = 6, AfterText = 16;

    public double Height => Places().Count == 0 ? 0 : Places().Max(place => place.Y) + RowHeight;

    public void Draw(SvgWriter svg, Place at)
    {
        foreach ((LegendItem item, Place place) in items.Zip(Places()))
        {
            double middle = at.Y + place.Y + RowHeight / 2;
            item.Symbol(svg, new Place(at.X + place.X + item.Width / 2, middle));
            svg.Label(item.Text, at.X + place.X + SymbolWidth(item), middle + Theme.NoteSize * 0.36, Theme.NoteSize, fill: Theme.Muted);
        }
    }

    /// <summary>The room that the longest entry needs.</summary>
    public static double LeastWidth(ImmutableArray<LegendItem> items) => items.Max(Length);

    private List<Place> Places()
    {
        var places = new List<Place>();
        double x = 0, y = 0;
        foreach (LegendItem item in items)
        {
            double length = Length(item);
            if (x > 0 && x + length > width)
                (x, y) = (0, y + RowHeight);
            places.Add(new Place(x, y));
            x += length + AfterText;
        }

        return places;
    }

    private static double Length(LegendItem item) => SymbolWidth(item) + TextMetrics.Width(item.Text, Theme.NoteSize);

    private static double SymbolWidth(LegendItem item) => item.Width > 0 ? item.Width + AfterSymbol : 0;
}
