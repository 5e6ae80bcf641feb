namespace Unrolled;

/// <summary>Dash pattern of a line.</summary>
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

/// <summary>The dash patterns as SVG has them.</summary>
internal static class DashStrokes
{
    /// <summary>The value of <c>stroke-dasharray</c>; null for an unbroken line.</summary>
    public static string? Strokes(this Dash dash) => dash switch
    {
        Dash.Solid => null,
        Dash.Dashed => "6 3",
        Dash.Dotted => "1.5 2.5",
        Dash.DashDot => "7 3 1.5 3",
        Dash.LongDash => "11 4",
        _ => throw new ArgumentOutOfRangeException(nameof(dash), dash, "Not a dash pattern."),
    };
}
