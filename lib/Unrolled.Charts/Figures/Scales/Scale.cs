namespace Unrolled;

/// <summary>A marked value of an axis. Minor ticks have no label.</summary>
internal readonly record struct Tick(double Value, string Label)
{
    public bool Minor => Label.Length == 0;
}

/// <summary>The positions of values along an axis.</summary>
internal abstract class Scale(double min, double max, IReadOnlyList<Tick> ticks)
{
    public double Min => min;

    public double Max => max;

    public IReadOnlyList<Tick> Ticks => ticks;

    public IEnumerable<Tick> NamedTicks => ticks.Where(tick => !tick.Minor);

    /// <summary>The position of a value: 0 at the beginning of the axis, 1 at its end.</summary>
    public abstract double Position(double value);
}

/// <summary>A scale on which equal differences have equal lengths.</summary>
internal sealed class LinearScale(double min, double max, IReadOnlyList<Tick> ticks, bool reversed = false)
    : Scale(min, max, ticks)
{
    public override double Position(double value)
    {
        double share = (value - Min) / (Max - Min);
        return reversed ? 1 - share : share;
    }
}

/// <summary>A scale on which equal ratios have equal lengths.</summary>
internal sealed class LogScale(double min, double max, IReadOnlyList<Tick> ticks) : Scale(min, max, ticks)
{
    public override double Position(double value) => Math.Log(value / Min) / Math.Log(Max / Min);
}
