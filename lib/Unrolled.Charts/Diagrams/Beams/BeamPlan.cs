namespace Unrolled;

/// <summary>The places of a beam tree: a row for each level, the beginning of nothing on top.</summary>
internal sealed class BeamPlan
{
    private const double
        Left = 42, Spacing = 56, NodeWidth = 50, NodeHeight = 36, RowPitch = 78, RootWidth = 40, RootHeight = 20,
        FirstRow = 54, AboveLegend = 26, Note = 10.5, NoteLine = 15, TitleSize = 15, TitleLine = 20,
        Radius = 6, Beside = 3.5, Badge = 6.5;

    private readonly BeamModel model;
    private readonly IReadOnlyList<string> title, note;
    private readonly LegendStrip legend;
    private readonly double[][] columns;
    private readonly int noteLines;

    public BeamPlan(BeamModel model)
    {
        this.model = model;
        title = FittedText.Lines(model.Title, TitleSize, Inner, bold: true);
        note = Lines(BeamText.Note(model));
        noteLines = Math.Max(note.Count, Lines(BeamText.Result(model)).Count);
        legend = new LegendStrip(BeamLegend.Of(model), Inner);
        columns = BeamColumns.Of(model, Left, Spacing);
    }

    public int Width => (int)Math.Ceiling(Inner + 2 * Theme.Padding);

    public int Height => (int)Math.Ceiling(2 * Theme.Padding + Above + Tree + AboveLegend + legend.Height);

    private static double Inner => Left + BeamModel.Most * Spacing;

    // With room for the longest note, so that the tree is at one place in all frames.
    private double Above => title.Count * TitleLine + 4 + noteLines * NoteLine + 10;

    private double Tree => Row(model.Levels.Length - 1) + NodeHeight / 2;

    // A number stays with its name.
    private static IReadOnlyList<string> Lines(string text) => FittedText.Lines(
        text.Replace("ln p = ", "ln\u00a0p\u00a0=\u00a0", StringComparison.Ordinal), Note, Inner, bold: false);

    private static double Row(int level) => FirstRow + NodeHeight / 2 + level * RowPitch;

    private static Place Root => new(Left + BeamModel.Most * Spacing / 2, RootHeight / 2);

    private IEnumerable<BeamNode> Nodes => model.Levels.Take(model.Shown).SelectMany(level => level)
        .Where(node => node.IsDrawn);

    public void Draw(SvgWriter svg)
    {
        svg.Labels(title, Theme.Padding, Theme.Padding + TitleSize, TitleLine, TitleSize, bold: true);
        double below = Theme.Padding + title.Count * TitleLine + 4;
        svg.Labels(note, Theme.Padding, below + Note, NoteLine, Note, Theme.Muted);
        svg.Open("g", ("transform",
            $"translate({SvgWriter.Number(Theme.Padding)} {SvgWriter.Number(Theme.Padding + Above)})"));
        // What is kept lies over what is pruned.
        foreach (BeamNode node in Nodes.OrderBy(node => node.Candidate.IsKept).ThenBy(model.IsOnBest))
            DrawBranch(svg, node);
        DrawRoot(svg);
        svg.Label("symbols", 0, Root.Y + 3.8, Note, fill: Theme.Muted);
        foreach (BeamNode node in Nodes)
            DrawNode(svg, node);
        for (int level = 0; level < model.Shown; level++)
            DrawCount(svg, level);
        svg.Close();
        legend.Draw(svg, new Place(Theme.Padding, Height - Theme.Padding - legend.Height));
    }

    /// <summary>A box as it is drawn for what is kept or pruned, with a second edge for a complete target.</summary>
    public static void DrawBox(SvgWriter svg, Rect box, bool isKept, bool isComplete, bool isBest)
    {
        svg.Empty("rect",
            ("x", box.Left), ("y", box.Top), ("width", box.Width), ("height", box.Height), ("rx", Radius),
            ("fill", isKept ? Ink.Hidden : Theme.Paper),
            ("stroke", isBest ? Theme.Ink : isKept ? Ink.HiddenEdge : Theme.AxisLine),
            ("stroke-width", isBest ? 2.4 : 1.2), ("stroke-dasharray", isKept ? null : "3 2.5"));
        if (isComplete)
            svg.Empty("rect",
                ("x", box.Left + 3), ("y", box.Top + 3), ("width", box.Width - 6), ("height", box.Height - 6),
                ("rx", Radius - 2), ("fill", "none"), ("stroke", isKept ? Ink.HiddenEdge : Theme.AxisLine),
                ("stroke-width", 0.9), ("stroke-dasharray", isKept ? null : "3 2.5"));
    }

    /// <summary>The end of a branch that is cut off.</summary>
    public static void DrawCross(SvgWriter svg, Place at)
    {
        const double arm = 3.2;
        svg.Line(at.X - arm, at.Y - arm, at.X + arm, at.Y + arm, Theme.Muted, 1.6);
        svg.Line(at.X - arm, at.Y + arm, at.X + arm, at.Y - arm, Theme.Muted, 1.6);
    }

    /// <summary>The mark of greedy's path.</summary>
    public static void DrawBadge(SvgWriter svg, Place at)
    {
        svg.Empty("circle", ("cx", at.X), ("cy", at.Y), ("r", Badge), ("fill", Ink.Extra), ("stroke", Theme.Paper));
        svg.Label("g", at.X, at.Y + 3, Ink.Number, "middle", Theme.Paper, bold: true);
    }

    private Place At(BeamNode node) => new(columns[node.Level][node.Index], Row(node.Level));

    private Place Beginning(BeamNode node) => node.Level == 0
        ? Root with { Y = RootHeight }
        : new Place(columns[node.Level - 1][node.Parent], Row(node.Level - 1) + NodeHeight / 2);

    private void DrawBranch(SvgWriter svg, BeamNode node)
    {
        Place start = Beginning(node), end = At(node) with { Y = Row(node.Level) - NodeHeight / 2 };
        (bool isKept, bool isBest) = (node.Candidate.IsKept, model.IsOnBest(node));
        Curve(svg, start, end, isBest ? Theme.Ink : isKept ? Ink.Wire : Theme.AxisLine,
            isBest ? 3 : isKept ? 1.5 : 1, isKept ? null : "3 2.5");
        if (model.IsOnGreedy(node))
            Curve(
                svg, start with { X = start.X - Beside }, end with { X = end.X - Beside }, Ink.Extra, 1.5, Ink.Dashes);
    }

    private static void Curve(SvgWriter svg, Place start, Place end, string colour, double thickness, string? dash)
    {
        double middle = (start.Y + end.Y) / 2;
        Place[] bends = [start with { Y = middle }, end with { Y = middle }];
        string path = $"M{Wire.Text(start)}C{Wire.Text(bends[0])} {Wire.Text(bends[1])} {Wire.Text(end)}";
        svg.Empty("path",
            ("d", path), ("fill", "none"), ("stroke", colour), ("stroke-width", thickness),
            ("stroke-dasharray", dash));
    }

    private static void DrawRoot(SvgWriter svg)
    {
        svg.Empty("rect",
            ("x", Root.X - RootWidth / 2), ("y", 0.0), ("width", RootWidth), ("height", RootHeight), ("rx", Radius),
            ("fill", Ink.Hidden), ("stroke", Ink.HiddenEdge), ("stroke-width", 1.2));
        svg.Label("start", Root.X, Root.Y + 3.8, Note, "middle");
    }

    private void DrawNode(SvgWriter svg, BeamNode node)
    {
        Place at = At(node);
        (bool isKept, bool isBest) = (node.Candidate.IsKept, model.IsOnBest(node));
        DrawBox(
            svg, new Rect(at.X - NodeWidth / 2, at.Y - NodeHeight / 2, NodeWidth, NodeHeight), isKept,
            node.Candidate.IsComplete, isBest);
        string ink = isKept ? Theme.Ink : Theme.Muted;
        // One word, which is cut where it is too long.
        string symbol = FittedText.Lines(node.Symbol.Replace(' ', '\u00a0'), Ink.Large, NodeWidth - 8, isKept)[0];
        svg.Label(symbol, at.X, at.Y - 3, Ink.Large, "middle", ink, bold: isKept);
        svg.Label(node.Written, at.X, at.Y + 11, Ink.Number, "middle", ink);
        double below = at.Y + NodeHeight / 2;
        if (!isKept)
            DrawCross(svg, new Place(at.X, below + 7));
        if (model.IsOnGreedy(node))
            DrawBadge(svg, new Place(at.X - NodeWidth / 2 + 1, at.Y - NodeHeight / 2 + 1));
        if (isBest && node.Level == model.Best.Length - 1)
            svg.Label("★ best", at.X, below + 14, Note, "middle", bold: true, halo: true);
    }

    private void DrawCount(SvgWriter svg, int level)
    {
        svg.Label($"{level + 1}", 0, Row(level) + 1, Ink.Large, fill: Theme.Muted);
        int more = model.Levels[level].Count(node => !node.IsDrawn);
        if (more > 0)
            svg.Label($"+ {more}", 0, Row(level) + 15, Note, fill: Theme.Muted);
    }
}
