using System.Collections.Immutable;
using Unrolled.Charts.Svg;
using Unrolled.Charts.Views.Parts;

namespace Unrolled.Charts.Views.Unrolling;

/// <summary>
/// Lays a network out: one column for each step, the input at the bottom, the layers above it, the output on top; the
/// folded network in a column of its own on the left.
/// </summary>
internal sealed class UnrolledDiagram
{
    private const double Pitch = 92, Wide = 112, RowPitch = 68, LabelRow = 18, Aside = 15, Loop = 20, FoldedGap = 34, Stub = 26, Margin = 4;
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹", Hidden = "#dff0d8", HiddenEdge = "#5f8f55", Outside = "#ffffff";

    private readonly UnrolledModel model;
    private readonly List<IPart> wires = [], nodes = [];
    private readonly double pitch, left;

    public UnrolledDiagram(UnrolledModel model)
    {
        this.model = model;
        pitch = model.Bidirectional ? Wide : Pitch;
        left = Margin + (model.Folded ? pitch + Loop + FoldedGap : 0) + (model.First > 0 ? Stub : 0);
        if (model.Folded)
            AddFolded();
        for (int step = 0; step < model.Steps; step++)
            AddColumn(step, Centre(step), folded: false);
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

    private void AddColumn(int step, double centre, bool folded)
    {
        string time = folded ? "" : $"{model.First + step}";
        if (folded || model.Reads(step))
            nodes.Add(Node("x", new("x", time), new(centre, Row(0)), step, folded, hidden: false));
        Place[] below = folded || model.Reads(step) ? [new(centre, Row(0) - VectorNode.Height / 2)] : [];
        for (int layer = 1; layer <= model.Layers; layer++)
            below = model.Bidirectional ? AddPair(layer, centre, below, step, time, folded) : AddLayer(layer, centre, below, step, time, folded);
        if (model.HasOutput && (folded || model.Answers(step)))
            AddOutput(centre, below[0], step, time, folded);
        if (!folded)
            AddLabels(step, centre);
    }

    private Place[] AddLayer(int layer, double centre, Place[] below, int step, string time, bool folded)
    {
        VectorNode node = Node(Key(layer, ""), Named(layer, "h", time), new(centre, Row(layer)), step, folded, hidden: true);
        nodes.Add(node);
        foreach (Place start in below)
            Connect(start, node.Bottom, Weight(model.Weights.Input, layer));
        Recur(node, Weight(model.Weights.Recurrent, layer), step, folded, backwards: false);
        return [node.Top];
    }

    private Place[] AddPair(int layer, double centre, Place[] below, int step, string time, bool folded)
    {
        VectorNode forward = Node(Key(layer, "→"), Named(layer, "→h", time), new(centre - Aside, Row(2 * layer - 1)), step, folded, hidden: true),
            backward = Node(Key(layer, "←"), Named(layer, "←h", time), new(centre + Aside, Row(2 * layer)), step, folded, hidden: true);
        var both = new ConcatenationBar(new(centre, backward.Top.Y - 16));
        nodes.AddRange(forward, backward, both);
        double outer = VectorNode.Width / 2 - 3;
        foreach (Place start in below)
        {
            Connect(start with { X = centre - Aside }, forward.Bottom, "");
            Connect(start with { X = centre + outer }, new(centre + outer, backward.Bottom.Y), "");
        }

        Recur(forward, Weight("→" + model.Weights.Recurrent, layer), step, folded, backwards: false);
        Recur(backward, Weight("←" + model.Weights.Recurrent, layer), step, folded, backwards: true);
        Connect(new(centre - outer, forward.Top.Y), both.BottomAt(centre - outer), "");
        Connect(backward.Top, both.BottomAt(backward.Top.X), "");
        return [both.Top];
    }

    private void AddOutput(double centre, Place below, int step, string time, bool folded)
    {
        VectorNode node = Node("y", new("y", time), new(centre, Row(Rows - 1)), step, folded, hidden: false);
        nodes.Add(node);
        Connect(below, node.Bottom, model.Weights.Output);
    }

    private void Connect(Place start, Place to, string weight)
    {
        wires.Add(new Wire(start, to));
        wires.Add(new Note(weight, new(start.X + 5, (start.Y + to.Y) / 2 + 3)));
    }

    private void Recur(VectorNode node, string weight, int step, bool folded, bool backwards)
    {
        if (folded)
            AddLoop(node, weight, backwards);
        else if (backwards)
            AddRecurrence(node.Left, new(node.Right.X - pitch, node.Centre.Y), weight, step == 0 ? null : pitch, comes: step == model.Steps - 1 && model.GoesOn ? node.Right : null);
        else
            AddRecurrence(node.Right, new(node.Left.X + pitch, node.Centre.Y), weight, step == model.Steps - 1 ? null : pitch, comes: step == 0 && model.First > 0 ? node.Left : null);
    }

    // From a node to its neighbour; at the ends of what is drawn, a stub out of the neighbour that is not.
    private void AddRecurrence(Place start, Place to, string weight, double? neighbour, Place? comes)
    {
        double direction = Math.Sign(to.X - start.X);
        bool leaves = direction > 0 ? model.GoesOn : model.First > 0;
        if (neighbour is not null)
        {
            wires.Add(new Wire(start, to));
            wires.Add(new Note(weight, new((start.X + to.X) / 2, start.Y - 5), "middle"));
        }
        else if (leaves)
            wires.Add(new Wire(start, start with { X = start.X + direction * Stub * 1.4 }));
        if (comes is { } edge)
            wires.Add(new Wire(edge with { X = edge.X - direction * Stub * 1.4 }, edge));
    }

    private void AddLoop(VectorNode node, string weight, bool backwards)
    {
        double leave = node.Centre.Y + (backwards ? 8 : -8), enter = 2 * node.Centre.Y - leave, x = node.Right.X + Loop;
        wires.Add(new Wire(new(node.Right.X, leave), new(x, leave), new(x, enter), new(node.Right.X, enter)));
        wires.Add(new Note(weight, new(x + 4, node.Centre.Y + 3)));
    }

    private void AddFolded()
    {
        AddColumn(0, Margin + pitch / 2, folded: true);
        double middle = (Row(0) + Row(Rows - 1)) / 2, end = Margin + pitch + Loop + FoldedGap - 8;
        wires.Add(new Note("=", new(end - 8, middle + 6), "middle") { Colour = Theme.Ink, Size = 18 });
    }

    private void AddLabels(int step, double centre)
    {
        if (!model.Inputs.IsEmpty && model.Reads(step))
            wires.Add(new Note(model.Inputs[step], new(centre, Row(0) + VectorNode.Height / 2 + 13), "middle") { Colour = Theme.Ink });
        if (!model.Outputs.IsEmpty && model.Answers(step))
            wires.Add(new Note(model.Outputs[step], new(centre, Row(Rows - 1) - VectorNode.Height / 2 - 6), "middle") { Colour = Theme.Ink });
    }

    private VectorNode Node(string key, MathName name, Place centre, int step, bool folded, bool hidden)
    {
        double[,]? values = folded ? null : model.Activations.GetValueOrDefault(key);
        return new VectorNode(centre, name, hidden ? Hidden : Outside, hidden ? HiddenEdge : Ink.UnitEdge)
        {
            Elements = values is null ? null : [.. Enumerable.Range(0, values.GetLength(1)).Select(element => values[step, element])],
            Reach = values is null ? 1 : Math.Max(1, values.Cast<double>().Max(Math.Abs)),
        };
    }

    private MathName Named(int layer, string name, string time) => new(Weight(name, layer), time);

    private string Weight(string name, int layer) => model.Layers == 1 || name.Length == 0
        ? name
        : name + string.Concat($"{layer}".Select(digit => Superscripts[digit - '0']));

    private static string Key(int layer, string direction) => $"{layer}.{direction}h";
}
