namespace Unrolled.Charts.Scales;

/// <summary>Equal ratios take equal lengths.</summary>
internal sealed class LogScale(double min, double max, IReadOnlyList<Tick> ticks) : Scale(min, max, ticks)
{
    public override double Position(double value) => Math.Log(value / Min) / Math.Log(Max / Min);
}
