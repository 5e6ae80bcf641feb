using ForwardAnswer = System.Func<
    Unrolled.LstmCell, MathNet.Numerics.LinearAlgebra.Vector<double>, MathNet.Numerics.LinearAlgebra.Vector<double>,
    MathNet.Numerics.LinearAlgebra.Vector<double>,
    (MathNet.Numerics.LinearAlgebra.Vector<double> c, MathNet.Numerics.LinearAlgebra.Vector<double> h)>;

namespace Unrolled;

/// <summary>The checks of chapter 05's exercises.</summary>
internal static class Chapter05
{
    private delegate (Vector dc, Vector da_f, Vector da_g, Vector da_o, Vector dcBefore) BackwardAnswer(
        LstmStep s, Vector dh, Vector dcNext);

    /// <summary>The checks, in the order of the exercises.</summary>
    public static IEnumerable<ExerciseCheck> Checks =>
    [
        ExerciseCheck.Of<Func<LstmCell, Vector[], int, Vector>>("05-1", ClampedCell),
        ExerciseCheck.Of<ForwardAnswer>("05-2", ForwardStep),
        ExerciseCheck.Of<Func<double>>("05-3", TwoPaths),
        ExerciseCheck.Of<Func<LstmCell>>("05-4", Counter),
        ExerciseCheck.Of<BackwardAnswer>("05-5", CoupledBackward),
    ];

    private static string ClampedCell(Func<LstmCell, Vector[], int, Vector> answer)
    {
        const int from = 3; // c_0 is 0, so that the first step keeps nothing either way
        var source = new Xoshiro256(51);
        var cell = new LstmCell(inputSize: 2, hiddenSize: 3, source, bound: 1.5);
        Vector[] xs = [.. Enumerable.Range(0, 6).Select(_ => Uniform.DrawVector(2, bound: 1, source))];
        var open = Intervention.HoldGate(cell, "f", 1);
        CellTrace Clamped(LstmCell clamped, int step) => clamped.Run(xs[step..], cell.Run(xs[..step]).Final);

        return Exercise.Check(() => answer(cell, xs, from))
            .Mistake(cell.Run(xs).Final.c, "this is the run as it is: no gate was held")
            .Mistake(open.Run(xs).Final.c, "the gate was held from the first step on, and not from the given one")
            .Mistake(
                open.Run(xs[from..]).Final.c,
                "the second part began from zero: it has to begin from the state that the first part left")
            .Mistake(Clamped(open, from + 1).Final.c, "the gate was held one step too late: xs[from] is read with it")
            .Mistake(Clamped(open, from - 1).Final.c, "the gate was held one step too early")
            .Mistake(Clamped(Intervention.HoldGate(cell, "i", 1), from).Final.c, "that is the input gate")
            .Mistake(
                Clamped(Intervention.HoldGate(cell, "f", 0), from).Final.c, "held at 0, the forget gate keeps nothing")
            .Mistake(
                Clamped(Intervention.HoldGate(cell, "f", 1 / (1 + Math.Exp(-1))), from).Final.c,
                "the net input is 1 here, and the gate only σ(1) = .73")
            .Mistake(Clamped(open, from).Final.h, "this is h; the question is what the cell holds")
            .Right(
                Clamped(open, from).Final.c, "only the forget gate differs, and only from the given step on",
                otherwise: "run the first part with the cell, the second from its final state with the held one");
    }

    private static string ForwardStep(ForwardAnswer answer)
    {
        var source = new Xoshiro256(52);
        var w = new LstmCell(inputSize: 2, hiddenSize: 3, source, bound: 1.5);
        Vector Some(int size) => Uniform.DrawVector(size, bound: 1, source);
        var (x, hBefore, cBefore) = (Some(2), Some(3), Some(3));
        var right = w.Forward(x, new State(hBefore, cBefore));
        Vector Cell(Vector a_i, Vector a_f, Vector a_g) =>
            Pointwise.Sigmoid(a_f).Times(cBefore) + Pointwise.Sigmoid(a_i).Times(Pointwise.Tanh(a_g));
        Vector LookingAt(Vector state) =>
            Cell(w.W_i * x + w.U_i * state + w.b_i, w.W_f * x + w.U_f * state + w.b_f,
                w.W_g * x + w.U_g * state + w.b_g);

        return Exercise.Check(() => answer(w, x, hBefore, cBefore))
            .Needs(yours => yours.c is not null && yours.h is not null, "return c and h")
            .Mistake(
                yours => yours.c, right.i.Times(cBefore) + right.f.Times(right.g),
                "which gate stands at the old cell, and which at the candidate?")
            .Mistake(
                yours => yours.c, right.f.Times(cBefore) + right.i.Times(Pointwise.Sigmoid(right.a_g)),
                "the candidate is no gate: it may be negative")
            .Mistake(
                yours => yours.c, right.f.Times(cBefore) + right.i.Times(right.a_g),
                "the candidate is the tanh of its net input")
            .Mistake(
                yours => yours.c, right.f.Times(cBefore) + (1 - right.f).Times(right.g),
                "here the input gate is a gate of its own, and not 1 − f")
            .Mistake(
                yours => yours.c, Cell(right.a_i - w.b_i, right.a_f - w.b_f, right.a_g - w.b_g),
                "a term of every net input is missing. Which?")
            .Mistake(
                yours => yours.c, Cell(right.a_i - w.b_i, right.a_f, right.a_g),
                "a term is missing in the input gate's net input")
            .Mistake(
                yours => yours.c, Cell(right.a_i, right.a_f - w.b_f, right.a_g),
                "a term is missing in the forget gate's net input")
            .Mistake(
                yours => yours.c, Cell(right.a_i, right.a_f, right.a_g - w.b_g),
                "a term is missing in the candidate's net input")
            .Mistake(
                yours => yours.c, LookingAt(cBefore), "the four layers look at the hidden state, and yours at the cell")
            .Mistake(yours => yours.c, LookingAt(0 * hBefore), "the four layers look at the hidden state too")
            .Mistake(
                yours => yours.h, right.o.Times(right.c),
                "h has no bounds here. What comes between the cell and the output gate?")
            .Mistake(
                yours => yours.h, Pointwise.Sigmoid(right.a_o - w.b_o).Times(right.tanh_c),
                "a term is missing in the output gate's net input")
            .Part("c", yours => yours.c, right.c, "compare your net inputs with the equations, term by term")
            .Part("h", yours => yours.h, right.h, "h comes from the new cell and the output gate")
            .Right("your step agrees with the library's");
    }

    private static string TwoPaths(Func<double> answer) => Exercise.Check(answer)
        .Mistake(0, "with 0 only the carousel is left, and it brings back .8 at every step")
        .Mistake(.2, "the missing .2 comes through the input gate and the output gate, and both stand at one half")
        .Mistake(.4, "there are two gates on the way through h")
        .Mistake(-.8, "the two paths add up, and .8 is too little")
        .Right(
            Ug => Math.Abs(Math.Abs(Math.Pow(.8 + Ug / 4, 99)) - 1) < 1e-6,
            Ug => Ug > 0
                ? "carousel .8, and .2 through h"
                : "the error keeps its size, and its sign turns at every step. With another U_g the sign stays, too",
            otherwise: Ug => $"over 99 steps the error comes back times {Math.Pow(.8 + Ug / 4, 99):G3}. "
                + "What is its factor in one step?");

    private static string Counter(Func<LstmCell> answer)
    {
        double[] ones = [1, 1, 0, 1, 0, 0, 0, 1, 1, 1, 0, 1];
        double[] resets = [0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0];
        double[] counted = [1, 2, 2, 3, 3, 0, 0, 1, 2, 1, 1, 2];
        var input = Sequence.OfRows(ones.Zip(resets, (one, reset) => new[] { one, reset }));
        static bool Is(double held, double expected) => Math.Abs(held - expected) < .05;

        return Exercise.Check(() => answer().Run(input).Unit("c", 0))
            .Mistake(held => held.All(c => c == 0), "the cell stays 0: the candidate is tanh(0)")
            .Mistake(
                held => !Is(held[0], 1), "after the first one the cell should hold 1. What are i and g at this step?")
            .Mistake(
                held => !Is(held[1], 2),
                "the second one should be added to the first: what is f when nothing resets?")
            .Mistake(
                held => !Is(held[2], 2), "no one came at the third step, and yet the cell moved: which gate was open?")
            .Mistake(held => !Is(held[5], 0), "the reset did not empty the cell")
            .Mistake(
                held => !Is(held[9], 1), "a one together with the reset should leave 1: erase and write in one step")
            .Right(
                held => held.Zip(counted).All(pair => Is(pair.First, pair.Second)),
                "it counts, and c has left the range of tanh", otherwise: "look at c step by step");
    }

    private static string CoupledBackward(BackwardAnswer answer)
    {
        var source = new Xoshiro256(55);
        Vector Some() => Uniform.DrawVector(3, bound: 1, source);
        var (a_f, a_g, a_o, c_prev, dh, dcNext) = (Some(), Some(), Some(), Some(), Some(), Some());
        var (f, g, o) = (Pointwise.Sigmoid(a_f), Pointwise.Tanh(a_g), Pointwise.Sigmoid(a_o));
        var c = f.Times(c_prev) + (1 - f).Times(g);
        var tanh_c = Pointwise.Tanh(c);
        var step = new LstmStep(
            Some(), Some(), c_prev, -a_f, a_f, a_g, a_o, 1 - f, f, g, o, c, tanh_c, o.Times(tanh_c));
        var slope = 1 - tanh_c.Times(tanh_c);
        var dc = dcNext + dh.Times(o).Times(slope);
        var (slopeOfF, slopeOfO) = (f.Times(1 - f), o.Times(1 - o));

        return Exercise.Check(() => answer(step, dh, dcNext))
            .Needs(yours => yours.dc is not null, "begin with dc: two paths lead from the cell to the loss")
            .Mistake(
                yours => yours.dc, dh.Times(o).Times(slope),
                "the next step asks something of the cell too: without it the carousel is cut")
            .Mistake(yours => yours.dc, dcNext + dh.Times(o), "between c and h there is a tanh, and it has a slope")
            .Mistake(
                yours => yours.dc, dcNext + dh.Times(slope), "what is shown of the cell passed the output gate")
            .Mistake(
                yours => yours.dc, dcNext.Times(f) + dh.Times(o).Times(slope),
                "dcNext is what the next step already hands back: it has passed its forget gate, not yours")
            .Mistake(
                yours => yours.da_f, dc.Times(c_prev).Times(slopeOfF),
                "f has a second task in this cell: 1 − f stands at the candidate")
            .Mistake(
                yours => yours.da_f, dc.Times(c_prev + g).Times(slopeOfF),
                "when f grows, 1 − f falls: with which sign does the candidate's part come?")
            .Mistake(
                yours => yours.da_f, dc.Times(c_prev - g),
                "this is the gradient of the gate f. Its net input is one sigmoid further back")
            .Mistake(
                yours => yours.da_g, dc.Times(1 - f),
                "this is the gradient of the candidate g. Its net input is one tanh further back")
            .Mistake(
                yours => yours.da_g, dc.Times(f).Times(1 - g.Times(g)),
                "f stands at the old cell. What stands at the candidate here?")
            .Mistake(
                yours => yours.da_o, dh.Times(tanh_c),
                "this is the gradient of the gate o. Its net input is one sigmoid further back")
            .Mistake(
                yours => yours.da_o, dc.Times(tanh_c).Times(slopeOfO),
                "the output gate acts on h alone: dc has no share in it")
            .Mistake(
                yours => yours.dcBefore, dc, "what goes back to the old cell passes a gate on the way")
            .Mistake(
                yours => yours.dcBefore, dcNext.Times(f),
                "what h asks of the cell goes back along the carousel too: dc, and not dcNext alone")
            .Part("dc", yours => yours.dc, dc, "two paths: through h, and to the next step")
            .Part("da_f", yours => yours.da_f, dc.Times(c_prev - g).Times(slopeOfF), "what is dc_t/df_t in this cell?")
            .Part(
                "da_g", yours => yours.da_g, dc.Times(1 - f).Times(1 - g.Times(g)),
                "what was the candidate multiplied by, and what is the slope of its tanh?")
            .Part(
                "da_o", yours => yours.da_o, dh.Times(tanh_c).Times(slopeOfO),
                "what was the output gate multiplied by, and what is its slope?")
            .Part("dcBefore", yours => yours.dcBefore, dc.Times(f), "along the carousel, backwards")
            .Right("all five are right, and with one gate less you have half of the next chapter's cell");
    }
}
