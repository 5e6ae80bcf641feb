namespace Unrolled.Charts;

/// <summary>How a heat map turns values into colours. All three keep their order for colour-blind readers.</summary>
public enum ColourScale
{
    /// <summary>Dark blue through green to yellow, for values that run from low to high.</summary>
    Viridis,

    /// <summary>White to dark blue, for counts and shares, where nothing should look like nothing.</summary>
    Blues,

    /// <summary>Blue through white to orange, for values on both sides of zero; zero is white.</summary>
    BlueOrange,
}
