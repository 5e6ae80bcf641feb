using System.Collections.Immutable;

namespace Unrolled;

/// <summary>
/// The parts of an unrolled network: one column for each step, with the input at the bottom, the layers above it and
/// the output on top; the folded network in a column of its own on the left.
/// </summary>
internal sealed class UnrolledArrangement
{
    // Distances of columns and rows, and of the parts in them.
    private const double
        Pitch = 92, Wide = 112, RowPitch = 68, LabelRow = 18, Margin = 4, FoldedGap = 34, EqualsSize = 18,
        Aside = 15, Past = 20, BarRise = 16, Loop = 20, LoopHalf = 8, Stub = 26, StubLength = 36,
        NoteAside = 5, NoteRise = 18, NoteDrop = 3, LabelRise = 5, WordBelow = 13, WordAbove = 6;

    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹", Subscripts = "₀₁₂₃₄₅₆₇₈₉";

    private readonly UnrolledModel model;
    private readonly List<IPart> wires = [], nodes = [];
    private readonly double pitch, left;

    public UnrolledArrangement(UnrolledModel model)
    {
        this.model = model;
        pitch = model.Bidirectional ? Wide : Pitch;
        left = Margin + (model.Folded ? pitch + Loop + FoldedGap : 0) + (model.HasBefore ? Stub : 0);
        if (model.Folded)
            AddFolded();
        for (int step = 0; step < model.Steps; step++)
            AddColumn(new(step, Centre(step), $"{model.First + step}", IsFolded: false));
    }

    public double Width => left + model.Steps * pitch + (model.GoesOn ? Stub : 0) + Margin;

    public double Height => LabelsBelow + LabelsAbove + (Rows - 1) * RowPitch + VectorNode.Height;

    public ImmutableArray<IPart> Parts => [.. wires, .. nodes];

    // The rows are counted from the input, 0, to the output, the last.
    private int Rows => model.Layers * RowsOfLayer + (model.HasOutput ? 2 : 1);

    private int RowsOfLayer => model.Bidirectional ? 2 : 1;

    private double LabelsBelow => model.Inputs.IsEmpty ? 2 : LabelRow;

    private double LabelsAbove => model.Outputs.IsEmpty ? 2 : LabelRow;

    private double Centre(int step) => left + (step + 0.5) * pitch;

    private double Row(int row) => LabelsAbove + VectorNode.Height / 2 + (Rows - 1 - row) * RowPitch;

    private void AddColumn(UnrolledColumn column)
    {
        bool reads = column.IsFolded || model.Reads(column.Step);
        bool answers = column.IsFolded || model.Answers(column.Step);
        VectorNode input = Node("x", new("x", column.Time), new(column.Centre, Row(0)), column, hidden: false);
        if (reads)
            nodes.Add(input);
        Place? below = reads ? input.Top : null;
        for (int layer = 1; layer <= model.Layers; layer++)
            below = model.Bidirectional ? AddPair(layer, below, column) : AddLayer(layer, below, column);
        if (model.HasOutput && answers && below is { } top)
            AddOutput(top, column);
        if (!column.IsFolded)
            AddLabels(column);
    }

    private Place AddLayer(int layer, Place? below, UnrolledColumn column)
    {
        VectorNode node = Node(
            Key(layer, ""), Named(layer, "h", column.Time), new(column.Centre, Row(layer)), column, hidden: true);
        nodes.Add(node);
        if (below is { } start)
            Connect(start, node.Bottom, Weight(model.Weights.Input, layer));
        Recur(node, Weight(model.Weights.Recurrent, layer), column, backwards: false);
        return node.Top;
    }

    // The forward state is lower and to the left, the backward state higher and to the right, so that each has its own
    // path up from the input and on to the concatenation.
    private Place AddPair(int layer, Place? below, UnrolledColumn column)
    {
        double centre = column.Centre;
        Place lower = new(centre - Aside, Row(2 * layer - 1)), upper = new(centre + Aside, Row(2 * layer));
        VectorNode forward = Node(Key(layer, "→"), Named(layer, "→h", column.Time), lower, column, hidden: true);
        VectorNode backward = Node(Key(layer, "←"), Named(layer, "←h", column.Time), upper, column, hidden: true);
        var both = new ConcatenationBar(new(centre, backward.Top.Y - BarRise));
        nodes.AddRange(forward, backward, both);
        if (below is { } start)
        {
            double past = centre + Past;
            Connect(start with { X = centre - Aside }, forward.Bottom, Weight("→" + model.Weights.Input, layer));
            Connect(
                start with { X = past }, backward.Bottom with { X = past }, Weight("←" + model.Weights.Input, layer));
        }

        Recur(forward, Weight("→" + model.Weights.Recurrent, layer), column, backwards: false);
        Recur(backward, Weight("←" + model.Weights.Recurrent, layer), column, backwards: true);
        Connect(forward.Top with { X = centre - Past }, both.BottomAt(centre - Past), "");
        Connect(backward.Top, both.BottomAt(backward.Top.X), "");
        return both.Top;
    }

    private void AddOutput(Place below, UnrolledColumn column)
    {
        VectorNode node = Node("y", new("y", column.Time), new(column.Centre, Row(Rows - 1)), column, hidden: false);
        nodes.Add(node);
        Connect(below, node.Bottom, model.Weights.Output);
    }

    private void Connect(Place start, Place to, string weight)
    {
        wires.Add(new Wire(start, to));
        double middle = Math.Max((start.Y + to.Y) / 2, start.Y - NoteRise);
        wires.Add(new Note(weight, new(start.X + NoteAside, middle + NoteDrop)));
    }

    // A wire from a node to its neighbour; at the ends of the drawn steps, to and from neighbours that are not drawn.
    private void Recur(VectorNode node, string weight, UnrolledColumn column, bool backwards)
    {
        if (column.IsFolded)
        {
            AddLoop(node, weight, backwards);
            return;
        }

        int direction = backwards ? -1 : 1;
        (Place leaves, Place enters) = backwards ? (node.Left, node.Right) : (node.Right, node.Left);
        (bool isFirst, bool isLast, bool hasBefore, bool hasAfter) =
            (column.Step == 0, column.Step == model.Steps - 1, model.HasBefore, model.GoesOn);
        if (backwards ? !isFirst : !isLast)
            AddRecurrence(leaves, enters with { X = enters.X + direction * pitch }, weight);
        else if (backwards ? hasBefore : hasAfter)
            wires.Add(new Wire(leaves, leaves with { X = leaves.X + direction * StubLength }));
        if (backwards ? isLast && hasAfter : isFirst && hasBefore)
            AddEntry(enters with { X = enters.X - direction * StubLength }, enters);
    }

    // With several states of a step, each arrow's own name has no room.
    private void AddEntry(Place start, Place end)
    {
        wires.Add(new Wire(start, end));
        if (RowsOfLayer * model.Layers == 1)
            wires.Add(new Note("h" + InDigits(model.First - 1, Subscripts), new(start.X, start.Y - LabelRise)));
    }

    private void AddRecurrence(Place start, Place end, string weight)
    {
        wires.Add(new Wire(start, end));
        wires.Add(new Note(weight, new((start.X + end.X) / 2, start.Y - LabelRise), "middle"));
    }

    private void AddLoop(VectorNode node, string weight, bool backwards)
    {
        double leave = node.Centre.Y + (backwards ? LoopHalf : -LoopHalf), enter = 2 * node.Centre.Y - leave;
        double x = node.Right.X + Loop;
        wires.Add(new Wire(new(node.Right.X, leave), new(x, leave), new(x, enter), new(node.Right.X, enter)));
        wires.Add(new Note(weight, new(x + NoteAside, node.Centre.Y + NoteDrop)));
    }

    private void AddFolded()
    {
        AddColumn(new(0, Margin + pitch / 2, "", IsFolded: true));
        double middle = (Row(0) + Row(Rows - 1) + EqualsSize * 0.72) / 2;
        var place = new Place(Margin + pitch + Loop + FoldedGap / 2, middle);
        wires.Add(new Note("=", place, "middle") { Colour = Theme.Ink, Size = EqualsSize });
    }

    private void AddLabels(UnrolledColumn column)
    {
        if (!model.Inputs.IsEmpty && model.Reads(column.Step))
            AddWord(model.Inputs[column.Step], column, Row(0) + VectorNode.Height / 2 + WordBelow);
        if (!model.Outputs.IsEmpty && model.Answers(column.Step))
            AddWord(model.Outputs[column.Step], column, Row(Rows - 1) - VectorNode.Height / 2 - WordAbove);
    }

    private void AddWord(string word, UnrolledColumn column, double baseline) =>
        wires.Add(new Note(word, new(column.Centre, baseline), "middle") { Colour = Theme.Ink });

    private VectorNode Node(string key, MathName name, Place centre, UnrolledColumn column, bool hidden)
    {
        double[,]? values = column.IsFolded ? null : model.Activations.GetValueOrDefault(key);
        (string fill, string edge) = hidden ? (Ink.Hidden, Ink.HiddenEdge) : (Ink.Outside, Ink.OutsideEdge);
        var node = new VectorNode(centre, name, fill, edge);
        return values is null ? node : node with
        {
            Elements = [.. Enumerable.Range(0, values.GetLength(1)).Select(element => values[column.Step, element])],
            Reach = Math.Max(1, values.Cast<double>().Max(Math.Abs)),
        };
    }

    private MathName Named(int layer, string name, string time) => new(Weight(name, layer), time);

    private string Weight(string name, int layer) => model.Layers == 1 || name.Length == 0
        ? name
        : name + InDigits(layer, Superscripts);

    private static string InDigits(int number, string digits) =>
        string.Concat($"{number}".Select(digit => digits[digit - '0']));

    private static string Key(int layer, string direction) => $"{layer}.{direction}h";
}

/// <summary>One step of an unrolled network, or the folded network, with its middle.</summary>
internal readonly record struct UnrolledColumn(int Step, double Centre, string Time, bool IsFolded);
