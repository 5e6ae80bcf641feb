namespace Unrolled;

/// <summary>A plot rectangle and its two scales: places of values.</summary>
internal sealed record Axes(Rect Plot, Scale X, Scale Y)
{
    /// <summary>The axes of a figure on this rectangle, with as many ticks as there is room for.</summary>
    public static Axes Of(FigureModel figure, Rect plot) =>
        new(plot, PanelMeasure.Horizontal(figure, plot.Width), PanelMeasure.Vertical(figure, plot.Height));

    public double Left(double x) => Plot.Left + X.Position(x) * Plot.Width;

    public double Top(double y) => Plot.Bottom - Y.Position(y) * Plot.Height;

    /// <summary>The nearest coordinate at which a line one pixel wide is sharp.</summary>
    public static double Crisp(double coordinate) => Math.Floor(coordinate) + 0.5;
}
