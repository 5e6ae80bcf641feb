using System.Collections.Immutable;

namespace Unrolled;

/// <summary>A symbol and its meaning; the symbol is drawn around the middle of a place of this width.</summary>
internal sealed record LegendItem(string Text, double Width, Action<SvgWriter, Place> Symbol);

/// <summary>A legend below a diagram, in as many rows as it needs.</summary>
internal sealed class LegendStrip(ImmutableArray<LegendItem> items, double width)
{
    private const double RowHeight = 28, AfterSymbol = 6, AfterText = 16;

    public double Height => Places().Count == 0 ? 0 : Places().Max(place => place.Y) + RowHeight;

    public void Draw(SvgWriter svg, Place at)
    {
        foreach ((LegendItem item, Place place) in items.Zip(Places()))
        {
            double left = at.X + place.X, middle = at.Y + place.Y + RowHeight / 2;
            item.Symbol(svg, new Place(left + item.Width / 2, middle));
            double baseline = middle + Theme.NoteSize * 0.36;
            svg.Label(item.Text, left + SymbolWidth(item), baseline, Theme.NoteSize, fill: Theme.Muted);
        }
    }

    /// <summary>The width of the longest entry.</summary>
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
