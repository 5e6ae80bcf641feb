namespace Unrolled;

/// <summary>One set of data in a figure, with the values that its axes must show.</summary>
internal abstract record Series(string? Name, string Colour)
{
    /// <summary>One word for messages and canonical data.</summary>
    public abstract string Kind { get; }

    public abstract IEnumerable<double> Xs { get; }

    public abstract IEnumerable<double> Ys { get; }

    /// <summary>Whether lengths are read from zero, as with bars.</summary>
    public virtual bool StartsAtZero => false;

    public virtual bool InLegend => Name is not null;

    /// <summary>The series' name in messages.</summary>
    public string Named => Name is null ? $"an unnamed {Kind} series" : $"{Kind} series \"{Name}\"";

    /// <summary>Writes the canonical data of the series.</summary>
    /// <param name="writer">Receives them.</param>
    /// <param name="logarithmic">Whether the horizontal axis is logarithmic.</param>
    public abstract void Write(CanonicalWriter writer, bool logarithmic);
}

/// <summary>Points with or without an order: lines, steps and scatter.</summary>
internal abstract record CurveSeries(string? Name, string Colour, double[] X, double[] Y, Marker Marker)
    : Series(Name, Colour)
{
    public override IEnumerable<double> Xs => X;

    public override IEnumerable<double> Ys => Y;

    public override void Write(CanonicalWriter writer, bool logarithmic)
    {
        WritePoints(writer, logarithmic);
        writer.Word("marker", Marker);
    }

    protected virtual void WritePoints(CanonicalWriter writer, bool logarithmic)
    {
        writer.Positions("x", X);
        writer.Numbers("y", Y);
    }
}

/// <summary>Points joined in order; NaN leaves a gap.</summary>
internal sealed record LineSeries(
    string? Name, string Colour, double[] X, double[] Y, Marker Marker, Dash Dash, bool Step, double Thickness)
    : CurveSeries(Name, Colour, X, Y, Marker)
{
    public override string Kind => "line";

    public override void Write(CanonicalWriter writer, bool logarithmic)
    {
        base.Write(writer, logarithmic);
        writer.Word("dash", Dash);
        writer.Flag("step", Step);
        writer.Number("thickness", Thickness);
    }

    protected override void WritePoints(CanonicalWriter writer, bool logarithmic) =>
        LongCurve.Write(writer, X, logarithmic, ("y", Y));
}

/// <summary>Points that are not joined.</summary>
internal sealed record PointSeries(string? Name, string Colour, double[] X, double[] Y, Marker Marker, double Size)
    : CurveSeries(Name, Colour, X, Y, Marker)
{
    public override string Kind => "points";

    public override void Write(CanonicalWriter writer, bool logarithmic)
    {
        base.Write(writer, logarithmic);
        writer.Number("size", Size);
    }
}

/// <summary>The area between two curves.</summary>
internal sealed record BandSeries(string? Name, string Colour, double[] X, double[] Lower, double[] Upper)
    : Series(Name, Colour)
{
    public override string Kind => "band";

    public override IEnumerable<double> Xs => X;

    public override IEnumerable<double> Ys => Lower.Concat(Upper);

    public override void Write(CanonicalWriter writer, bool logarithmic)
    {
        LongCurve.Write(writer, X, logarithmic, ("lower", Lower), ("upper", Upper));
    }
}

/// <summary>
/// One bar for each category of the horizontal axis; <paramref name="Errors"/> are half lengths of whiskers.
/// </summary>
internal sealed record BarSeries(string? Name, string Colour, double[] Values, double[]? Errors, bool ShowValues)
    : Series(Name, Colour)
{
    public override string Kind => "bars";

    public override bool StartsAtZero => true;

    public override IEnumerable<double> Xs => Enumerable.Range(0, Values.Length).Select(index => (double)index);

    public override IEnumerable<double> Ys => Errors is null
        ? Values
        : Values.Zip(Errors, (value, error) => value + error)
            .Concat(Values.Zip(Errors, (value, error) => value - error));

    public override void Write(CanonicalWriter writer, bool logarithmic)
    {
        writer.Numbers("values", Values);
        if (Errors is not null)
            writer.Numbers("errors", Errors);
        writer.Flag("showValues", ShowValues);
    }
}

/// <summary>Counts of values between neighbouring edges; the last bin includes its upper edge.</summary>
internal sealed record HistogramSeries(string? Name, string Colour, double[] Edges, double[] Counts)
    : Series(Name, Colour)
{
    public override string Kind => "histogram";

    public override bool StartsAtZero => true;

    public override IEnumerable<double> Xs => Edges;

    public override IEnumerable<double> Ys => Counts;

    public override void Write(CanonicalWriter writer, bool logarithmic)
    {
        writer.Numbers("edges", Edges);
        writer.Numbers("counts", Counts);
    }
}

/// <summary>
/// A matrix of coloured cells; NaN leaves a cell empty. Row 0 is at the top where rows and columns have names or
/// numbers, and at the bottom of a landscape, whose cells cover intervals of two numeric axes.
/// </summary>
internal sealed record HeatMapSeries(
    double[,] Values, ColourScale Scale, Interval Range, bool ShowValues, string? Label, Plane? Plane = null)
    : Series(Label, "#000000")
{
    public int Rows => Values.GetLength(0);

    public int Columns => Values.GetLength(1);

    public override string Kind => "heat map";

    public override bool InLegend => false;

    public override IEnumerable<double> Xs => [Left(0), Left(Columns)];

    public override IEnumerable<double> Ys => [Edge(0), Edge(Rows)];

    /// <summary>The left edge of a column on the horizontal axis.</summary>
    public double Left(int column) =>
        Plane is { } plane ? plane.X.Min + plane.X.Length * column / Columns : column - 0.5;

    /// <summary>The edge on the vertical axis between a row and the one before.</summary>
    public double Edge(int row) => Plane is { } plane ? plane.Y.Min + plane.Y.Length * row / Rows : row - 0.5;

    public override void Write(CanonicalWriter writer, bool logarithmic)
    {
        writer.Rows("values", Values);
        writer.Numbers("range", [Range.Min, Range.Max]);
        writer.Words("colours", ColourMap.Of(Scale).Stops);
        writer.Flag("showValues", ShowValues);
        if (Plane is { } plane)
            writer.Numbers("plane", [plane.X.Min, plane.X.Max, plane.Y.Min, plane.Y.Max]);
    }

    public IEnumerable<double> Row(int row) => Enumerable.Range(0, Columns).Select(column => Values[row, column]);

    /// <summary>Position of a value between the ends of the colour scale, 0 … 1.</summary>
    public double Share(double value) => Range.Length > 0 ? (value - Range.Min) / Range.Length : 0.5;
}

/// <summary>The part of two numeric axes that a landscape covers.</summary>
internal sealed record Plane(Interval X, Interval Y);
