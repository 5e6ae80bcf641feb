namespace Unrolled.Charts.Scales;

/// <summary>Equal differences take equal lengths.</summary>
internal sealed class LinearScale(double min, double max, IReadOnlyList<Tick> ticks, bool reversed = false) : Scale(min, max, ticks)
{
    public override double Position(double value)
    {
        double share = (value - Min) / (Max - Min);
        return reversed ? 1 - share : share;
    }
}
