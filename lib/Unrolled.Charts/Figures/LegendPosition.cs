namespace Unrolled.Charts;

/// <summary>Where a figure names its series.</summary>
public enum LegendPosition
{
    /// <summary>In a corner of the plot that no data reaches, or else above the plot.</summary>
    Auto,

    /// <summary>In rows between the title and the plot.</summary>
    Above,

    /// <summary>Each line is named at its right end.</summary>
    LineEnds,

    /// <summary>Nowhere.</summary>
    None,
}
