using System.Collections.Immutable;

namespace Unrolled;

/// <summary>
/// The places of a backward diagram: a column for each step with input, hidden state, output and loss; forward arrows
/// on the left of the nodes and above the row of states, backward arrows on the right and below it.
/// </summary>
internal sealed class BackwardPlan
{
    private const double
        Pitch = 98, Left = 44, NodeWidth = 74, NodeHeight = 28, StateHeight = 44, Aside = 16,
        Target = 10, Loss = 25, Output = 56, Hidden = 150, Input = 240, Shares = 280, Sums = 304, Bottom = 314,
        TitleSize = 15, TitleLine = 20, Number = 10.5, Small = 10, Radius = 6,
        Beside = 28;

    private const string Back = "#b34700", Before = "#fff3e6";

    private readonly BackwardModel model;
    private readonly IReadOnlyList<string> title;
    private readonly LegendStrip legend;
    private readonly double inner;

    public BackwardPlan(BackwardModel model)
    {
        this.model = model;
        ImmutableArray<LegendItem> items =
        [
            Arrow($"back from its own output: {model.Weights.Output} dL/dy", down: true),
            Arrow($"back from the step after: {model.Weights.Recurrent} δ of that step", down: false),
            new LegendItem("δ: the sum of both times 1 − h²", 0, (_, _) => { }),
        ];
        double columns = Left + (model.Steps.Length - 1) * Pitch + NodeWidth + Beside;
        inner = Math.Max(columns, LegendStrip.LeastWidth(items));
        title = model.Title is { } text ? FittedText.Lines(text, TitleSize, inner, bold: true) : [];
        legend = new LegendStrip(items, inner);
    }

    public int Width => (int)Math.Ceiling(inner + 2 * Theme.Padding);

    public int Height => (int)Math.Ceiling(2 * Theme.Padding + TitleHeight + Bottom + legend.Height);

    private double TitleHeight => title.Count == 0 ? 0 : title.Count * TitleLine + 6;

    public void Draw(SvgWriter svg)
    {
        svg.Labels(title, Theme.Padding, Theme.Padding + TitleSize, TitleLine, TitleSize, bold: true);
        (string x, string y) = (SvgWriter.Number(Theme.Padding), SvgWriter.Number(Theme.Padding + TitleHeight));
        svg.Open("g", ("transform", $"translate({x} {y})"));
        DrawInitial(svg);
        for (int step = 0; step < model.Steps.Length; step++)
            DrawForwards(svg, step);
        for (int step = model.Steps.Length - 1; step >= 0; step--)
            if (model.IsReached(step))
                DrawBackwards(svg, step);
        if (model.Back > 0)
            svg.Label(BackwardText.Sum(model).TrimEnd('.'), Left, Sums, Number, fill: Back, bold: true);
        legend.Draw(svg, new Place(0, Bottom));
        svg.Close();
    }

    private static double Centre(int step) => Left + NodeWidth / 2 + step * Pitch;

    private void DrawInitial(SvgWriter svg)
    {
        double y = Hidden - 10;
        Equation(svg, new("h", "0"), model.Initial, Left / 2 - 4, y + 18, Small, Theme.Muted);
        new Wire(new(0, y), new(Left, y)).Draw(svg);
        svg.Label(model.Weights.Recurrent, Left / 2, y - 5, Small, "middle", Theme.Muted);
    }

    private void DrawForwards(SvgWriter svg, int index)
    {
        BackwardStep step = model.Steps[index];
        string time = $"{index + 1}";
        double x = Centre(index), up = x - Aside;
        new Wire(new(up, Input - NodeHeight / 2), new(up, Hidden + StateHeight / 2)).Draw(svg);
        new Wire(new(up, Hidden - StateHeight / 2), new(up, Output + NodeHeight / 2)).Draw(svg);
        svg.Label(model.Weights.Input, up - 5, (Input + Hidden) / 2 + 7, Small, "end", Theme.Muted);
        svg.Label(model.Weights.Output, up - 5, (Hidden + Output) / 2, Small, "end", Theme.Muted);
        if (index < model.Steps.Length - 1)
        {
            double start = x + NodeWidth / 2, end = Centre(index + 1) - NodeWidth / 2;
            new Wire(new(start, Hidden - 10), new(end, Hidden - 10)).Draw(svg);
            svg.Label(model.Weights.Recurrent, (start + end) / 2, Hidden - 15, Small, "middle", Theme.Muted);
        }

        svg.Label($"target {Short(step.Target)}", x, Target, Small, "middle", Theme.Muted);
        Equation(svg, new("L", time), step.Loss, x, Loss, Number, Theme.Ink);
        Node(svg, new Rect(x - NodeWidth / 2, Output - NodeHeight / 2, NodeWidth, NodeHeight), Ink.Outside, index);
        Equation(svg, new("y", time), step.y, x, Output + 4, Number, Theme.Ink);
        string ground = model.IsReached(index) ? Before : Ink.Hidden;
        Node(svg, new Rect(x - NodeWidth / 2, Hidden - StateHeight / 2, NodeWidth, StateHeight), ground, index, true);
        Equation(svg, new("h", time), step.h, x, Hidden - 5, Number, Theme.Ink);
        Node(svg, new Rect(x - NodeWidth / 2, Input - NodeHeight / 2, NodeWidth, NodeHeight), Ink.Outside, index);
        Equation(svg, new("x", time), step.x, x, Input + 4, Number, Theme.Ink);
    }

    private void DrawBackwards(SvgWriter svg, int index)
    {
        BackwardStep step = model.Steps[index];
        double x = Centre(index), down = x + Aside;
        var own = new Wire(new(down, Output + NodeHeight / 2), new(down, Hidden - StateHeight / 2)) { Colour = Back };
        own.Draw(svg);
        bool current = index == model.Current;
        svg.Label(Short(step.FromOutput), down + 5, (Hidden + Output) / 2, Number, fill: Back, bold: current);
        if (index < model.Steps.Length - 1)
        {
            double start = Centre(index + 1) - NodeWidth / 2, end = x + NodeWidth / 2, y = Hidden + 10;
            (new Wire(new(start, y), new(end, y)) { Colour = Back }).Draw(svg);
            svg.Label(Short(step.FromNext), (start + end) / 2, y + 26, Number, "middle", Back, bold: current);
        }

        Equation(svg, new("δ", $"{index + 1}"), step.δ, x, Hidden + 13, Number, Back, bold: current);
        string share = $"δ{Subscript(index + 1)} h{Subscript(index)} = {Short(model.Share(index))}";
        svg.Label(share, x, Shares, Small, "middle", Back, bold: current);
    }

    private void Node(SvgWriter svg, Rect box, string ground, int index, bool state = false)
    {
        bool current = state && index == model.Current;
        svg.Empty("rect",
            ("x", box.Left), ("y", box.Top), ("width", box.Width), ("height", box.Height), ("rx", Radius),
            ("fill", ground), ("stroke", current ? Back : state ? Ink.HiddenEdge : Ink.OutsideEdge),
            ("stroke-width", current ? 2.0 : null));
    }

    private static void Equation(
        SvgWriter svg, MathName name, double value, double centre, double baseline, double size, string fill,
        bool bold = false)
    {
        string right = $"= {Short(value)}";
        double width = name.Width(size) + 4, left = centre - (width + TextMetrics.Width(right, size, bold)) / 2;
        name.Draw(svg, new Place(left, baseline), size, fill);
        svg.Label(right, left + width, baseline, size, fill: fill, bold: bold);
    }

    private static LegendItem Arrow(string text, bool down) => new(text, down ? 14 : 30, (svg, at) =>
    {
        Place from = down ? at with { Y = at.Y - 10 } : at with { X = at.X + 15 };
        Place to = down ? at with { Y = at.Y + 10 } : at with { X = at.X - 15 };
        (new Wire(from, to) { Colour = Back }).Draw(svg);
    });

    private static char Subscript(int number) => "₀₁₂₃₄₅₆₇₈₉"[number];

    private static string Short(double value) => NumberText.Short(value, 3);
}
