using System.Collections.Immutable;

namespace Unrolled;

/// <summary>Figures with common axes, wide enough for the data of all.</summary>
internal static class SharedAxes
{
    public static ImmutableArray<FigureModel> Of(ImmutableArray<FigureModel> figures, bool x, bool y)
    {
        Interval? across = x ? figures.Select(AxisScale.HorizontalData).Aggregate(Interval.Union) : null;
        Interval? up = y ? figures.Select(AxisScale.VerticalData).Aggregate(Interval.Union) : null;
        return
        [
            .. figures.Select(figure => figure with
            {
                X = figure.X with { SharedData = across },
                Y = figure.Y with { SharedData = up },
            }),
        ];
    }

    /// <summary>The figures with common colours in place of each heat map's own.</summary>
    public static ImmutableArray<FigureModel> Coloured(ImmutableArray<FigureModel> figures)
    {
        Interval? range = figures.Select(figure => figure.HeatMap?.Range).Aggregate(Interval.Union);
        return range is not { } common
            ? figures
            :
            [
                .. figures.Select(figure => figure.HeatMap is { } map
                    ? figure with { Series = figure.Series.Replace(map, map with { Range = common }) }
                    : figure),
            ];
    }
}
