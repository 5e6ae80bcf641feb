namespace Unrolled.Tasks;

/// <summary>When a sentence of <see cref="TwoDays"/> asks for its fruits.</summary>
public enum Asking
{
    /// <summary>For each day's fruit before the next day is told: the first may be forgotten when the second comes.</summary>
    AtOnce,

    /// <summary>For both days' fruits at the end, in either order: the first must outlast the second.</summary>
    AtTheEnd,
}
