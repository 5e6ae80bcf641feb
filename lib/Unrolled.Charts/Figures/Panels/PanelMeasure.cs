namespace Unrolled;

/// <summary>The margins and tick counts of a panel, from the widths of its texts.</summary>
internal static class PanelMeasure
{
    public const double TitleLineHeight = 17;

    private const double TurnedAngle = Math.PI / 6;

    private const double TickGap = 6, LabelGap = 8, PixelsPerTickY = 44, SpaceBetweenNames = 14;

    public static Margins Margins(
        FigureModel figure, double width, double height, PanelOptions options, int legendRows)
    {
        double bottom = Bottom(figure, options, flatNames: true, widest: 0);
        double left = Left(figure, options, Vertical(figure, height - bottom - TitleLineHeight));
        double top = Top(figure, width - left, options, legendRows);
        double right = Right(figure, width - left, options);
        if (!NamesTurn(figure, width - left - right))
            return new Margins(left, top, right, bottom);
        double[] names = [.. AxisScale.CategoryNames(figure.X).Select(name => TextMetrics.Width(name, Theme.TickSize))];
        double room = (width - left - right) / names.Length;
        double overhang = names.Select((name, index) => Math.Cos(TurnedAngle) * name - (index + 0.5) * room).Max();
        bottom = Bottom(figure, options, flatNames: false, names.Max());
        return new Margins(Math.Max(left, overhang), top, right, bottom);
    }

    /// <summary>The title, in as many lines as it needs.</summary>
    public static IReadOnlyList<string> TitleLines(FigureModel figure, double width) =>
        figure.Title is null ? [] : FittedText.Lines(figure.Title, Theme.TitleSize, width, bold: true);

    /// <summary>The vertical scale for a plot of this height.</summary>
    public static Scale Vertical(FigureModel figure, double plotHeight) =>
        AxisScale.Vertical(figure, (int)Math.Clamp(plotHeight / PixelsPerTickY + 1, 3, 9));

    /// <summary>The horizontal scale for a plot of this width: as many ticks as their names leave room for.</summary>
    public static Scale Horizontal(FigureModel figure, double plotWidth)
    {
        for (int count = (int)Math.Clamp(plotWidth / 55, 2, 11); count > 2; count--)
        {
            Scale scale = AxisScale.Horizontal(figure, count);
            if (NamesFit(scale, plotWidth))
                return scale;
        }

        return AxisScale.Horizontal(figure, 2);
    }

    /// <summary>Whether category names are too long to be side by side, and so are turned.</summary>
    public static bool NamesTurn(FigureModel figure, double plotWidth)
    {
        if (figure.X.Categories.IsEmpty)
            return false;
        double room = plotWidth / figure.X.Categories.Length - 4;
        return AxisScale.CategoryNames(figure.X).Any(name => TextMetrics.Width(name, Theme.TickSize) > room);
    }

    private static bool NamesFit(Scale scale, double plotWidth)
    {
        double end = double.NegativeInfinity;
        foreach (Tick tick in scale.NamedTicks)
        {
            double centre = scale.Position(tick.Value) * plotWidth;
            double half = TextMetrics.Width(tick.Label, Theme.TickSize) / 2;
            if (centre - half < end + SpaceBetweenNames)
                return false;
            end = centre + half;
        }

        return true;
    }

    private static double Top(FigureModel figure, double width, PanelOptions options, int legendRows)
    {
        int lines = TitleLines(figure, width).Count;
        double title = lines == 0 ? 0 : lines * TitleLineHeight + 8.5;
        double legend = options.Legend ? legendRows * LegendRows.RowHeight + (legendRows > 0 ? 7 : 0) : 0;
        return title + legend + (figure.Title is null && legendRows == 0 ? 6 : 0);
    }

    private static double Bottom(FigureModel figure, PanelOptions options, bool flatNames, double widest)
    {
        if (!options.NamesX)
            return 10;
        double names = flatNames ? Theme.TickSize : Math.Sin(TurnedAngle) * widest + Theme.TickSize * 0.9;
        return TickGap + names + (figure.X.Label is null ? 4 : LabelGap + Theme.LabelSize + 4);
    }

    private static double Left(FigureModel figure, PanelOptions options, Scale y)
    {
        if (!options.NamesY)
            return 10;
        double names = y.NamedTicks
            .Select(tick => TextMetrics.Width(tick.Label, Theme.TickSize)).DefaultIfEmpty().Max();
        return names + TickGap + (figure.Y.Label is null ? 2 : LabelGap + Theme.LabelSize);
    }

    private static double Right(FigureModel figure, double width, PanelOptions options)
    {
        if (figure.HeatMap is { } map)
            return ColourBar.Width(map);
        Scale x = Horizontal(figure, width - 12);
        double overhang = x.NamedTicks
            .Select(tick => x.Position(tick.Value) * width + TextMetrics.Width(tick.Label, Theme.TickSize) / 2 - width)
            .DefaultIfEmpty().Max();
        double names = options.Legend && figure.Legend == LegendPosition.LineEnds
            ? LineEndNames.Width(figure)
            : 0;
        return Math.Max(Math.Max(overhang, names), 6);
    }
}
