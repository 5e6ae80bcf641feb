using Unrolled.Charts.Model;

namespace Unrolled.Charts.Svg;

/// <summary>Draws reference lines and remarks, with a white halo so that they are read over data.</summary>
internal static class ReferenceRenderer
{
    public static void Draw(SvgWriter svg, FigureModel figure, Frame frame)
    {
        Segment[] obstacles = figure.References.IsEmpty ? [] : [.. Obstacles.OfData(figure, frame)];
        foreach ((int index, ReferenceLine line) in figure.References.Index())
            if (line.Horizontal)
                DrawHorizontal(svg, line, frame, obstacles, $"reference-{index}");
            else
                DrawVertical(svg, line, frame, $"reference-{index}");
        foreach (Annotation annotation in figure.Annotations)
            DrawAnnotation(svg, annotation, frame);
    }

    private static void DrawHorizontal(SvgWriter svg, ReferenceLine line, Frame frame, Segment[] obstacles, string mark)
    {
        double top = Frame.Crisp(frame.Top(line.Value));
        if (top < frame.Plot.Top - 1 || top > frame.Plot.Bottom + 1)
            return;
        svg.Line(frame.Plot.Left, top, frame.Plot.Right, top, Theme.Muted, 1.2, "4 3");
        if (line.Label is null)
            return;
        (bool right, bool above) = FreePlace(line.Label, top, frame, obstacles);
        svg.Label(
            line.Label, right ? frame.Plot.Right - 4 : frame.Plot.Left + 4, top + (above ? -4 : Theme.NoteSize + 3),
            Theme.NoteSize, right ? "end" : "start", Theme.Muted, halo: true, mark: mark);
    }

    // Right or left, above the line or below: where no data are, if there is such a place.
    private static (bool Right, bool Above) FreePlace(string label, double top, Frame frame, Segment[] obstacles)
    {
        double width = TextMetrics.Width(label, Theme.NoteSize), height = Theme.NoteSize + 2;
        Rect Place(bool right, bool above) => new(
            right ? frame.Plot.Right - 4 - width : frame.Plot.Left + 4, above ? top - 3 - height : top + 3, width, height);
        (bool Right, bool Above)[] places = [(true, true), (false, true), (true, false), (false, false)];
        (bool Right, bool Above)[] inside = [.. places.Where(place => place.Above ? top - height - 4 > frame.Plot.Top : top + height + 4 < frame.Plot.Bottom)];
        foreach ((bool right, bool above) in inside)
            if (!obstacles.Any(segment => segment.Crosses(Place(right, above))))
                return (right, above);
        return inside.FirstOrDefault(places[0]);
    }

    private static void DrawVertical(SvgWriter svg, ReferenceLine line, Frame frame, string mark)
    {
        double left = Frame.Crisp(frame.Left(line.Value));
        if (left < frame.Plot.Left - 1 || left > frame.Plot.Right + 1)
            return;
        svg.Line(left, frame.Plot.Top, left, frame.Plot.Bottom, Theme.Muted, 1.2, "4 3");
        if (line.Label is null)
            return;
        bool right = left + 5 + TextMetrics.Width(line.Label, Theme.NoteSize) <= frame.Plot.Right;
        svg.Label(
            line.Label, left + (right ? 5 : -5), frame.Plot.Top + Theme.NoteSize + 1, Theme.NoteSize,
            right ? "start" : "end", Theme.Muted, halo: true, mark: mark);
    }

    private static void DrawAnnotation(SvgWriter svg, Annotation annotation, Frame frame)
    {
        double left = frame.Left(annotation.X), top = frame.Top(annotation.Y);
        if (!frame.Plot.Grown(1).Contains(left, top))
            return;
        bool right = left + 10 + TextMetrics.Width(annotation.Text, Theme.NoteSize) <= frame.Plot.Right;
        bool above = top - frame.Plot.Top > Theme.NoteSize + 12;
        svg.Empty("circle", ("cx", left), ("cy", top), ("r", 3.5), ("fill", "none"), ("stroke", Theme.Ink), ("stroke-width", 1.2));
        svg.Label(
            annotation.Text, left + (right ? 7 : -7), top + (above ? -7 : Theme.NoteSize + 7), Theme.NoteSize,
            right ? "start" : "end", halo: true);
    }
}
