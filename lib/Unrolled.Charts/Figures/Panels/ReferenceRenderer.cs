using System.Collections.Immutable;

namespace Unrolled;

/// <summary>
/// The place of a reference line's label: at the right end of the line or before it where <paramref name="AtEnd"/>,
/// above the line or else below it.
/// </summary>
internal sealed record ReferenceLabel(PlacedText Text, bool AtEnd, bool Above)
{
    /// <summary>One label for each reference line; null for a line without a label or outside the plot.</summary>
    public static ImmutableArray<ReferenceLabel?> Of(FigureModel figure, Axes axes)
    {
        Segment[] obstacles = figure.References.IsEmpty ? [] : [.. Obstacles.OfData(figure, axes)];
        return [.. figure.References.Select(line => Of(line, axes, obstacles))];
    }

    private static ReferenceLabel? Of(ReferenceLine line, Axes axes, Segment[] obstacles)
    {
        if (line.Label is not { } label || !ReferenceRenderer.IsInside(line, axes))
            return null;
        return line.Horizontal
            ? OfHorizontal(label, line.Value, axes, obstacles)
            : OfVertical(label, line.Value, axes);
    }

    private static ReferenceLabel OfHorizontal(string label, double value, Axes axes, Segment[] obstacles)
    {
        double top = Axes.Crisp(axes.Top(value));
        (bool right, bool above) = FreePlace(label, top, axes, obstacles);
        double left = right ? axes.Plot.Right - 4 : axes.Plot.Left + 4;
        double baseline = top + (above ? -4 : Theme.NoteSize + 3);
        return new ReferenceLabel(new PlacedText(label, left, baseline, Theme.NoteSize), AtEnd: right, above);
    }

    private static ReferenceLabel OfVertical(string label, double value, Axes axes)
    {
        double left = Axes.Crisp(axes.Left(value));
        bool right = left + 5 + TextMetrics.Width(label, Theme.NoteSize) <= axes.Plot.Right;
        var text = new PlacedText(
            label, left + (right ? 5 : -5), axes.Plot.Top + Theme.NoteSize + 1, Theme.NoteSize);
        return new ReferenceLabel(text, AtEnd: !right, Above: false);
    }

    // Right or left, above the line or below: a place without data, where there is one.
    private static (bool Right, bool Above) FreePlace(string label, double top, Axes axes, Segment[] obstacles)
    {
        double width = TextMetrics.Width(label, Theme.NoteSize), height = Theme.NoteSize + 2;
        Rect Place(bool right, bool above) => new(
            right ? axes.Plot.Right - 4 - width : axes.Plot.Left + 4,
            above ? top - 3 - height : top + 3, width, height);
        bool Fits(bool above) =>
            above ? top - height - 4 > axes.Plot.Top : top + height + 4 < axes.Plot.Bottom;
        (bool Right, bool Above)[] places = [(true, true), (false, true), (true, false), (false, false)];
        (bool Right, bool Above)[] inside = [.. places.Where(place => Fits(place.Above))];
        foreach ((bool right, bool above) in inside)
            if (!obstacles.Any(segment => segment.Crosses(Place(right, above))))
                return (right, above);
        return inside.FirstOrDefault(places[0]);
    }
}

/// <summary>The SVG of reference lines and remarks, with a white halo so that they are legible over data.</summary>
internal static class ReferenceRenderer
{
    public static void Draw(SvgWriter svg, PanelLayout panel)
    {
        foreach ((ReferenceLine line, ReferenceLabel? label) in panel.Figure.References.Zip(panel.References))
            DrawLine(svg, line, label, panel.Axes);
        foreach (Annotation annotation in panel.Figure.Annotations)
            DrawAnnotation(svg, annotation, panel.Axes);
    }

    public static bool IsInside(ReferenceLine line, Axes axes)
    {
        double place = Axes.Crisp(line.Horizontal ? axes.Top(line.Value) : axes.Left(line.Value));
        return line.Horizontal
            ? place >= axes.Plot.Top - 1 && place <= axes.Plot.Bottom + 1
            : place >= axes.Plot.Left - 1 && place <= axes.Plot.Right + 1;
    }

    private static void DrawLine(SvgWriter svg, ReferenceLine line, ReferenceLabel? label, Axes axes)
    {
        if (!IsInside(line, axes))
            return;
        (double left, double top, double right, double bottom) =
            (axes.Plot.Left, axes.Plot.Top, axes.Plot.Right, axes.Plot.Bottom);
        if (line.Horizontal)
            top = bottom = Axes.Crisp(axes.Top(line.Value));
        else
            left = right = Axes.Crisp(axes.Left(line.Value));
        svg.Line(left, top, right, bottom, Theme.Muted, 1.2, "4 3");
        if (label is { Text: var text, AtEnd: bool end })
            svg.Label(text.Text, text.X, text.Y, text.Size, end ? "end" : "start", Theme.Muted, halo: true);
    }

    private static void DrawAnnotation(SvgWriter svg, Annotation annotation, Axes axes)
    {
        double left = axes.Left(annotation.X), top = axes.Top(annotation.Y);
        if (!axes.Plot.Grown(1).Contains(left, top))
            return;
        bool right = left + 10 + TextMetrics.Width(annotation.Text, Theme.NoteSize) <= axes.Plot.Right;
        bool above = top - axes.Plot.Top > Theme.NoteSize + 12;
        svg.Empty("circle",
            ("cx", left), ("cy", top), ("r", 3.5), ("fill", "none"), ("stroke", Theme.Ink), ("stroke-width", 1.2));
        svg.Label(
            annotation.Text, left + (right ? 7 : -7), top + (above ? -7 : Theme.NoteSize + 7), Theme.NoteSize,
            right ? "start" : "end", halo: true);
    }
}
