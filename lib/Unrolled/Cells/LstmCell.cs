using static Unrolled.Pointwise;

namespace Unrolled;

/// <summary>
/// The long short-term memory with a forget gate (Gers, Schmidhuber and Cummins 2000, Learning to Forget), in today's
/// usual form (Graves 2013, equations 7 to 11, without the peepholes).
/// <code>
/// i(t) = \sigma(W_i x(t) + U_i h(t-1) + b_i)        input gate
/// f(t) = \sigma(W_f x(t) + U_f h(t-1) + b_f)        forget gate
/// g(t) = \tanh(W_g x(t) + U_g h(t-1) + b_g)         candidate
/// o(t) = \sigma(W_o x(t) + U_o h(t-1) + b_o)        output gate
/// c(t) = f(t) \odot c(t-1) + i(t) \odot g(t)         cell
/// h(t) = o(t) \odot \tanh(c(t))
/// </code>
/// <para>
/// Gers's squashing functions are the scaled sigmoids of 1997, and the gradient there is truncated; tanh and the whole
/// gradient are Graves's.
/// </para>
/// </summary>
public sealed class LstmCell : Cell<LstmCell, LstmStep>
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
    public LstmCell(int inputSize, int hiddenSize, Random random, double? bound = null)
        : this(inputSize, hiddenSize) =>
        Parameters.DrawUniform(bound ?? 1 / Math.Sqrt(hiddenSize), random);

    private LstmCell(int inputSize, int hiddenSize)
        : base(inputSize, hiddenSize, hiddenSize, hiddenSize)
    {
        W_i = Matrix.Build.Dense(hiddenSize, inputSize);
        U_i = Matrix.Build.Dense(hiddenSize, hiddenSize);
        b_i = Vector.Build.Dense(hiddenSize);
        W_f = Matrix.Build.Dense(hiddenSize, inputSize);
        U_f = Matrix.Build.Dense(hiddenSize, hiddenSize);
        b_f = Vector.Build.Dense(hiddenSize);
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
    public static LstmCell Zeros(int inputSize, int hiddenSize) => new(inputSize, hiddenSize);

    /// <summary>Input gate, from the input, [hidden, input].</summary>
    public Matrix W_i { get; }

    /// <summary>Input gate, from the hidden state, [hidden, hidden].</summary>
    public Matrix U_i { get; }

    /// <summary>Input gate, bias, [hidden].</summary>
    public Vector b_i { get; }

    /// <summary>Forget gate, from the input, [hidden, input].</summary>
    public Matrix W_f { get; }

    /// <summary>Forget gate, from the hidden state, [hidden, hidden].</summary>
    public Matrix U_f { get; }

    /// <summary>Forget gate, bias, [hidden].</summary>
    public Vector b_f { get; }

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
        W_f, U_f, b_f,
        W_g, U_g, b_g,
        W_o, U_o, b_o,
    };

    /// <inheritdoc/>
    public override LstmCell ZerosLike() => new(InputSize, OutputSize);

    /// <inheritdoc/>
    protected override LstmStep ForwardStep(Vector x, State previous)
    {
        var (h_prev, c_prev) = (previous.h, previous.c);

        var a_i = W_i * x + U_i * h_prev + b_i;
        var a_f = W_f * x + U_f * h_prev + b_f;
        var a_g = W_g * x + U_g * h_prev + b_g;
        var a_o = W_o * x + U_o * h_prev + b_o;
        var i = Sigmoid(a_i);
        var f = Sigmoid(a_f);
        var g = Tanh(a_g);
        var o = Sigmoid(a_o);
        var c = f.Times(c_prev) + i.Times(g);
        var tanh_c = Tanh(c);
        var h = o.Times(tanh_c);

        return new LstmStep(x, h_prev, c_prev, a_i, a_f, a_g, a_o, i, f, g, o, c, tanh_c, h);
    }

    /// <inheritdoc/>
    protected override LstmStep BackwardStep(LstmStep s, Vector dy, State dNext, LstmCell d)
    {
        // dX is dL/dX: the names of the forward step, from its last line to its first (do_: do is a word of C#).
        var dh = dy + dNext.h;
        var dtanh_c = dh.Times(s.o);
        var do_ = dh.Times(s.tanh_c);
        var dc = dNext.c + dtanh_c.Times(1 - s.tanh_c.Times(s.tanh_c));
        var df = dc.Times(s.c_prev);
        var di = dc.Times(s.g);
        var dg = dc.Times(s.i);
        var da_i = di.Times(s.i).Times(1 - s.i);
        var da_f = df.Times(s.f).Times(1 - s.f);
        var da_g = dg.Times(1 - s.g.Times(s.g));
        var da_o = do_.Times(s.o).Times(1 - s.o);

        d.W_i.AddOuter(da_i, s.x);
        d.U_i.AddOuter(da_i, s.h_prev);
        d.b_i.AddVector(da_i);
        d.W_f.AddOuter(da_f, s.x);
        d.U_f.AddOuter(da_f, s.h_prev);
        d.b_f.AddVector(da_f);
        d.W_g.AddOuter(da_g, s.x);
        d.U_g.AddOuter(da_g, s.h_prev);
        d.b_g.AddVector(da_g);
        d.W_o.AddOuter(da_o, s.x);
        d.U_o.AddOuter(da_o, s.h_prev);
        d.b_o.AddVector(da_o);

        var dx = W_i.TransposeThisAndMultiply(da_i)
            + W_f.TransposeThisAndMultiply(da_f)
            + W_g.TransposeThisAndMultiply(da_g)
            + W_o.TransposeThisAndMultiply(da_o);
        var dh_prev = U_i.TransposeThisAndMultiply(da_i)
            + U_f.TransposeThisAndMultiply(da_f)
            + U_g.TransposeThisAndMultiply(da_g)
            + U_o.TransposeThisAndMultiply(da_o);
        var dc_prev = dc.Times(s.f);

        return new LstmStep(dx, dh_prev, dc_prev, da_i, da_f, da_g, da_o, di, df, dg, do_, dc, dtanh_c, dh);
    }
}

/// <summary>One step of an <see cref="LstmCell"/> or a <see cref="PeepholeLstmCell"/>, or its gradients.</summary>
/// <param name="x">The input.</param>
/// <param name="h_prev">The hidden state of the step before.</param>
/// <param name="c_prev">The cell of the step before.</param>
/// <param name="a_i">The net input of the input gate.</param>
/// <param name="a_f">The net input of the forget gate.</param>
/// <param name="a_g">The net input of the candidate.</param>
/// <param name="a_o">The net input of the output gate.</param>
/// <param name="i">The input gate.</param>
/// <param name="f">The forget gate.</param>
/// <param name="g">The candidate.</param>
/// <param name="o">The output gate.</param>
/// <param name="c">The cell.</param>
/// <param name="tanh_c">tanh(c), before the output gate.</param>
/// <param name="h">The hidden state.</param>
public sealed record LstmStep(
    Vector x, Vector h_prev, Vector c_prev,
    Vector a_i, Vector a_f, Vector a_g, Vector a_o,
    Vector i, Vector f, Vector g, Vector o,
    Vector c, Vector tanh_c, Vector h)
    : ICellStep
{
    Vector ICellStep.Input => x;

    Vector ICellStep.Output => h;

    State ICellStep.Before => new(h_prev, c_prev);

    State ICellStep.After => new(h, c);
}
