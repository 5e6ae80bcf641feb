namespace Unrolled.Charts.Scales;

/// <summary>A marked value of an axis. Minor ticks have no label.</summary>
internal readonly record struct Tick(double Value, string Label)
{
    public bool Minor => Label.Length == 0;
}
