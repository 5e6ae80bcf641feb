namespace Unrolled;

/// <summary>
/// Colours, dash patterns and markers of the first, second, … series of a figure. The colours are those of Okabe and
/// Ito, "Color Universal Design" (2008), without the yellow, which is too light on white, and with a grey at the end:
/// eight series can be told apart with any kind of colour vision.
/// </summary>
internal static class SeriesStyles
{
    private static readonly string[] Colours =
        ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#222222", "#8c8c8c"];

    private static readonly Dash[] Dashes = [Dash.Solid, Dash.Dashed, Dash.DashDot, Dash.Dotted, Dash.LongDash];

    private static readonly Marker[] Markers =
        [Marker.Circle, Marker.Square, Marker.Triangle, Marker.Diamond, Marker.Cross];

    public static string ColourOf(int index) => Colours[index % Colours.Length];

    public static Dash DashOf(int index) => Dashes[index % Dashes.Length];

    public static Marker MarkerOf(int index) => Markers[index % Markers.Length];
}
