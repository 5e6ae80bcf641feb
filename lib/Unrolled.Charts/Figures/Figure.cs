using System.Collections.Immutable;
using System.Numerics;

namespace Unrolled;

/// <summary>
/// A chart built in one expression: each method adds to the figure and returns it.
/// <code>new Figure("Loss").Line(losses, "BPTT").LogY().XLabel("epoch").YLabel("mean squared error")</code>
/// </summary>
public sealed class Figure : Drawing
{
    private const int CurvePoints = 401, ManyPoints = 400;

    /// <summary>An empty figure.</summary>
    /// <param name="title">The title; null for none.</param>
    /// <param name="width">In pixels, 160 … 4000; narrower pages shrink it.</param>
    /// <param name="height">In pixels, 100 … 4000.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is outside its bounds.</exception>
    public Figure(string? title = null, int width = 680, int height = 380)
    {
        Bounded(width, 160, nameof(width));
        Bounded(height, 100, nameof(height));
        Model = new FigureModel(title, width, height);
    }

    internal FigureModel Model { get; private set; }

    /// <summary>Adds a line through values at equal distances.</summary>
    /// <typeparam name="T">A number.</typeparam>
    /// <param name="y">The values; NaN leaves a gap.</param>
    /// <param name="name">The name in the legend; null for none.</param>
    /// <param name="from">The position of the first value; the next ones follow at distance 1.</param>
    /// <param name="dash">The dash pattern; null chooses one that no earlier line has.</param>
    /// <param name="marker">A shape at every value.</param>
    /// <param name="step">Whether each value holds until the next.</param>
    /// <param name="colour">As <c>#rrggbb</c>; null chooses one that no earlier series has.</param>
    /// <param name="thickness">In pixels.</param>
    /// <returns>This figure.</returns>
    /// <exception cref="ArgumentException">
    /// There are no values, or one is infinite, or not positive on a logarithmic axis.
    /// </exception>
    public Figure Line<T>(
        IEnumerable<T> y, string? name = null, double from = 0, Dash? dash = null, Marker marker = Marker.None,
        bool step = false, string? colour = null, double thickness = 1.8) where T : INumber<T>
    {
        double[] values = Input("line", name).Values(y, "y");
        return Line(values.Select((_, index) => from + index), values, name, dash, marker, step, colour, thickness);
    }

    /// <summary>Adds a line through points in their order.</summary>
    /// <typeparam name="TX">A number.</typeparam>
    /// <typeparam name="TY">A number.</typeparam>
    /// <param name="x">The positions.</param>
    /// <param name="y">The values, as many as positions; NaN leaves a gap.</param>
    /// <param name="name">The name in the legend; null for none.</param>
    /// <param name="dash">The dash pattern; null chooses one that no earlier line has.</param>
    /// <param name="marker">A shape at every value.</param>
    /// <param name="step">Whether each value holds until the next.</param>
    /// <param name="colour">As <c>#rrggbb</c>; null chooses one that no earlier series has.</param>
    /// <param name="thickness">In pixels.</param>
    /// <returns>This figure.</returns>
    /// <exception cref="ArgumentException">
    /// There are no values, or not as many as positions, or one is infinite, or not positive on a logarithmic axis.
    /// </exception>
    public Figure Line<TX, TY>(
        IEnumerable<TX> x, IEnumerable<TY> y, string? name = null, Dash? dash = null, Marker marker = Marker.None,
        bool step = false, string? colour = null, double thickness = 1.8) where TX : INumber<TX> where TY : INumber<TY>
    {
        (SeriesInput input, double[] xs, double[] ys) = Points("line", name, x, y);
        Dash pattern = dash ?? NextDash(ys.Length);
        return Add(new LineSeries(name, ColourOf(input, colour), xs, ys, marker, pattern, step, thickness));
    }

    /// <summary>Adds the graph of a function.</summary>
    /// <param name="function">The value at a position.</param>
    /// <param name="from">The first position.</param>
    /// <param name="to">The last position.</param>
    /// <param name="name">The name in the legend; null for none.</param>
    /// <param name="dash">The dash pattern; null chooses one that no earlier line has.</param>
    /// <param name="colour">As <c>#rrggbb</c>; null chooses one that no earlier series has.</param>
    /// <returns>This figure.</returns>
    /// <exception cref="ArgumentException">A value is infinite, or not positive on a logarithmic axis.</exception>
    public Figure Line(
        Func<double, double> function, double from, double to, string? name = null, Dash? dash = null,
        string? colour = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        double[] x = [.. Enumerable.Range(0, CurvePoints).Select(i => from + (to - from) * i / (CurvePoints - 1))];
        return Line(x, x.Select(function), name, dash ?? NextDash(0), colour: colour);
    }

    /// <summary>Adds points that are not joined.</summary>
    /// <typeparam name="TX">A number.</typeparam>
    /// <typeparam name="TY">A number.</typeparam>
    /// <param name="x">The positions.</param>
    /// <param name="y">The values, as many as positions; NaN is not drawn.</param>
    /// <param name="name">The name in the legend; null for none.</param>
    /// <param name="marker">The shape; null chooses one that no earlier points have.</param>
    /// <param name="size">In pixels.</param>
    /// <param name="colour">As <c>#rrggbb</c>; null chooses one that no earlier series has.</param>
    /// <returns>This figure.</returns>
    /// <exception cref="ArgumentException">
    /// There are no values, or not as many as positions, or one is infinite, or not positive on a logarithmic axis.
    /// </exception>
    public Figure Points<TX, TY>(
        IEnumerable<TX> x, IEnumerable<TY> y, string? name = null, Marker? marker = null, double size = 6,
        string? colour = null) where TX : INumber<TX> where TY : INumber<TY>
    {
        (SeriesInput input, double[] xs, double[] ys) = Points("points", name, x, y);
        Marker shape = marker ?? SeriesStyles.MarkerOf(Model.Series.OfType<PointSeries>().Count());
        return Add(new PointSeries(name, ColourOf(input, colour), xs, ys, shape, size));
    }

    /// <summary>Adds the shaded area between two curves, as for a spread over seeds.</summary>
    /// <typeparam name="TX">A number.</typeparam>
    /// <typeparam name="TY">A number.</typeparam>
    /// <param name="x">The positions.</param>
    /// <param name="lower">The lower edge.</param>
    /// <param name="upper">The upper edge.</param>
    /// <param name="name">The name in the legend; null for none, and the colour of the series before.</param>
    /// <param name="colour">As <c>#rrggbb</c>; null chooses.</param>
    /// <returns>This figure.</returns>
    /// <exception cref="ArgumentException">
    /// There are no values, or not as many as positions, or one is infinite, or not positive on a logarithmic axis.
    /// </exception>
    public Figure Band<TX, TY>(
        IEnumerable<TX> x, IEnumerable<TY> lower, IEnumerable<TY> upper, string? name = null, string? colour = null)
        where TX : INumber<TX> where TY : INumber<TY>
    {
        (SeriesInput input, double[] xs, double[] low) = Points("band", name, x, lower);
        double[] high = input.Values(upper, "upper");
        input.SameLength(xs, "x", high, "upper");
        string? own = colour ?? (name is null && !Model.Series.IsEmpty ? Model.Series[^1].Colour : null);
        return Add(new BandSeries(name, ColourOf(input, own), xs, low, high));
    }

    /// <summary>Adds one bar for each category; the bars of several calls are side by side.</summary>
    /// <typeparam name="T">A number.</typeparam>
    /// <param name="categories">The names below the bars.</param>
    /// <param name="values">The heights, as many; NaN leaves a bar out.</param>
    /// <param name="name">The name in the legend; null for none.</param>
    /// <param name="errors">Half the length of the whisker on each bar; null for no whiskers.</param>
    /// <param name="showValues">Whether each value is written at the end of its bar.</param>
    /// <param name="colour">As <c>#rrggbb</c>; null chooses one that no earlier series has.</param>
    /// <returns>This figure.</returns>
    /// <exception cref="ArgumentException">
    /// There are no values, or not as many as categories, or one is infinite, or the categories differ from earlier
    /// ones.
    /// </exception>
    public Figure Bars<T>(
        IEnumerable<string> categories, IEnumerable<T> values, string? name = null, IEnumerable<T>? errors = null,
        bool showValues = false, string? colour = null) where T : INumber<T>
    {
        SeriesInput input = Input("bars", name);
        ImmutableArray<string> names = [.. categories];
        double[] heights = input.Values(values, "values");
        double[]? whiskers = errors is null ? null : input.Values(errors, "errors");
        if (names.Length != heights.Length)
            throw new ArgumentException(
                $"{input.Figure}, {input.Series}: {names.Length} categories and {heights.Length} values; "
                + "they must be as many.");
        if (whiskers is not null)
            input.SameLength(heights, "values", whiskers, "errors");
        if (Model.Series.Any(series => series is BarSeries) && !Model.X.Categories.SequenceEqual(names))
            throw new ArgumentException(
                $"{input.Figure}, {input.Series}: the categories [{string.Join(", ", names)}] differ from the earlier "
                + $"[{string.Join(", ", Model.X.Categories)}].");
        var bars = new BarSeries(name, ColourOf(input, colour), heights, whiskers, showValues);
        return Become(Model with { X = Model.X with { Categories = names }, Series = Model.Series.Add(bars) });
    }

    /// <summary>Adds a histogram: counts of values in bins of one round width.</summary>
    /// <typeparam name="T">A number.</typeparam>
    /// <param name="values">The values; NaN is not counted.</param>
    /// <param name="name">The name in the legend; null for none.</param>
    /// <param name="bins">
    /// The largest number of bins; null takes twice the cube root of the count (Rice's rule).
    /// </param>
    /// <param name="colour">As <c>#rrggbb</c>; null chooses one that no earlier series has.</param>
    /// <returns>This figure.</returns>
    /// <exception cref="ArgumentException">There are no values, or one is infinite.</exception>
    public Figure Histogram<T>(
        IEnumerable<T> values, string? name = null, int? bins = null, string? colour = null) where T : INumber<T>
    {
        SeriesInput input = Input("histogram", name);
        double[] numbers = [.. input.Values(values, "values").Where(value => !double.IsNaN(value))];
        if (numbers.Length == 0)
            throw new ArgumentException($"{input.Figure}, {input.Series}: all values are NaN.");
        int most = bins ?? (int)Math.Ceiling(2 * Math.Cbrt(numbers.Length));
        (double[] edges, double[] counts) = Bins.Count(numbers, most);
        return Add(new HistogramSeries(name, ColourOf(input, colour), edges, counts));
    }

    /// <summary>Adds a heat map: a matrix as coloured cells, row 0 at the top.</summary>
    /// <typeparam name="T">A number.</typeparam>
    /// <param name="values">The matrix [row, column]; NaN leaves a cell empty.</param>
    /// <param name="rows">A name for each row; null numbers them.</param>
    /// <param name="columns">A name for each column; null numbers them.</param>
    /// <param name="scale">
    /// The colours; null takes blue–orange around zero where signs differ, and viridis otherwise.
    /// </param>
    /// <param name="min">The value of the first colour; null takes the smallest.</param>
    /// <param name="max">The value of the last colour; null takes the largest.</param>
    /// <param name="showValues">Whether each value is written into its cell, where there is room.</param>
    /// <param name="label">The quantity that the colours show, with its unit; null for none.</param>
    /// <returns>This figure.</returns>
    /// <exception cref="ArgumentException">
    /// The matrix is empty, or a value is infinite, or there are more or fewer names than rows or columns.
    /// </exception>
    public Figure HeatMap<T>(
        T[,] values, IEnumerable<string>? rows = null, IEnumerable<string>? columns = null, ColourScale? scale = null,
        double? min = null, double? max = null, bool showValues = false, string? label = null) where T : INumber<T>
    {
        ArgumentNullException.ThrowIfNull(values);
        SeriesInput input = Input("heat map", label);
        double[,] matrix = input.Matrix(values);
        ImmutableArray<string> rowNames = input.Names(rows, matrix.GetLength(0), "rows");
        ImmutableArray<string> columnNames = input.Names(columns, matrix.GetLength(1), "columns");
        Interval data = Interval.Covering(matrix.Cast<double>()) ?? new Interval(0, 1);
        ColourScale colours = scale ?? (data is { Min: < 0, Max: > 0 } ? ColourScale.BlueOrange : ColourScale.Viridis);
        double reach = Math.Max(Math.Abs(data.Min), Math.Abs(data.Max));
        Interval range = colours == ColourScale.BlueOrange
            ? new Interval(min ?? -(max ?? reach), max ?? -(min ?? -reach))
            : new Interval(min ?? data.Min, max ?? data.Max);
        if (range.Min > range.Max)
            throw new ArgumentException(
                $"{input.Figure}, {input.Series}: the colours would run from {range.Min} down to {range.Max}.");
        return Become(Model with
        {
            X = Model.X with { Categories = columnNames },
            Y = Model.Y with { Categories = rowNames },
            Series = Model.Series.Add(new HeatMapSeries(matrix, colours, range, showValues, label)),
        });
    }

    /// <summary>Adds a line across the plot at one value of the vertical axis, as for a baseline.</summary>
    /// <param name="y">The value.</param>
    /// <param name="label">The label beside the line; null for none.</param>
    /// <returns>This figure.</returns>
    /// <exception cref="ArgumentException">The value is not finite, or not positive on a logarithmic axis.</exception>
    public Figure HorizontalLine(double y, string? label = null) =>
        Add(new ReferenceLine(Horizontal: true, Finite(y, "horizontal line"), label));

    /// <summary>Adds a line across the plot at one value of the horizontal axis.</summary>
    /// <param name="x">The value.</param>
    /// <param name="label">The label beside the line; null for none.</param>
    /// <returns>This figure.</returns>
    /// <exception cref="ArgumentException">The value is not finite, or not positive on a logarithmic axis.</exception>
    public Figure VerticalLine(double x, string? label = null) =>
        Add(new ReferenceLine(Horizontal: false, Finite(x, "vertical line"), label));

    /// <summary>Adds a remark beside a point.</summary>
    /// <param name="x">The point's position.</param>
    /// <param name="y">The point's value.</param>
    /// <param name="text">The remark.</param>
    /// <returns>This figure.</returns>
    /// <exception cref="ArgumentException">A coordinate is not finite.</exception>
    public Figure Annotate(double x, double y, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var annotation = new Annotation(Finite(x, "annotation's x"), Finite(y, "annotation's y"), text);
        return Become(Model with { Annotations = Model.Annotations.Add(annotation) });
    }

    /// <summary>Names the horizontal axis.</summary>
    /// <param name="label">The quantity, with its unit.</param>
    /// <returns>This figure.</returns>
    public Figure XLabel(string label) => Become(Model with { X = Model.X with { Label = label } });

    /// <summary>Names the vertical axis.</summary>
    /// <param name="label">The quantity, with its unit.</param>
    /// <returns>This figure.</returns>
    public Figure YLabel(string label) => Become(Model with { Y = Model.Y with { Label = label } });

    /// <summary>Makes the horizontal axis logarithmic.</summary>
    /// <returns>This figure.</returns>
    /// <exception cref="ArgumentException">A position is not positive.</exception>
    public Figure LogX() => Become(Model with { X = Model.X with { Logarithmic = true } });

    /// <summary>Makes the vertical axis logarithmic.</summary>
    /// <returns>This figure.</returns>
    /// <exception cref="ArgumentException">A value is not positive.</exception>
    public Figure LogY() => Become(Model with { Y = Model.Y with { Logarithmic = true } });

    /// <summary>Sets the ends of the horizontal axis; data beyond are cut off.</summary>
    /// <param name="min">The left end.</param>
    /// <param name="max">The right end.</param>
    /// <returns>This figure.</returns>
    /// <exception cref="ArgumentException">The ends are not finite, or not in order.</exception>
    public Figure XRange(double min, double max) =>
        Become(Model with { X = Model.X with { Range = Range(min, max, "x") } });

    /// <summary>Sets the ends of the vertical axis; data beyond are cut off.</summary>
    /// <param name="min">The lower end.</param>
    /// <param name="max">The upper end.</param>
    /// <returns>This figure.</returns>
    /// <exception cref="ArgumentException">The ends are not finite, or not in order.</exception>
    public Figure YRange(double min, double max) =>
        Become(Model with { Y = Model.Y with { Range = Range(min, max, "y") } });

    /// <summary>Places the legend.</summary>
    /// <param name="position">The place.</param>
    /// <returns>This figure.</returns>
    public Figure Legend(LegendPosition position) => Become(Model with { Legend = position });

    /// <summary>Figures side by side, as small multiples.</summary>
    /// <param name="figures">The figures; they are copied.</param>
    /// <param name="columns">The number of figures in one row.</param>
    /// <param name="title">The title above all figures; null for none.</param>
    /// <param name="shareX">Whether all have the same horizontal range, named once for each column.</param>
    /// <param name="shareY">Whether all have the same vertical range, named once for each row.</param>
    /// <param name="width">The width of all together, in pixels.</param>
    /// <param name="panelHeight">The height of each row, in pixels.</param>
    /// <returns>The grid, to be shown like a figure.</returns>
    /// <exception cref="ArgumentException">There are no figures, or no columns.</exception>
    public static FigureGrid Grid(
        IEnumerable<Figure> figures, int columns = 2, string? title = null, bool shareX = false, bool shareY = false,
        int width = 900, int panelHeight = 240) => new(figures, columns, title, shareX, shareY, width, panelHeight);

    private protected override string Text() => FigureText.Of(Model);

    private protected override DrawingParts Drawn() => FigureLayout.Of(Model).Parts(
        Model.Title ?? "Figure", FigureDescription.Of(Model), FigureData.Of(Model),
        FigureLayout.Of(NarrowFigure.Of(Model)));

    internal static void Bounded(int pixels, int least, string name)
    {
        if (pixels < least || pixels > 4000)
            throw new ArgumentOutOfRangeException(name, pixels, $"The {name} of a figure is {least} … 4000 pixels.");
    }

    private Figure Become(FigureModel model)
    {
        Model = model.Checked();
        return this;
    }

    private Figure Add(Series series) => Become(Model with { Series = Model.Series.Add(series) });

    private Figure Add(ReferenceLine line) => Become(Model with { References = Model.References.Add(line) });

    private SeriesInput Input(string kind, string? name) =>
        new(Model.Named, name is null ? $"an unnamed {kind} series" : $"{kind} series \"{name}\"");

    private (SeriesInput Input, double[] X, double[] Y) Points<TX, TY>(
        string kind, string? name, IEnumerable<TX> x, IEnumerable<TY> y) where TX : INumber<TX> where TY : INumber<TY>
    {
        SeriesInput input = Input(kind, name);
        double[] xs = input.Values(x, "x"), ys = input.Values(y, "y");
        input.SameLength(xs, "x", ys, "y");
        return (input, xs, ys);
    }

    private string ColourOf(SeriesInput input, string? colour) => colour is null
        ? SeriesStyles.ColourOf(Model.Series.Count(series => series.InLegend || series is not BandSeries))
        : input.Colour(colour);

    // Dashes distinguish a few smooth lines; they would tear a long noisy one.
    private Dash NextDash(int points) =>
        points > ManyPoints ? Dash.Solid : SeriesStyles.DashOf(Model.Series.OfType<LineSeries>().Count());

    private double Finite(double value, string what) => double.IsFinite(value)
        ? value
        : throw new ArgumentException($"{Model.Named}: the {what} is at {value}, which has no place on an axis.");

    private Interval Range(double min, double max, string axis)
    {
        if (!double.IsFinite(min) || !double.IsFinite(max) || min >= max)
            throw new ArgumentException($"{Model.Named}: the {axis} range {min} … {max} must be finite and grow.");
        return new Interval(min, max);
    }
}
