namespace Unrolled.Charts;

/// <summary>How a line is broken.</summary>
public enum Dash
{
    /// <summary>An unbroken line.</summary>
    Solid,

    /// <summary>Strokes.</summary>
    Dashed,

    /// <summary>Dots.</summary>
    Dotted,

    /// <summary>Strokes and dots in turn.</summary>
    DashDot,

    /// <summary>Long strokes.</summary>
    LongDash,
}
