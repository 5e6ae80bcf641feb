using System.Collections.Immutable;

namespace Unrolled;

/// <summary>
/// The LSTM: the cell state runs along the top; the gates are below it in the order forget, input, candidate, output.
/// The three forms have the same places, so that they can be compared side by side.
/// </summary>
internal sealed class LstmPlan : CellPlan
{
    private const double Width = 540, Height = 352;

    // Columns, from left to right.
    private const double
        Before = 50, Left = 94, Fork = 110, Input = 118, Forget = 146, In = 212, Candidate = 278, Out = 344,
        Hidden = 416, Up = 446, Right = 460, After = 494, Edge = 2;

    // Rows, from top to bottom.
    private const double
        Top = 16, State = 48, Tanh = 82, Product = 142, Gates = 180, Peephole = 203, Layers = 226, Line = 280,
        Captions = 254, Bottom = 304, Below = 328;

    private static readonly LayerBox
        ForgetLayer = new(new(Forget, Layers), "σ"),
        InputLayer = new(new(In, Layers), "σ"),
        CandidateLayer = new(new(Candidate, Layers), "tanh"),
        OutputLayer = new(new(Out, Layers), "σ");

    private static readonly PointwiseCircle
        Keep = new(new(Forget, State), "×"),
        Add = new(new(Candidate, State), "+"),
        Write = new(new(Candidate, Product), "×"),
        TanhOfState = new(new(Hidden, Tanh), "tanh"),
        Read = new(new(Hidden, Product), "×");

    private readonly bool forgets, peeps;

    private LstmPlan(string named, bool forgets, bool peeps)
    {
        Named = named;
        (this.forgets, this.peeps) = (forgets, peeps);
    }

    /// <summary>Hochreiter and Schmidhuber 1997.</summary>
    public static LstmPlan WithoutForgetGate { get; } = new("LSTM of 1997, without a forget gate", false, false);

    /// <summary>Gers, Schmidhuber and Cummins 2000.</summary>
    public static LstmPlan WithForgetGate { get; } = new("LSTM", forgets: true, peeps: false);

    /// <summary>Gers, Schraudolph and Schmidhuber 2002.</summary>
    public static LstmPlan WithPeepholes { get; } = new("LSTM with peepholes", forgets: true, peeps: true);

    public override string Named { get; }

    public override ImmutableArray<LegendItem> Legend =>
        peeps ? [Legends.Dashed("peephole: one weight for each cell")] : [];

    public override ImmutableArray<Quantity> Quantities(RunReader run)
    {
        Quantity forget() => run.Units("f", new("f", "t"));
        Quantity kept() => Times(run, "f", "c_prev", "f⊙c");
        return
        [
            run.Whole("x", new("x", "t")),
            run.Units("h_prev", new("h", "t−1")), run.Units("c_prev", new("c", "t−1")),
            .. forgets ? [forget()] : Array.Empty<Quantity>(),
            run.Units("i", new("i", "t")), run.Units("g", new("g", "t")), run.Units("o", new("o", "t")),
            .. forgets ? [kept()] : Array.Empty<Quantity>(),
            Times(run, "i", "g", "i⊙g"),
            run.Units("c", new("c", "t")), run.Units("tanh_c", new("tanh c")), run.Units("h", new("h", "t")),
        ];
    }

    public override Arrangement Of(Recording run) => new(Width, Height,
    [
        new CellBody(new Rect(Left, Top, Right - Left, Bottom - Top)),
        .. CellState(), .. HiddenState(), .. GateWires(), .. forgets ? ForgetWires() : Carousel(),
        .. peeps ? Peepholes() : [],
        InputLayer, CandidateLayer, OutputLayer, Add, Write, TanhOfState, Read,
        .. Names(), .. Chips(run),
    ]);

    private static Quantity Times(RunReader run, string gate, string gated, string name) =>
        run.Units($"{gate}⊙{gated}", new(name), (left, right) => left.PointwiseMultiply(right), gate, gated);

    private static IEnumerable<IPart> CellState() =>
    [
        new Wire(Add.Right, new(Width - Edge, State)),
        new Wire(new(Hidden, State), TanhOfState.Top) { Forks = true },
        new Wire(TanhOfState.Bottom, Read.Top),
    ];

    private static IEnumerable<IPart> HiddenState() =>
    [
        new Wire(new(Edge, Line), new(Out, Line), OutputLayer.Bottom),
        new Wire(new(Input, Height), new(Input, Line), new(Forget - 12, Line)) { Arrow = false },
        new Wire(Read.Bottom, new(Hidden, Line), new(Width - Edge, Line)),
        new Wire(new(Up, Line), new(Up, 0)) { Forks = true, Bridges = true },
    ];

    private static IEnumerable<IPart> GateWires() =>
    [
        new Wire(new(In, Line), InputLayer.Bottom) { Forks = true },
        new Wire(new(Candidate, Line), CandidateLayer.Bottom) { Forks = true },
        new Wire(InputLayer.Top, new(In, Product), Write.Left),
        new Wire(CandidateLayer.Top, Write.Bottom),
        new Wire(Write.Top, Add.Bottom),
        new Wire(OutputLayer.Top, new(Out, Product), Read.Left),
    ];

    private static IEnumerable<IPart> ForgetWires() =>
    [
        new Wire(new(Edge, State), Keep.Left),
        new Wire(Keep.Right, Add.Left),
        new Wire(new(Forget, Line), ForgetLayer.Bottom) { Forks = true },
        new Wire(ForgetLayer.Top, Keep.Bottom),
        ForgetLayer, Keep,
        new Note("forget", new(Forget + 5, Captions)),
    ];

    private static IEnumerable<IPart> Carousel() =>
    [
        new Wire(new(Edge, State), Add.Left),
        new Note("× 1.0, always: nothing is forgotten", new((Left + Candidate) / 2, State + 14), "middle"),
    ];

    private static IEnumerable<IPart> Peepholes()
    {
        Wire peephole(params Place[] path) => new(path) { Forks = true, Colour = Ink.Extra, Dash = Ink.Dashes };
        Place forget = ForgetLayer.TopAt(0.2), input = InputLayer.TopAt(0.2), output = OutputLayer.TopAt(0.8);
        return
        [
            peephole(new(Fork, State), new(Fork, Peephole), forget with { Y = Peephole }, forget),
            peephole(forget with { Y = Peephole }, input with { Y = Peephole }, input) with { Forks = false },
            peephole(new(Hidden - 36, State), new(Hidden - 36, Peephole), output with { Y = Peephole }, output),
        ];
    }

    private static IEnumerable<IPart> Names() =>
    [
        new Note("input", new(In + 5, Captions)),
        new Note("candidate", new(Candidate + 5, Captions)),
        new Note("output", new(Out + 5, Captions)),
    ];

    private static IEnumerable<IPart> ForgetChips(Recording run) =>
    [
        new Chip(run["f"], new(Forget, Gates)),
        new Chip(run["f⊙c_prev"], new((Forget + Candidate) / 2, State)),
    ];

    private IEnumerable<IPart> Chips(Recording run) =>
    [
        new Chip(run["c_prev"], new(Before, State)), new Chip(run["h_prev"], new(Before, Line)),
        new Chip(run["x"], new(Input, Below)),
        .. forgets ? ForgetChips(run) : [],
        new Chip(run["i"], new(In, Gates)), new Chip(run["g"], new(Candidate, Gates)),
        new Chip(run["o"], new(Out, Gates)),
        new Chip(run["i⊙g"], new(Candidate, (State + Product) / 2)),
        new Chip(run["tanh_c"], new(Hidden, (Tanh + Product) / 2)) { Nameless = true },
        new Chip(run["c"], new(After, State)), new Chip(run["h"], new(After, Line)),
    ];
}
