namespace Unrolled.Charts.Views.Recordings;

/// <summary>The hidden units that have room in a drawing: all, or so many around the chosen one.</summary>
internal readonly record struct UnitWindow(int First, int Count, int All)
{
    private const int Most = 32;

    public static UnitWindow Around(int unit, int all) => all <= Most
        ? new UnitWindow(0, all, all)
        : new UnitWindow(Math.Clamp(unit - Most / 2, 0, all - Most), Most, all);

    /// <summary>"unit 0", "units 0 … 7", or "units 0 … 31 of 128".</summary>
    public override string ToString() =>
        (Count == 1 ? $"unit {First}" : $"units {First} … {First + Count - 1}") + (Count < All ? $" of {All}" : "");
}
