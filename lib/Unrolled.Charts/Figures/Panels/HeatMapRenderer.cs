using Unrolled.Charts.Colours;
using Unrolled.Charts.Model;
using Unrolled.Charts.Scales;

namespace Unrolled.Charts.Svg;

/// <summary>Draws the cells of a heat map, neighbours of one colour as one rectangle.</summary>
internal static class HeatMapRenderer
{
    public static void Draw(SvgWriter svg, HeatMapSeries map, Frame frame)
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
                    DrawCell(svg, row, column, end, colour, frame);
            }

        svg.Close();
        if (map.ShowValues)
            DrawValues(svg, map, frame);
    }

    private static string? Colour(HeatMapSeries map, int row, int column) =>
        double.IsNaN(map.Values[row, column]) ? null : ColourOf(map, map.Values[row, column]).ToString();

    private static Rgb ColourOf(HeatMapSeries map, double value) => ColourMap.Of(map.Scale).At(map.Share(value));

    private static void DrawCell(SvgWriter svg, int row, int start, int end, string colour, Frame frame)
    {
        double left = frame.Left(start - 0.5), top = frame.Top(row - 0.5);
        svg.Empty("rect",
            ("x", left), ("y", top), ("width", frame.Left(end - 0.5) - left), ("height", frame.Top(row + 0.5) - top), ("fill", colour));
    }

    private static void DrawValues(SvgWriter svg, HeatMapSeries map, Frame frame)
    {
        double width = frame.Plot.Width / map.Columns, height = frame.Plot.Height / map.Rows;
        double widest = map.Values.Cast<double>().Select(value => TextMetrics.Width(NumberText.Short(value, 3), 1)).Max();
        double size = Math.Min(Theme.NoteSize, Math.Min((width - 4) / widest, height - 2));
        if (size < 6)
            return;
        for (int row = 0; row < map.Rows; row++)
            for (int column = 0; column < map.Columns; column++)
                if (map.Values[row, column] is double value && !double.IsNaN(value))
                    svg.Label(
                        NumberText.Short(value, 3), frame.Left(column), frame.Top(row) + size * 0.36, size, "middle",
                        ColourOf(map, value).Luminance > 0.36 ? Theme.Ink : Theme.Paper);
    }
}
