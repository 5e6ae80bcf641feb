using static Unrolled.Pointwise;

namespace Unrolled;

/// <summary>
/// The original long short-term memory: two gates, and a cell that never forgets (Hochreiter and Schmidhuber
/// 1997, Neural Computation 9(8):1735–1780, section 4 and appendix A.1).
/// <code>
/// i(t) = \sigma(W_i x(t) + U_i h(t-1) + b_i)        input gate
/// g(t) = \tanh(W_g x(t) + U_g h(t-1) + b_g)         candidate
/// o(t) = \sigma(W_o x(t) + U_o h(t-1) + b_o)        output gate
/// c(t) = 1.0 \cdot c(t-1) + i(t) \odot g(t)          cell: the constant error carousel
/// h(t) = o(t) \odot \tanh(c(t))
/// </code>
/// <para>
/// The cell's link to itself is fixed at 1.0, so that dc(t)/dc(t−1) along it is exactly 1 and the error neither fades
/// nor grows there. The paper's squashing functions are scaled sigmoids, g into (−2, 2) and h into (−1, 1), where ours
/// are tanh; its cells may share the gates of a block, where every cell here has its own; and its gradient is cut off
/// at the gates and the net inputs, where ours is the whole one.
/// </para>
/// </summary>
public sealed class Lstm1997Cell : Cell<Lstm1997Cell, Lstm1997Step>
{
    /// <summary>
    /// A cell whose parameters are drawn from U[−bound, bound), in the order of <see cref="Parameters"/>.
    /// </summary>
    /// <param name="inputSize">The number of elements of x.</param>
    /// <param name="hiddenSize">The number of elements of h, and of c.</param>
    /// <param name="random">The seeded source.</param>
    /// <param name="bound">The largest absolute value; 1/√hidden, as in torch, when not given.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A size is below 1, or the bound is negative or not finite.
    /// </exception>
    public Lstm1997Cell(int inputSize, int hiddenSize, Random random, double? bound = null)
        : this(inputSize, hiddenSize) =>
        Parameters.DrawUniform(bound ?? 1 / Math.Sqrt(hiddenSize), random);

    private Lstm1997Cell(int inputSize, int hiddenSize)
        : base(inputSize, hiddenSize, hiddenSize, hiddenSize)
    {
        W_i = Matrix.Build.Dense(hiddenSize, inputSize);
        U_i = Matrix.Build.Dense(hiddenSize, hiddenSize);
        b_i = Vector.Build.Dense(hiddenSize);
        W_g = Matrix.Build.Dense(hiddenSize, inputSize);
        U_g = Matrix.Build.Dense(hiddenSize, hiddenSize);
        b_g = Vector.Build.Dense(hiddenSize);
        W_o = Matrix.Build.Dense(hiddenSize, inputSize);
        U_o = Matrix.Build.Dense(hiddenSize, hiddenSize);
        b_o = Vector.Build.Dense(hiddenSize);
    }

    /// <summary>A cell whose parameters are all 0.</summary>
    /// <param name="inputSize">The number of elements of x.</param>
    /// <param name="hiddenSize">The number of elements of h, and of c.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1.</exception>
    public static Lstm1997Cell Zeros(int inputSize, int hiddenSize) => new(inputSize, hiddenSize);

    /// <summary>Input gate, from the input, [hidden, input].</summary>
    public Matrix W_i { get; }

    /// <summary>Input gate, from the hidden state, [hidden, hidden].</summary>
    public Matrix U_i { get; }

    /// <summary>Input gate, bias, [hidden].</summary>
    public Vector b_i { get; }

    /// <summary>Candidate, from the input, [hidden, input].</summary>
    public Matrix W_g { get; }

    /// <summary>Candidate, from the hidden state, [hidden, hidden].</summary>
    public Matrix U_g { get; }

    /// <summary>Candidate, bias, [hidden].</summary>
    public Vector b_g { get; }

    /// <summary>Output gate, from the input, [hidden, input].</summary>
    public Matrix W_o { get; }

    /// <summary>Output gate, from the hidden state, [hidden, hidden].</summary>
    public Matrix U_o { get; }

    /// <summary>Output gate, bias, [hidden].</summary>
    public Vector b_o { get; }

    /// <inheritdoc/>
    public override ParameterSet Parameters => new()
    {
        W_i, U_i, b_i,
        W_g, U_g, b_g,
        W_o, U_o, b_o,
    };

    /// <inheritdoc/>
    public override Lstm1997Cell ZerosLike() => new(InputSize, OutputSize);

    /// <inheritdoc/>
    protected override Lstm1997Step ForwardStep(Vector x, State previous)
    {
        var (h_prev, c_prev) = (previous.h, previous.c);

        var a_i = W_i * x + U_i * h_prev + b_i;
        var a_g = W_g * x + U_g * h_prev + b_g;
        var a_o = W_o * x + U_o * h_prev + b_o;
        var i = Sigmoid(a_i);
        var g = Tanh(a_g);
        var o = Sigmoid(a_o);
        var c = 1.0 * c_prev + i.Times(g);
        var tanh_c = Tanh(c);
        var h = o.Times(tanh_c);

        return new Lstm1997Step(x, h_prev, c_prev, a_i, a_g, a_o, i, g, o, c, tanh_c, h);
    }

    /// <inheritdoc/>
    protected override Lstm1997Step BackwardStep(Lstm1997Step s, Vector dy, State dNext, Lstm1997Cell d)
    {
        // dX is dL/dX: the names of the forward step, from its last line to its first (do_: do is a word of C#).
        var dh = dy + dNext.h;
        var dtanh_c = dh.Times(s.o);
        var do_ = dh.Times(s.tanh_c);
        var dc = dNext.c + dtanh_c.Times(1 - s.tanh_c.Times(s.tanh_c));
        var di = dc.Times(s.g);
        var dg = dc.Times(s.i);
        var da_i = di.Times(s.i).Times(1 - s.i);
        var da_g = dg.Times(1 - s.g.Times(s.g));
        var da_o = do_.Times(s.o).Times(1 - s.o);

        d.W_i.AddOuter(da_i, s.x);
        d.U_i.AddOuter(da_i, s.h_prev);
        d.b_i.AddVector(da_i);
        d.W_g.AddOuter(da_g, s.x);
        d.U_g.AddOuter(da_g, s.h_prev);
        d.b_g.AddVector(da_g);
        d.W_o.AddOuter(da_o, s.x);
        d.U_o.AddOuter(da_o, s.h_prev);
        d.b_o.AddVector(da_o);

        var dx = W_i.TransposeThisAndMultiply(da_i)
            + W_g.TransposeThisAndMultiply(da_g)
            + W_o.TransposeThisAndMultiply(da_o);
        var dh_prev = U_i.TransposeThisAndMultiply(da_i)
            + U_g.TransposeThisAndMultiply(da_g)
            + U_o.TransposeThisAndMultiply(da_o);
        var dc_prev = 1.0 * dc;

        return new Lstm1997Step(dx, dh_prev, dc_prev, da_i, da_g, da_o, di, dg, do_, dc, dtanh_c, dh);
    }
}

/// <summary>One step of an <see cref="Lstm1997Cell"/>, or its gradients.</summary>
/// <param name="x">The input.</param>
/// <param name="h_prev">The hidden state of the step before.</param>
/// <param name="c_prev">The cell of the step before.</param>
/// <param name="a_i">The net input of the input gate.</param>
/// <param name="a_g">The net input of the candidate.</param>
/// <param name="a_o">The net input of the output gate.</param>
/// <param name="i">The input gate.</param>
/// <param name="g">The candidate.</param>
/// <param name="o">The output gate.</param>
/// <param name="c">The cell.</param>
/// <param name="tanh_c">tanh(c), before the output gate.</param>
/// <param name="h">The hidden state.</param>
public sealed record Lstm1997Step(
    Vector x, Vector h_prev, Vector c_prev,
    Vector a_i, Vector a_g, Vector a_o,
    Vector i, Vector g, Vector o,
    Vector c, Vector tanh_c, Vector h)
    : ICellStep
{
    Vector ICellStep.Input => x;

    Vector ICellStep.Output => h;

    State ICellStep.Before => new(h_prev, c_prev);

    State ICellStep.After => new(h, c);
}
