namespace Unrolled;

/// <summary>Shape at each point of a series.</summary>
public enum Marker
{
    /// <summary>No shape.</summary>
    None,

    /// <summary>A disc.</summary>
    Circle,

    /// <summary>A square.</summary>
    Square,

    /// <summary>A triangle that points up.</summary>
    Triangle,

    /// <summary>A square on its corner.</summary>
    Diamond,

    /// <summary>A diagonal cross.</summary>
    Cross,
}
