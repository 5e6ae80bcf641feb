namespace Unrolled;

/// <summary>Colours of a heat map. All three scales keep their order for colour-blind readers.</summary>
public enum ColourScale
{
    /// <summary>Dark blue through green to yellow, for values from low to high.</summary>
    Viridis,

    /// <summary>White to dark blue, for counts and shares, in which zero is white.</summary>
    Blues,

    /// <summary>Blue through white to orange, for values on both sides of zero; zero is white.</summary>
    BlueOrange,
}

/// <summary>A colour for each share from 0 to 1, linear between the stops.</summary>
internal sealed class ColourMap
{
    // Viridis: Smith and van der Walt (2015), at tenths. The diverging scale runs between the blue and the vermilion
    // of Okabe and Ito, darkened at the ends.
    private static readonly ColourMap Viridis = new(
        "#440154", "#482475", "#414487", "#355f8d", "#2a788e", "#21918c", "#22a884", "#44bf70", "#7ad151", "#bddf26",
        "#fde725");

    private static readonly ColourMap Blues = new(
        "#ffffff", "#e3eef7", "#bcd8ec", "#8abce0", "#559fd0", "#2680bd", "#0063a3", "#00477d", "#002d54");

    private static readonly ColourMap BlueOrange = new(
        "#0a3d6b", "#0072b2", "#4a9fd0", "#9fcbe6", "#ffffff", "#f7c59a", "#e88f45", "#d55e00", "#7f3300");

    private readonly Rgb[] stops;

    private ColourMap(params string[] stops)
    {
        this.stops = [.. stops.Select(Rgb.Parse)];
    }

    public IEnumerable<string> Stops => stops.Select(stop => stop.ToString());

    public static ColourMap Of(ColourScale scale) => scale switch
    {
        ColourScale.Viridis => Viridis,
        ColourScale.Blues => Blues,
        ColourScale.BlueOrange => BlueOrange,
        _ => throw new ArgumentOutOfRangeException(nameof(scale), scale, "Not a colour scale."),
    };

    public Rgb At(double share)
    {
        double place = Math.Clamp(share, 0, 1) * (stops.Length - 1);
        int stop = Math.Min((int)place, stops.Length - 2);
        return Rgb.Mix(stops[stop], stops[stop + 1], place - stop);
    }
}
