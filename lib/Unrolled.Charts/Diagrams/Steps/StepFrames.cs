using System.Collections.Immutable;

namespace Unrolled;

/// <summary>
/// Frames of several steps side by side, each with the diagram at its step; a title above, a legend below.
/// </summary>
internal sealed class StepFrames
{
    private const double
        Gap = 24, HeadingHeight = 24, TitleSize = 15, TitleLine = 20, AboveLegend = 14, Widest = 1130;

    private readonly Arrangement diagram;
    private readonly Recording recording;
    private readonly ImmutableArray<int> steps;
    private readonly IReadOnlyList<string> title;
    private readonly LegendStrip legend;
    private readonly int columns;
    private readonly double inner;

    public StepFrames(
        string title, Arrangement diagram, Recording recording, ImmutableArray<int> steps,
        ImmutableArray<LegendItem> legend)
    {
        (this.diagram, this.recording, this.steps) = (diagram, recording, steps);
        int fitting = (int)((Widest - 2 * Theme.Padding + Gap) / (diagram.Width + Gap));
        columns = Math.Clamp(fitting, 1, steps.Length);
        // Two rows of two frames look better than three frames and one.
        if (steps.Length > columns)
            columns = (steps.Length - 1) / ((steps.Length + columns - 1) / columns) + 1;
        inner = Math.Max(columns * diagram.Width + (columns - 1) * Gap, LegendStrip.LeastWidth(legend));
        this.title = FittedText.Lines(title, TitleSize, inner, bold: true);
        this.legend = new LegendStrip(legend, inner);
    }

    public int Width => (int)Math.Ceiling(inner + 2 * Theme.Padding);

    public int Height
    {
        get
        {
            double frames = Rows * FrameHeight + (Rows - 1) * Gap;
            return (int)Math.Ceiling(2 * Theme.Padding + TitleHeight + frames + AboveLegend + legend.Height);
        }
    }

    private double TitleHeight => title.Count * TitleLine + 6;

    private double FrameHeight => HeadingHeight + diagram.Height;

    private int Rows => (steps.Length + columns - 1) / columns;

    public void Draw(SvgWriter svg, string id)
    {
        svg.Labels(title, Theme.Padding, Theme.Padding + TitleSize, TitleLine, TitleSize, bold: true);
        foreach ((int index, int step) in steps.Index())
            DrawFrame(svg, step, new Place(
                Theme.Padding + index % columns * (diagram.Width + Gap),
                Theme.Padding + TitleHeight + index / columns * (FrameHeight + Gap)));
        legend.Draw(svg, new Place(Theme.Padding, Height - Theme.Padding - legend.Height));
    }

    private void DrawFrame(SvgWriter svg, int step, Place at)
    {
        svg.Open("g",
            ("class", "frame"), ("data-step", step),
            ("transform", $"translate({SvgWriter.Number(at.X)} {SvgWriter.Number(at.Y)})"));
        svg.Text("text", recording.Heading(step),
            ("x", 0.0), ("y", Theme.TitleSize), ("font-size", Theme.TitleSize), ("fill", Theme.Ink),
            ("data-heading", ""));
        svg.Open("g", ("transform", $"translate(0 {SvgWriter.Number(HeadingHeight)})"));
        diagram.Draw(svg, new Moment(recording, step));
        svg.Close();
        svg.Close();
    }
}
