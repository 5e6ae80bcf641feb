using System.Collections.Immutable;

namespace Unrolled;

/// <summary>
/// The GRU: the hidden state runs along the top; reset gate, update gate and candidate are below it. The place of the
/// reset gate and the meaning of z = 1 are drawn as in the given cell. With the reset gate after the product, q is what
/// it multiplies, U h + b.
/// </summary>
internal sealed class GruPlan(GruCell gru) : CellPlan
{
    private const double Width = 386, Height = 410;

    // Columns, from left to right.
    private const double
        Before = 25, Left = 51, Copy = 57, Input = 66, Reset = 95, Update = 165, Inverse = 196, Recall = 226,
        Candidate = 288, Up = 326, Right = 333, After = 360, Edge = 2;

    // Rows, from top to bottom.
    private const double
        Top = 10, State = 40, Product = 78, Mix = 122, Recurrent = 118, ResetProduct = 156, Tanh = 192,
        RecallChip = 195, Gates = 204, Join = 230, Layers = 268, InputLayer = 276, Line = 312, InputLine = 328,
        Bottom = 344, Below = 372;

    private static readonly LayerBox
        ResetLayer = new(new(Reset, Layers), "σ") { Name = "reset" },
        UpdateLayer = new(new(Update, Layers), "σ") { Name = "update" };

    private static readonly PointwiseCircle
        Keep = new(new(Update, State), "×"),
        Add = new(new(Candidate, State), "+"),
        Take = new(new(Candidate, Mix), "×"),
        Forget = new(new(Reset, ResetProduct), "×");

    private bool ResetsAfter => gru.ResetPlacement == ResetPlacement.AfterProduct;

    private bool KeepsOld => gru.UpdateConvention == UpdateConvention.KeepsOldState;

    private PointwiseCircle OneMinus => new(KeepsOld ? new(Inverse, Mix) : new(Update, Product), "1−");

    public override string Named =>
        $"GRU, reset {(ResetsAfter ? "after" : "before")} the product, "
        + $"z {(KeepsOld ? "keeps the old state" : "takes the candidate")}";

    public override ImmutableArray<Quantity> Quantities(RunReader run)
    {
        (string old, string taken) = KeepsOld ? ("z⊙h", "(1−z)⊙n") : ("(1−z)⊙h", "z⊙n");
        return
        [
            run.Whole("x", new("x", "t")), run.Units("h_prev", new("h", "t−1")),
            run.Units("r", new("r", "t")), run.Units("z", new("z", "t")),
            run.Units("1−z", new("1−z"), (z, _) => 1 - z, "z", "z"),
            .. ResetsAfter ? [run.Units("q", new("q", "t"))] : Array.Empty<Quantity>(),
            run.Units("rq", new(ResetsAfter ? "r⊙q" : "r⊙h")), run.Units("n", new("n", "t")),
            run.Units("kept", new(old), (z, h) => (KeepsOld ? z : 1 - z).PointwiseMultiply(h), "z", "h_prev"),
            run.Units("taken", new(taken), (z, n) => (KeepsOld ? 1 - z : z).PointwiseMultiply(n), "z", "n"),
            run.Units("h", new("h", "t")),
        ];
    }

    public override Arrangement Of(Recording run) => new(Width, Height,
    [
        new CellBody(new Rect(Left, Top, Right - Left, Bottom - Top)),
        .. HiddenState(), .. Gating(), .. ResetsAfter ? ResetAfterProduct(run) : ResetBeforeProduct(run),
        ResetLayer, UpdateLayer, Keep, Add, Take, Forget, OneMinus,
        .. Chips(run),
    ]);

    private static IEnumerable<IPart> HiddenState() =>
    [
        new Wire(new(Edge, State), Keep.Left),
        new Wire(Keep.Right, Add.Left),
        new Wire(Add.Right, new(Width - Edge, State)),
        new Wire(new(Up, State), new(Up, 0)) { Forks = true },
        new Wire(new(Copy, State), new(Copy, Line), new(Update, Line), UpdateLayer.Bottom) { Forks = true },
        new Wire(new(Input, Height), new(Input, Line), new(Input + 16, Line)) { Arrow = false },
        new Wire(new(Reset, Line), ResetLayer.Bottom) { Forks = true },
    ];

    private IEnumerable<IPart> Gating() => KeepsOld
        ?
        [
            new Wire(UpdateLayer.Top, Keep.Bottom),
            new Wire(new(Update, Mix), OneMinus.Left) { Forks = true },
            new Wire(OneMinus.Right, Take.Left),
            new Wire(Take.Top, Add.Bottom),
            new Wire(ResetLayer.Top, Forget.Bottom),
        ]
        :
        [
            new Wire(UpdateLayer.Top, OneMinus.Bottom),
            new Wire(OneMinus.Top, Keep.Bottom),
            new Wire(new(Update, Mix), Take.Left) { Forks = true },
            new Wire(Take.Top, Add.Bottom),
            new Wire(ResetLayer.Top, Forget.Bottom),
        ];

    private static IEnumerable<IPart> ResetBeforeProduct(Recording run)
    {
        var candidate = new LayerBox(new(Candidate, Layers), "tanh") { Name = "candidate" };
        return
        [
            new Wire(new(Reset, State), Forget.Top) { Forks = true },
            new Wire(
                Forget.Right, new(Recall, ResetProduct), new(Recall, Line), new(Candidate, Line), candidate.Bottom)
            {
                Bridges = true,
            },
            new Wire(
                new(Input, InputLine), new(Candidate - 34, InputLine), new(Candidate - 34, Line),
                new(Candidate - 16, Line))
            {
                Forks = true, Arrow = false,
            },
            new Wire(candidate.Top, Take.Bottom),
            candidate,
            Stacked(run["n"], Candidate, Gates),
        ];
    }

    private static IEnumerable<IPart> ResetAfterProduct(Recording run)
    {
        LayerBox recurrent = new(new(Reset, Product), "U"), input = new(new(Candidate, InputLayer), "W");
        PointwiseCircle sum = new(new(Candidate, Join), "+"), tanh = new(new(Candidate, Tanh), "tanh");
        return
        [
            new Wire(new(Reset, State), recurrent.Top) { Forks = true },
            new Wire(recurrent.Bottom, Forget.Top),
            new Wire(Forget.Right, new(Recall, ResetProduct), new(Recall, Join), sum.Left) { Bridges = true },
            new Wire(new(Input, InputLine), new(Candidate, InputLine), input.Bottom) { Forks = true },
            new Wire(input.Top, sum.Bottom),
            new Wire(sum.Top, tanh.Bottom),
            new Wire(tanh.Top, Take.Bottom),
            recurrent, input, sum, tanh,
            Stacked(run["n"], Candidate, (Mix + Tanh) / 2),
        ];
    }

    private IEnumerable<IPart> Chips(Recording run) =>
    [
        Stacked(run["h_prev"], Before, State), Stacked(run["x"], Input, Below),
        Stacked(run["r"], Reset, Gates), Stacked(run["z"], Update, Gates),
        Stacked(
            run["1−z"], KeepsOld ? (Inverse + Candidate) / 2 - 4 : Update + 43, KeepsOld ? Mix : Product + 10),
        .. ResetsAfter ? [Stacked(run["q"], Reset, Recurrent)] : Array.Empty<IPart>(),
        Stacked(run["rq"], Recall, ResetsAfter ? RecallChip : Gates),
        Stacked(run["kept"], (Update + Candidate) / 2, State),
        Stacked(run["taken"], Candidate, (State + Mix) / 2),
        Stacked(run["h"], After, State),
    ];

    private static Chip Stacked(Quantity quantity, double x, double y) =>
        new(quantity, new(x, y)) { Stacked = true };
}
