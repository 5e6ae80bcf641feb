using System.Collections.Immutable;

namespace Unrolled;

/// <summary>
/// The LSTM: the cell state runs along the top; the gates are below it in the order forget, input, candidate, output.
/// The three forms have the same places, so that they can be compared side by side.
/// </summary>
internal sealed class LstmPlan : CellPlan
{
    /// <summary>The number of the equations, in the order i, f, g, o, c, h.</summary>
    public const int Equations = 6;

    private const double Width = 392, Height = 396;

    // Columns, from left to right.
    private const double
        Before = 25, Left = 51, Fork = 57, Input = 66, Forget = 81, In = 132, Candidate = 192, Out = 255,
        Hidden = 301, Up = 326, Right = 333, After = 358, Edge = 2;

    // Rows, from top to bottom.
    private const double
        Top = 10, State = 40, Tanh = 78, Shown = 113, Written = 106, Product = 160, Gates = 204, Peephole = 233,
        Layers = 268, Line = 312, Bottom = 330, Below = 358;

    private static readonly LayerBox
        ForgetLayer = new(new(Forget, Layers), "σ") { Name = "forget" },
        InputLayer = new(new(In, Layers), "σ") { Name = "input" },
        CandidateLayer = new(new(Candidate, Layers), "tanh") { Name = "candidate" },
        OutputLayer = new(new(Out, Layers), "σ") { Name = "output" };

    private static readonly PointwiseCircle
        Keep = new(new(Forget, State), "×"),
        Add = new(new(Candidate, State), "+"),
        Write = new(new(Candidate, Product), "×"),
        TanhOfState = new(new(Hidden, Tanh), "tanh"),
        Read = new(new(Hidden, Product), "×");

    private static readonly string[] Captions =
    [
        "i = σ(W x + U h + b)", "f = σ(W x + U h + b)", "g = tanh(W x + U h + b)", "o = σ(W x + U h + b)",
        "c = f ⊙ c + i ⊙ g", "h = o ⊙ tanh(c)",
    ];

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
        Quantity kept() => Times(run, "f", "c_prev", new("f⊙c", "t−1"));
        return
        [
            run.Whole("x", new("x", "t")),
            run.Units("h_prev", new("h", "t−1")), run.Units("c_prev", new("c", "t−1")),
            .. forgets ? [forget()] : Array.Empty<Quantity>(),
            run.Units("i", new("i", "t")), run.Units("g", new("g", "t")), run.Units("o", new("o", "t")),
            .. forgets ? [kept()] : Array.Empty<Quantity>(),
            Times(run, "i", "g", new("i⊙g")),
            run.Units("c", new("c", "t")), run.Units("tanh_c", new("tanh c")), run.Units("h", new("h", "t")),
        ];
    }

    public override Arrangement Of(Recording run) => new(Width, Height,
    [
        new CellBody(new Rect(Left, Top, Right - Left, Bottom - Top)), .. Parts(run).Select(part => part.Part),
    ]);

    /// <summary>
    /// The same with the parts of the equations after the first few pale, and the last of these below.
    /// </summary>
    public Arrangement Of(Recording run, int equations)
    {
        (int Equation, IPart Part)[] parts = [.. Parts(run)];
        return new(Width, Height,
        [
            new CellBody(new Rect(Left, Top, Right - Left, Bottom - Top)),
            .. parts.Where(part => part.Equation > equations).Select(part => new Pale(part.Part)),
            .. parts.Where(part => part.Equation <= equations).Select(part => part.Part),
            new Note(Captions[equations - 1], new(Width - Edge, Below + 4), "end")
            {
                Size = Ink.Operation, Colour = Theme.Ink,
            },
        ]);
    }

    private static Quantity Times(RunReader run, string gate, string gated, MathName name) =>
        run.Units($"{gate}⊙{gated}", name, (left, right) => left.PointwiseMultiply(right), gate, gated);

    // Every part with the equation that needs it first. Wires come before what they end at.
    private IEnumerable<(int Equation, IPart Part)> Parts(Recording run) =>
    [
        .. For(1, new Wire(new(Edge, Line), new(Candidate, Line)) { Arrow = false },
            new Wire(new(Input, Height), new(Input, Line), new(Input + 12, Line)) { Arrow = false },
            new Wire(new(In, Line), InputLayer.Bottom) { Forks = true }, InputLayer,
            new Wire(InputLayer.Top, InputLayer.Top with { Y = Gates }) { Arrow = false }),
        .. forgets
            ? For(2, new Wire(new(Forget, Line), ForgetLayer.Bottom) { Forks = true }, ForgetLayer,
                new Wire(ForgetLayer.Top, ForgetLayer.Top with { Y = Gates }) { Arrow = false })
            : [],
        .. For(3, new Wire(new(Candidate, Line), CandidateLayer.Bottom) { Forks = true }, CandidateLayer,
            new Wire(CandidateLayer.Top, CandidateLayer.Top with { Y = Gates }) { Arrow = false }),
        .. For(4, new Wire(new(Candidate, Line), new(Out, Line), OutputLayer.Bottom), OutputLayer,
            new Wire(OutputLayer.Top, OutputLayer.Top with { Y = Gates }) { Arrow = false }),
        .. For(5, [.. CellState(), .. forgets ? ForgetWires() : Carousel(), Add, Write]),
        .. For(6, [.. HiddenState(), TanhOfState, Read]),
        .. peeps ? Peepholes() : [],
        .. For(1, Chip(run, "h_prev", Before, Line), Chip(run, "x", Input, Below), Chip(run, "i", In, Gates)),
        .. forgets ? For(2, Chip(run, "f", Forget, Gates)) : [],
        (3, Chip(run, "g", Candidate, Gates)),
        (4, Chip(run, "o", Out, Gates)),
        .. forgets ? For(5, Chip(run, "f⊙c_prev", (Forget + Candidate) / 2, State)) : [],
        .. For(5, Chip(run, "c_prev", Before, State), Chip(run, "i⊙g", Candidate, Written),
            Chip(run, "c", After, State)),
        .. For(6, Chip(run, "tanh_c", Hidden, Shown), Chip(run, "h", After, Line)),
    ];

    private static IEnumerable<(int Equation, IPart Part)> For(int equation, params IPart[] parts) =>
        parts.Select(part => (equation, part));

    private static Chip Chip(Recording run, string key, double x, double y) =>
        new(run[key], new(x, y)) { Stacked = true };

    private static IEnumerable<IPart> CellState() =>
    [
        new Wire(InputLayer.Top with { Y = Gates }, new(In, Product), Write.Left),
        new Wire(CandidateLayer.Top with { Y = Gates }, Write.Bottom),
        new Wire(Write.Top, Add.Bottom),
        new Wire(Add.Right, new(Width - Edge, State)),
    ];

    private static IEnumerable<IPart> ForgetWires() =>
    [
        new Wire(new(Edge, State), Keep.Left),
        new Wire(Keep.Right, Add.Left),
        new Wire(ForgetLayer.Top with { Y = Gates }, Keep.Bottom),
        Keep,
    ];

    private static IEnumerable<IPart> Carousel() =>
    [
        new Wire(new(Edge, State), Add.Left),
        new Note("× 1.0, always", new((Left + Candidate) / 2, State + 16), "middle") { Size = Ink.Large },
    ];

    private static IEnumerable<IPart> HiddenState() =>
    [
        new Wire(new(Hidden, State), TanhOfState.Top) { Forks = true },
        new Wire(TanhOfState.Bottom, Read.Top),
        new Wire(OutputLayer.Top with { Y = Gates }, new(Out, Product), Read.Left),
        new Wire(Read.Bottom, new(Hidden, Line), new(Width - Edge, Line)),
        new Wire(new(Up, Line), new(Up, 0)) { Forks = true, Bridges = true },
    ];

    private static IEnumerable<(int Equation, IPart Part)> Peepholes()
    {
        Wire peephole(params Place[] path) => new(path) { Forks = true, Colour = Ink.Extra, Dash = Ink.Dashes };
        Place forget = ForgetLayer.TopAt(0.15), input = InputLayer.TopAt(0.15), output = OutputLayer.TopAt(0.9);
        double aside = (Candidate + Hidden) / 2 + 26;
        return
        [
            (2, peephole(new(Fork, State), new(Fork, Peephole), forget with { Y = Peephole }, forget)),
            (1, peephole(forget with { Y = Peephole }, input with { Y = Peephole }, input) with { Forks = false }),
            (4, peephole(new(aside, State), new(aside, Peephole), output with { Y = Peephole }, output)),
        ];
    }
}
