namespace Unrolled.Charts;

/// <summary>Which value of a table's column is the best, and therefore bold.</summary>
public enum Best
{
    /// <summary>None is.</summary>
    None,

    /// <summary>The lowest, as for an error.</summary>
    Lowest,

    /// <summary>The highest, as for an accuracy.</summary>
    Highest,
}
