namespace Unrolled;

/// <summary>Fonts, sizes and colours of all drawings. Web/figures.js repeats them for plotly.js.</summary>
internal static class Theme
{
    public const string FontFamily = "'DejaVu Sans', Verdana, 'Segoe UI', Helvetica, Arial, sans-serif";

    public const double TitleSize = 13.5, LabelSize = 11.5, TickSize = 10.5, NoteSize = 10.5;

    public const string
        Ink = "#1f2328", Muted = "#57606a", GridLine = "#e7eaee", AxisLine = "#8c959f", Paper = "#ffffff";

    /// <summary>Width of the white border of a drawing, in SVG units.</summary>
    public const double Padding = 12;
}
