namespace Unrolled;

/// <summary>
/// The places of a bidirectional diagram. A column for each step has two vertical tracks, the left one for the forward
/// network and the right one for the backward network; a layer is a lane of forward states and above it, a little to
/// the right, a lane of backward states. Between two layers the tracks cross.
/// </summary>
internal sealed class BidirectionalPlan
{
    private const double
        Pitch = 74, Left = 18, Track = 22, Offset = 14, Lane = 56, LaneGap = 4, Border = 2.5, Zone = 62,
        BarWidth = 24, BarHeight = 5, Aside = 5, Stub = 9, Halo = 6,
        Names = 18, Output = 24, BelowOutput = 26, AboveInput = 26, Input = 30,
        InputHalf = 30, Words = 17, AboveLegend = 12, Note = 10.5, NoteLine = 15, NoteLines = 2, BelowNote = 8,
        TitleSize = 15, TitleLine = 20, NameSize = StateNode.NameSize, StripHeight = 8, Radius = 6, Least = 372;

    private readonly BidirectionalModel model;
    private readonly IReadOnlyList<string> title, note;
    private readonly LegendStrip legend;
    private readonly double inner;

    public BidirectionalPlan(BidirectionalModel model)
    {
        this.model = model;
        inner = Math.Max(Left + model.Steps * Pitch, Least);
        title = FittedText.Lines(model.Title, TitleSize, inner, bold: true);
        note = FittedText.Lines(BidirectionalText.Note(model), Note, inner, bold: false);
        legend = new LegendStrip(BidirectionalLegend.Of(model), inner);
    }

    public int Width => (int)Math.Ceiling(inner + 2 * Theme.Padding);

    public int Height => (int)Math.Ceiling(2 * Theme.Padding + Above + Diagram + AboveLegend + legend.Height);

    // With room for the longest note, so that the diagram is at one place in all frames.
    private double Above => title.Count * TitleLine + 4 + Math.Max(note.Count, NoteLines) * NoteLine + BelowNote;

    private double Diagram => InputTop + Input + Words;

    private static double Band => 2 * Lane + LaneGap;

    private double InputTop => BandTop(0) + Band + AboveInput;

    private double Shift => (inner - Left - model.Steps * Pitch) / 2;

    public void Draw(SvgWriter svg)
    {
        svg.Labels(title, Theme.Padding, Theme.Padding + TitleSize, TitleLine, TitleSize, bold: true);
        double below = Theme.Padding + title.Count * TitleLine + 4;
        svg.Labels(note, Theme.Padding, below + Note, NoteLine, Note, Theme.Muted);
        svg.Open("g", ("transform",
            $"translate({SvgWriter.Number(Theme.Padding + Shift)} {SvgWriter.Number(Theme.Padding + Above)})"));
        for (int layer = 0; layer < model.Layers.Length; layer++)
            DrawLanes(svg, layer);
        foreach (StateAt state in model.States)
            DrawWithState(svg, state, DrawRecurrence);
        foreach (StateAt state in model.States)
            DrawWithState(svg, state, state.Layer == 0 ? DrawReading : DrawCrossing);
        foreach (StateAt state in model.States)
            DrawWithState(svg, state, DrawLeaving);
        for (int step = 0; step < model.Steps; step++)
        {
            DrawInput(svg, step);
            DrawOutput(svg, step);
        }

        foreach (StateAt state in model.States)
            DrawWithState(svg, state, (writer, at) => Node(at).Draw(writer));
        svg.Close();
        legend.Draw(svg, new Place(Theme.Padding, Height - Theme.Padding - legend.Height));
    }

    private static double Column(int step) => Left + (step + 0.5) * Pitch;

    private static double TrackOf(int step, bool backward) => Column(step) + (backward ? Track : -Track);

    private double BandTop(int layer) =>
        Names + Output + BelowOutput + (model.Layers.Length - 1 - layer) * (Band + Zone);

    private double LaneTop(int layer, bool backward) => BandTop(layer) + (backward ? 0 : Lane + LaneGap);

    private StateNode Node(StateAt state) => new(
        model, state, new Place(
            Column(state.Step) + (state.Backward ? Offset : -Offset),
            LaneTop(state.Layer, state.Backward) + Lane / 2));

    // What is not computed yet is pale.
    private void DrawWithState(SvgWriter svg, StateAt state, Action<SvgWriter, StateAt> draw) =>
        DrawWhere(svg, model.IsComputed(state), writer => draw(writer, state));

    private static void DrawWhere(SvgWriter svg, bool isComputed, Action<SvgWriter> draw)
    {
        if (!isComputed)
            svg.Open("g", ("opacity", Pale.Opacity));
        draw(svg);
        if (!isComputed)
            svg.Close();
    }

    private void DrawLanes(SvgWriter svg, int layer)
    {
        foreach (bool backward in new[] { false, true })
            Box(svg, Left, LaneTop(layer, backward), model.Steps * Pitch, Lane, DirectionInk.Lane(backward), null);
        // One layer is both lanes.
        Box(
            svg, Left - Border, BandTop(layer) - Border, model.Steps * Pitch + 2 * Border, Band + 2 * Border, "none",
            Theme.AxisLine);
        if (model.Layers.Length > 1)
            svg.Label(
                $"layer {layer + 1}", Left - 6, BandTop(layer) + Band / 2, Note, "middle", Theme.Muted, turn: -90);
    }

    private void DrawRecurrence(SvgWriter svg, StateAt state)
    {
        if (model.Before(state) is not { } before)
            return;
        (StateNode from, StateNode to) = (Node(before), Node(state));
        Wire wire = state.Backward ? new Wire(from.Left, to.Right) : new Wire(from.Right, to.Left);
        (wire with { Colour = DirectionInk.Edge(state.Backward) }).Draw(svg);
    }

    // A wire that leaves the lane of its own direction passes over the other lane's arrows, which then have a gap.
    private void DrawHalo(SvgWriter svg, StateAt passed, double x) => svg.Line(
        x, LaneTop(passed.Layer, passed.Backward), x, LaneTop(passed.Layer, passed.Backward) + Lane,
        DirectionInk.Lane(passed.Backward), Halo);

    private void DrawReading(SvgWriter svg, StateAt state)
    {
        double x = TrackOf(state.Step, state.Backward);
        if (state.Backward)
            DrawHalo(svg, state with { Backward = false }, x);
        new Wire(new(x, InputTop), new(x, Node(state).Bottom)).Draw(svg);
    }

    // Both directions of the layer below come together in a bar, and go on into the state as one vector.
    private void DrawCrossing(SvgWriter svg, StateAt state)
    {
        double x = TrackOf(state.Step, state.Backward), bar = BandTop(state.Layer) + Band + Stub + BarHeight;
        foreach (bool backward in new[] { false, true })
        {
            bool crosses = backward != state.Backward;
            Place from = new(TrackOf(state.Step, backward), BandTop(state.Layer - 1) - Stub);
            Place to = new(x + (backward ? Aside : -Aside), bar);
            var wire = new Wire(from, to)
            {
                Colour = DirectionInk.Edge(backward),
                Thickness = crosses ? 2.2 : 1.5,
                Forks = true,
            };
            wire.Draw(svg);
        }

        svg.Empty("rect",
            ("x", x - BarWidth / 2), ("y", bar - BarHeight), ("width", BarWidth), ("height", BarHeight),
            ("rx", BarHeight / 2), ("fill", Ink.Wire));
        if (state.Backward)
            DrawHalo(svg, state with { Backward = false }, x);
        new Wire(new(x, bar - BarHeight), new(x, Node(state).Bottom)).Draw(svg);
    }

    private void DrawLeaving(SvgWriter svg, StateAt state)
    {
        double x = TrackOf(state.Step, state.Backward);
        bool highest = state.Layer == model.Layers.Length - 1;
        double end = highest ? Names + Output : BandTop(state.Layer) - Stub;
        if (!state.Backward)
            DrawHalo(svg, state with { Backward = true }, x);
        var wire = new Wire(new(x, Node(state).Top), new(x, end))
        {
            Colour = DirectionInk.Edge(state.Backward),
            Arrow = highest,
        };
        wire.Draw(svg);
    }

    private void DrawInput(SvgWriter svg, int step)
    {
        double x = Column(step);
        double[] elements =
            [.. Enumerable.Range(0, model.Inputs.GetLength(1)).Select(element => model.Inputs[step, element])];
        bool hasStrip = elements.Length > 1;
        double reach = Math.Max(1, model.Inputs.Cast<double>().Select(Math.Abs).Where(double.IsFinite).Max());
        double baseline = InputTop + Input / 2 + NameSize * 0.33 - (hasStrip ? StripHeight / 2 + 1 : 0);
        Box(svg, x - InputHalf, InputTop, 2 * InputHalf, Input, Theme.Paper, null);
        var name = new MathName("x", $"{step + 1}");
        string value = hasStrip ? "" : $" = {NumberText.Short(elements[0], 3)}";
        double width = name.Width(NameSize) + TextMetrics.Width(value, Ink.Large);
        name.Draw(svg, new Place(x - width / 2, baseline), NameSize, Theme.Ink);
        if (!hasStrip)
            svg.Label(value.Trim(), x + width / 2, baseline, Ink.Large, "end");
        double cell = 2 * (InputHalf - Radius) / elements.Length;
        for (int i = 0; hasStrip && i < elements.Length; i++)
            svg.Empty("rect",
                ("x", x - InputHalf + Radius + i * cell), ("y", InputTop + Input - StripHeight - 3), ("width", cell),
                ("height", StripHeight), ("fill", ValueColour.Of(elements[i], reach).ToString()));
        Box(svg, x - InputHalf, InputTop, 2 * InputHalf, Input, "none", Ink.OutsideEdge);
        if (model.Symbols.IsEmpty)
            return;
        // One word, which is cut where it is too long.
        string word = FittedText.Lines(
            model.Symbols[step].Replace(' ', '\u00a0'), Theme.LabelSize, Pitch - 4, bold: false)[0];
        svg.Label(word, x, InputTop + Input + 13, Theme.LabelSize, "middle");
    }

    private void DrawOutput(SvgWriter svg, int step)
    {
        double x = Column(step);
        StateAt forward = new(model.Layers.Length - 1, Backward: false, step);
        StateAt[] both = [forward, forward with { Backward = true }];
        DrawWhere(svg, both.All(model.IsComputed), writer =>
        {
            var name = new MathName("y", $"{step + 1}");
            name.Draw(writer, new Place(x - name.Width(NameSize) / 2, Names - 5), NameSize, Theme.Ink);
            foreach (StateAt half in both)
            {
                double left = half.Backward ? x : x - InputHalf;
                Rgb colour = ValueColour.Of(model.Value(half), model.Reach);
                writer.Empty("rect",
                    ("x", left), ("y", Names), ("width", InputHalf), ("height", Output),
                    ("fill", colour.ToString()), ("stroke", DirectionInk.Edge(half.Backward)));
                writer.Label(
                    model.Base(half), left + InputHalf / 2, Names + Output / 2 + 4, Ink.Number, "middle",
                    ValueColour.Ink(colour));
            }
        });
    }

    private static void Box(
        SvgWriter svg, double left, double top, double width, double height, string fill, string? stroke) =>
        svg.Empty("rect",
            ("x", left), ("y", top), ("width", width), ("height", height), ("rx", Radius), ("fill", fill),
            ("stroke", stroke));
}
