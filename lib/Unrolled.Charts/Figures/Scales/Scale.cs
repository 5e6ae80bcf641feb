namespace Unrolled.Charts.Scales;

/// <summary>Places values along an axis.</summary>
internal abstract class Scale(double min, double max, IReadOnlyList<Tick> ticks)
{
    public double Min => min;

    public double Max => max;

    public IReadOnlyList<Tick> Ticks => ticks;

    public IEnumerable<Tick> NamedTicks => ticks.Where(tick => !tick.Minor);

    /// <summary>0 at the beginning of the axis, 1 at its end.</summary>
    public abstract double Position(double value);
}
