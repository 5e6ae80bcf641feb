using System.Collections.Immutable;

namespace Unrolled;

/// <summary>A slider as text.</summary>
internal static class SliderText
{
    private const int MostRows = 12, MostColumns = 6;

    /// <summary>
    /// Of figures with as many series each, a table with a row for each frame; of other drawings, the texts of the
    /// shown frames.
    /// </summary>
    public static string Of(SliderModel model)
    {
        FigureModel[] figures = [.. model.Frames.OfType<Figure>().Select(figure => figure.Model)];
        int series = figures.Length == 0 ? 0 : figures[0].Series.Length;
        return series is > 0 and <= MostColumns && figures.All(figure => figure.Series.Length == series)
            ? Table(model, figures, series)
            : Texts(model);
    }

    /// <summary>The parameters and the shown frames in sentences.</summary>
    public static string Describe(SliderModel model) =>
        $"{model.Frames.Length} frames: {model.Range}. " + string.Join(
            " ", model.Shown.Select(frame => $"At {model.Heading(frame)}: {model.Frames[frame].Parts().Description}"));

    private static string Table(SliderModel model, FigureModel[] figures, int series)
    {
        IEnumerable<Column> names = Enumerable.Range(0, series).Select(index => new Column(NameOf(figures, index)));
        var table = new Table(
            model.Title ?? figures[0].Title,
            [.. model.Parameters.Select(parameter => new Column(parameter.Name)), .. names]);
        foreach (int frame in Rows(model))
            table.Row([.. Values(model, frame), .. figures[frame].Series.Select(Summary)]);
        return table.ToString();
    }

    private static string Texts(SliderModel model)
    {
        IEnumerable<string> texts =
            model.Shown.Select(frame => $"{model.Heading(frame)}\n{model.Frames[frame]}");
        return string.Join("\n\n", model.Title is { } title ? texts.Prepend(SafeText.Clean(title)) : texts);
    }

    private static string NameOf(FigureModel[] figures, int index)
    {
        string? name = figures[0].Series[index].Name;
        bool constant = figures.All(figure => figure.Series[index].Name == name);
        return name is not null && constant ? name : $"series {index + 1}";
    }

    private static string Summary(Series series) => series switch
    {
        CurveSeries curve => FigureDescription.Summary(curve.Y),
        BarSeries bars => string.Join(", ", bars.Values.Select(value => NumberText.Short(value))),
        HistogramSeries bins => $"{NumberText.Short(bins.Edges[0])} … {NumberText.Short(bins.Edges[^1])}",
        HeatMapSeries map => FigureDescription.Summary([.. map.Values.Cast<double>()]),
        BandSeries band => $"{NumberText.Short(band.Lower[^1])} … {NumberText.Short(band.Upper[^1])} at the end",
        _ => series.Named,
    };

    private static IEnumerable<object> Values(SliderModel model, int frame) => model.Parameters.Length == 1
        ? [model.Parameters[0].Written(frame)]
        :
        [
            model.Parameters[0].Written(frame / model.Parameters[1].Values.Length),
            model.Parameters[1].Written(frame % model.Parameters[1].Values.Length),
        ];

    // All frames, or some at equal distances with the first and the last.
    private static ImmutableArray<int> Rows(SliderModel model)
    {
        int frames = model.Frames.Length;
        return frames <= MostRows
            ? [.. Enumerable.Range(0, frames)]
            : [.. Enumerable.Range(0, MostRows).Select(row => row * (frames - 1) / (MostRows - 1))];
    }
}
