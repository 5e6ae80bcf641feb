namespace Unrolled.Charts.Svg;

/// <summary>The look of all figures. Web/figures.js repeats it for plotly.js.</summary>
internal static class Theme
{
    public const string FontFamily = "'DejaVu Sans', Verdana, 'Segoe UI', Helvetica, Arial, sans-serif";

    public const double TitleSize = 13.5, LabelSize = 11.5, TickSize = 10.5, NoteSize = 10.5;

    public const string Ink = "#1f2328", Muted = "#57606a", GridLine = "#e7eaee", AxisLine = "#8c959f", Paper = "#ffffff";

    /// <summary>White space around everything.</summary>
    public const double Padding = 12;

    public static string? Strokes(Dash dash) => dash switch
    {
        Dash.Solid => null,
        Dash.Dashed => "6 3",
        Dash.Dotted => "1.5 2.5",
        Dash.DashDot => "7 3 1.5 3",
        Dash.LongDash => "11 4",
        _ => throw new ArgumentOutOfRangeException(nameof(dash), dash, "Not a dash."),
    };
}
