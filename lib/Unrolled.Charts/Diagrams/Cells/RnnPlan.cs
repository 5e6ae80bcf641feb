using System.Collections.Immutable;

namespace Unrolled;

/// <summary>The simple RNN: one layer, whose output is also the hidden state.</summary>
internal sealed class RnnPlan(RnnCell rnn) : CellPlan
{
    private const double Width = 416, Height = 246;

    // Columns, from left to right, and rows, from top to bottom.
    private const double
        Before = 50, Left = 94, Input = 124, Layer = 178, Copy = 300, Right = 334, After = 370, Edge = 2;

    private const double Top = 16, State = 48, Layers = 110, Line = 170, Bottom = 198, Below = 222;

    public override string Named => rnn.Activation == Activation.Tanh ? "RNN" : "RNN with ReLU";

    public override ImmutableArray<Quantity> Quantities(RunReader run) =>
    [
        run.Whole("x", new("x", "t")), run.Units("h_prev", new("h", "t−1")),
        run.Units("a", new("a", "t")), run.Units("h", new("h", "t")),
    ];

    public override Arrangement Of(Recording run)
    {
        var layer = new LayerBox(new(Layer, Layers), rnn.Activation == Activation.Tanh ? "tanh" : "ReLU");
        return new(Width, Height,
        [
            new CellBody(new Rect(Left, Top, Right - Left, Bottom - Top)),
            new Wire(new(Edge, Line), new(Layer, Line), layer.Bottom),
            new Wire(new(Input, Height), new(Input, Line), new(Input + 16, Line)) { Arrow = false },
            new Wire(layer.Top, new(Layer, 0)),
            new Wire(new(Layer, State), new(Copy, State), new(Copy, Line), new(Width - Edge, Line)) { Forks = true },
            layer,
            new Note("a = W x + U h + b", new(Layer + 28, Layers + 3)),
            new Chip(run["x"], new(Input, Below)), new Chip(run["h_prev"], new(Before, Line)),
            new Chip(run["a"], new(Layer, (Layers + Line) / 2 + 8)), new Chip(run["h"], new(After, Line)),
        ]);
    }
}
