namespace Unrolled;

/// <summary>The SVG of the cells of a heat map; neighbours of one colour are one rectangle.</summary>
internal static class HeatMapRenderer
{
    public static void Draw(SvgWriter svg, HeatMapSeries map, Axes axes)
    {
        svg.Open("g", ("class", "cells"), ("shape-rendering", "crispEdges"));
        for (int row = 0; row < map.Rows; row++)
            for (int column = 0, end; column < map.Columns; column = end)
            {
                string? colour = Colour(map, row, column);
                end = column + 1;
                while (end < map.Columns && Colour(map, row, end) == colour)
                    end++;
                if (colour is not null)
                    DrawCell(svg, map, row, column, end, colour, axes);
            }

        svg.Close();
        if (map.ShowValues)
            DrawValues(svg, map, axes);
    }

    private static string? Colour(HeatMapSeries map, int row, int column) =>
        double.IsNaN(map.Values[row, column]) ? null : ColourOf(map, map.Values[row, column]).ToString();

    private static Rgb ColourOf(HeatMapSeries map, double value) => ColourMap.Of(map.Scale).At(map.Share(value));

    private static void DrawCell(
        SvgWriter svg, HeatMapSeries map, int row, int start, int end, string colour, Axes axes)
    {
        double left = axes.Left(map.Left(start)), one = axes.Top(map.Edge(row)), other = axes.Top(map.Edge(row + 1));
        svg.Empty("rect",
            ("x", left), ("y", Math.Min(one, other)),
            ("width", axes.Left(map.Left(end)) - left), ("height", Math.Abs(other - one)), ("fill", colour));
    }

    private static void DrawValues(SvgWriter svg, HeatMapSeries map, Axes axes)
    {
        double width = axes.Plot.Width / map.Columns, height = axes.Plot.Height / map.Rows;
        double widest = map.Values.Cast<double>().Max(value => TextMetrics.Width(NumberText.Short(value, 3), 1));
        double size = Math.Min(Theme.NoteSize, Math.Min((width - 4) / widest, height - 2));
        if (size < 6)
            return;
        for (int row = 0; row < map.Rows; row++)
            for (int column = 0; column < map.Columns; column++)
                if (map.Values[row, column] is double value && !double.IsNaN(value))
                    svg.Label(
                        NumberText.Short(value, 3), axes.Left(column), axes.Top(row) + size * 0.36, size, "middle",
                        ColourOf(map, value).Luminance > 0.36 ? Theme.Ink : Theme.Paper);
    }
}
