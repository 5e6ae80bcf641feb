namespace Unrolled.Tasks;

/// <summary>Where a dot moves, as a class.</summary>
public enum Direction
{
    /// <summary>One column on.</summary>
    Right,

    /// <summary>One row on.</summary>
    Down,

    /// <summary>One column back.</summary>
    Left,

    /// <summary>One row back.</summary>
    Up,
}
