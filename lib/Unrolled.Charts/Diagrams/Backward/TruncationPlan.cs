namespace Unrolled;

/// <summary>The places of a truncation diagram.</summary>
internal sealed class TruncationPlan
{
    private const double
        Left = 30, Column = 25, Right = 52, Head = 16, Node = 20, AboveRows = 8, Row = 17, BelowRows = 10,
        NoteLine = 15, TitleSize = 15, TitleLine = 20, Dot = 3;

    private static readonly string[] Colours = ["#0072b2", "#b34700"], Grounds = ["#eaf3fa", "#fdf0e6"];

    private readonly TruncationModel model;
    private readonly IReadOnlyList<string> title, note;
    private readonly double inner;

    public TruncationPlan(TruncationModel model)
    {
        this.model = model;
        inner = Math.Max(Left + model.Steps * Column + Right, 300);
        title = model.Title is { } text ? FittedText.Lines(text, TitleSize, inner, bold: true) : [];
        note = FittedText.Lines(model.Summary, Theme.NoteSize, inner, bold: false);
    }

    public int Width => (int)Math.Ceiling(inner + 2 * Theme.Padding);

    // With room for the longest note, so that all frames of a slider are of one height.
    public int Height =>
        (int)Math.Ceiling(2 * Theme.Padding + TitleHeight + Rows + Math.Max(note.Count, 4) * NoteLine);

    private double TitleHeight => title.Count == 0 ? 0 : title.Count * TitleLine + 6;

    private double Rows => FirstRow + model.Steps * Row + BelowRows;

    private static double FirstRow => Head + Node + AboveRows;

    public void Draw(SvgWriter svg)
    {
        svg.Labels(title, Theme.Padding, Theme.Padding + TitleSize, TitleLine, TitleSize, bold: true);
        (string x, string y) = (SvgWriter.Number(Theme.Padding), SvgWriter.Number(Theme.Padding + TitleHeight));
        svg.Open("g", ("transform", $"translate({x} {y})"));
        for (int first = 1; first <= model.Steps; first += model.K1)
            DrawWindow(svg, first, Math.Min(first + model.K1 - 1, model.Steps));
        svg.Label("step", Left - 4, Head + Node / 2 + 3.5, Theme.NoteSize - 1, "end", Theme.Muted);
        for (int step = 1; step <= model.Steps; step++)
        {
            DrawNode(svg, step);
            DrawRow(svg, step);
        }

        foreach ((int line, string text) in note.Index())
            svg.Label(text, 0, Rows + (line + 0.8) * NoteLine, Theme.NoteSize);
        svg.Close();
    }

    private static double Centre(int step) => Left + (step - 0.5) * Column;

    private static double RowOf(int step) => FirstRow + (step - 0.5) * Row;

    // The columns of a window, its name where there is room, and its rows.
    private void DrawWindow(SvgWriter svg, int first, int last)
    {
        int window = model.Window(first), colour = window % Colours.Length;
        double left = Centre(first) - Column / 2, width = (last - first + 1) * Column;
        svg.Empty("rect",
            ("x", left), ("y", Head), ("width", width), ("height", FirstRow - Head + model.Steps * Row),
            ("fill", Grounds[colour]));
        string name = $"window {window + 1}";
        if (TextMetrics.Width(name, Theme.NoteSize - 1) > width - 4)
            name = $"{window + 1}";
        svg.Label(name, left + width / 2, Head - 4, Theme.NoteSize - 1, "middle", Colours[colour]);
    }

    private void DrawNode(SvgWriter svg, int step)
    {
        svg.Empty("rect",
            ("x", Centre(step) - Column / 2 + 2), ("y", Head + 1), ("width", Column - 4), ("height", Node - 2),
            ("rx", 4.0), ("fill", Ink.Hidden), ("stroke", Ink.HiddenEdge));
        svg.Label($"{step}", Centre(step), Head + Node / 2 + 3.7, Theme.NoteSize, "middle");
    }

    private void DrawRow(SvgWriter svg, int step)
    {
        string colour = Colours[model.Window(step) % Colours.Length];
        double y = RowOf(step);
        int reach = model.Reach(step), steps = step - reach + 1;
        var name = new MathName("L", $"{step}");
        name.Draw(svg, new Place(Left - 6 - name.Width(Theme.NoteSize), y + 3.5), Theme.NoteSize, Theme.Ink);
        if (reach < step)
            (new Wire(new(Centre(step), y), new(Centre(reach) - 4, y)) { Colour = colour }).Draw(svg);
        svg.Empty("circle", ("cx", Centre(step)), ("cy", y), ("r", Dot), ("fill", colour));
        svg.Label(
            steps == 1 ? "1 step" : $"{steps} steps", Centre(model.Steps) + Column / 2 + 6, y + 3.5,
            Theme.NoteSize - 1, fill: Theme.Muted);
    }
}
