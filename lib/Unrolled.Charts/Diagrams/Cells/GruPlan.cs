using System.Collections.Immutable;

namespace Unrolled;

/// <summary>
/// The GRU: the hidden state runs along the top; reset gate, update gate and candidate are below it. The place of the
/// reset gate and the meaning of z = 1 are drawn as in the given cell. With the reset gate after the product, q is what
/// it multiplies, U h + b.
/// </summary>
internal sealed class GruPlan(GruCell gru) : CellPlan
{
    private const double Width = 540, Height = 356;

    // Columns, from left to right.
    private const double Before = 50, Left = 94, Copy = 108, Input = 128, Reset = 158, Update = 240, Inverse = 282,
        Recall = 320, Candidate = 390, Up = 446, Right = 460, After = 494, Edge = 2;

    // Rows, from top to bottom.
    private const double
        Top = 16, State = 48, Product = 82, Mix = 112, Recurrent = 114, ResetProduct = 142, Gates = 180, Tanh = 201,
        RecallChip = 202, Layers = 226, Join = 228, InputLayer = 266, Line = 276, InputLine = 293, Bottom = 308,
        Below = 330;

    private static readonly LayerBox
        ResetLayer = new(new(Reset, Layers), "σ"),
        UpdateLayer = new(new(Update, Layers), "σ");

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
        new Note("reset", new(Reset + 5, Line - 24)), new Note("update", new(Update + 5, Line - 24)),
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
        var candidate = new LayerBox(new(Candidate, Layers), "tanh");
        return
        [
            new Wire(new(Reset, State), Forget.Top) { Forks = true },
            new Wire(
                Forget.Right, new(Recall, ResetProduct), new(Recall, Line), new(Candidate, Line), candidate.Bottom)
            {
                Bridges = true,
            },
            new Wire(
                new(Input, InputLine), new(Candidate - 32, InputLine), new(Candidate - 32, Line),
                new(Candidate - 16, Line))
            {
                Forks = true, Arrow = false,
            },
            new Wire(candidate.Top, Take.Bottom),
            candidate,
            new Note("candidate", new(Candidate + 5, Line - 24)),
            new Chip(run["n"], new(Candidate, Gates)),
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
            new Chip(run["n"], new(Candidate, (Mix + Tanh) / 2)),
        ];
    }

    private IEnumerable<IPart> Chips(Recording run) =>
    [
        new Chip(run["h_prev"], new(Before, State)), new Chip(run["x"], new(Input, Below)),
        new Chip(run["r"], new(Reset, Gates)), new Chip(run["z"], new(Update, Gates)),
        new Chip(run["1−z"], KeepsOld ? new((Inverse + Candidate) / 2 + 2, Mix) : new(Update + 48, Product)),
        .. ResetsAfter ? [new Chip(run["q"], new(Reset, Recurrent))] : Array.Empty<IPart>(),
        new Chip(run["rq"], new(Recall, RecallChip)),
        new Chip(run["kept"], new((Update + Candidate) / 2, State)),
        new Chip(run["taken"], new(Candidate, (State + Mix) / 2)),
        new Chip(run["h"], new(After, State)),
    ];
}
