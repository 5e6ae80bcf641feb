using System.Collections.Immutable;

namespace Unrolled;

/// <summary>
/// Elman's simple recurrent network as one cell: hidden units, output units, and the copy into the context.
/// </summary>
internal sealed class ElmanPlan(ElmanNetwork network) : CellPlan
{
    private const double Width = 442, Height = 366;

    // Columns, from left to right, and rows, from top to bottom.
    private const double
        Before = 62, Left = 120, Input = 148, Layer = 204, Copy = 282, Right = 316, After = 374, Edge = 2;

    private const double
        Top = 56, Output = 30, OutputLayers = 96, Fork = 148, Hidden = 186, HiddenLayers = 232, Line = 284,
        Bottom = 312, Below = 340;

    public override string Named => "Elman's simple recurrent network";

    public override string Kind => $"{Named}, {Operation(network.OutputActivation)}, {Copied}";

    private string Copied => $"copy, × {network.CopyWeight:0.0##}";

    public override ImmutableArray<Quantity> Quantities(RunReader run) =>
    [
        run.Whole("x", new("x")), run.Units("context", new("context")), run.Units("h", new("h")),
        run.Whole("y", new("y")), run.Units("context_next", new("context", "t+1")),
    ];

    public override Arrangement Of(Recording run)
    {
        LayerBox hidden = new(new(Layer, HiddenLayers), "σ");
        LayerBox output = new(new(Layer, OutputLayers), Operation(network.OutputActivation));
        return new(Width, Height,
        [
            new CellBody(new Rect(Left, Top, Right - Left, Bottom - Top)),
            new Wire(new(Edge, Line), new(Layer, Line), hidden.Bottom),
            new Wire(new(Input, Height), new(Input, Line), new(Input + 16, Line)) { Arrow = false },
            new Wire(hidden.Top, output.Bottom),
            new Wire(new(Layer, Fork), new(Copy, Fork), new(Copy, Line), new(Width - Edge, Line)) { Forks = true },
            new Wire(output.Top, new(Layer, 0)),
            hidden, output,
            new Note("hidden", new(Layer + 28, HiddenLayers + 3)),
            new Note("output", new(Layer + 28, OutputLayers + 3)),
            new Note(Copied, new(Copy - 5, Line - 8), "end"),
            new Chip(run["x"], new(Input, Below)), new Chip(run["context"], new(Before, Line)),
            new Chip(run["h"], new(Layer, Hidden)), new Chip(run["y"], new(Layer, Output)),
            new Chip(run["context_next"], new(After, Line)),
        ]);
    }

    private static string Operation(OutputActivation units) => units switch
    {
        OutputActivation.Logistic => "σ",
        OutputActivation.Softmax => "softmax",
        _ => "linear",
    };
}
