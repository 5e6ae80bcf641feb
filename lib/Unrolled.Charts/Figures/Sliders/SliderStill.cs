using System.Collections.Immutable;

namespace Unrolled;

/// <summary>A slider where no script runs: a few frames side by side, each below its values.</summary>
internal sealed class SliderStill
{
    private const double Gap = 20, HeadingHeight = 24, TitleSize = 15, TitleLine = 20, NoteLine = 15, Widest = 1080;

    private readonly SliderModel model;
    private readonly ImmutableArray<int> shown;
    private readonly ImmutableArray<SliderFrame> frames;
    private readonly IReadOnlyList<string> title, note;
    private readonly int columns, width, height;

    public SliderStill(SliderModel model)
    {
        this.model = model;
        shown = model.Shown;
        bool hasNarrow = model.Frames[0] is Figure or Pictures;
        frames = shown.Length > 1 && hasNarrow ? SliderFrames.Narrow(model) : SliderFrames.Full(model);
        (width, height) = (frames.Max(frame => frame.Width), frames.Max(frame => frame.Height));
        columns = Math.Clamp((int)((Widest + Gap) / (width + Gap)), 1, shown.Length);
        double inner = columns * width + (columns - 1) * Gap;
        title = model.Title is { } text ? FittedText.Lines(text, TitleSize, inner, bold: true) : [];
        note = FittedText.Lines(
            $"{shown.Length} of {model.Frames.Length} frames: {model.Range}.", Theme.NoteSize, inner, bold: false);
        Width = (int)Math.Ceiling(inner + 2 * Theme.Padding);
        Height = (int)Math.Ceiling(
            2 * Theme.Padding + TitleHeight + Rows * (HeadingHeight + height) + (Rows - 1) * Gap
            + note.Count * NoteLine);
    }

    public int Width { get; }

    public int Height { get; }

    private double TitleHeight => title.Count == 0 ? 0 : title.Count * TitleLine + 6;

    private int Rows => (shown.Length + columns - 1) / columns;

    public void Draw(SvgWriter svg, string id)
    {
        svg.Labels(title, Theme.Padding, Theme.Padding + TitleSize, TitleLine, TitleSize, bold: true);
        foreach ((int place, int frame) in shown.Index())
            DrawFrame(svg, id, frame, new Place(
                Theme.Padding + place % columns * (width + Gap),
                Theme.Padding + TitleHeight + place / columns * (HeadingHeight + height + Gap)));
        foreach ((int line, string text) in note.Index())
            svg.Label(
                text, Theme.Padding, Height - Theme.Padding - (note.Count - 1 - line) * NoteLine, Theme.NoteSize,
                fill: Theme.Muted);
    }

    private void DrawFrame(SvgWriter svg, string id, int frame, Place at)
    {
        svg.Open("g",
            ("class", "frame"), ("transform", $"translate({SvgWriter.Number(at.X)} {SvgWriter.Number(at.Y)})"));
        svg.Label(model.Heading(frame), Theme.Padding, Theme.TitleSize, Theme.TitleSize);
        svg.Open("g", ("transform", $"translate(0 {SvgWriter.Number(HeadingHeight)})"));
        frames[frame].Draw(svg, $"{id}-frame-{frame}");
        svg.Close();
        svg.Close();
    }
}
