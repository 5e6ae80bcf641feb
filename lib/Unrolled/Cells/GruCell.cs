using static Unrolled.Pointwise;

namespace Unrolled;

/// <summary>
/// The gated recurrent unit (Cho et al. 2014, arXiv 1406.1078, equations 5 to 8; Chung et al. 2014, arXiv 1412.3555,
/// section 3.2), in both forms of its reset gate and both conventions of its update gate.
/// <code>
/// r(t) = \sigma(W_r x(t) + U_r h(t-1) + b_r)                  reset gate
/// z(t) = \sigma(W_z x(t) + U_z h(t-1) + b_z)                  update gate
/// n(t) = \tanh(W_n x(t) + U_n (r(t) \odot h(t-1)) + b_n)        candidate, reset before the product
/// n(t) = \tanh(W_n x(t) + r(t) \odot (U_n h(t-1) + b_hn) + b_n) candidate, reset after the product
/// h(t) = z(t) \odot h(t-1) + (1 - z(t)) \odot n(t)              z keeps the old state
/// h(t) = (1 - z(t)) \odot h(t-1) + z(t) \odot n(t)              z takes the candidate
/// </code>
/// <para>
/// The papers have no biases. With the reset gate after the product, U_n, U_r and U_z multiply the same h(t−1), so that
/// all three products are one; the bias b_hn is inside the product with r and cannot be joined with b_n.
/// </para>
/// </summary>
public sealed class GruCell : Cell<GruCell, GruStep>
{
    /// <summary>
    /// A cell whose parameters are drawn from U[−bound, bound), in the order of <see cref="Parameters"/>.
    /// </summary>
    /// <param name="inputSize">The number of elements of x.</param>
    /// <param name="hiddenSize">The number of elements of h.</param>
    /// <param name="random">The seeded source.</param>
    /// <param name="resetPlacement">The place of the reset gate; torch's when not given.</param>
    /// <param name="updateConvention">The meaning of z = 1; torch's when not given.</param>
    /// <param name="bound">The largest absolute value; 1/√hidden, as in torch, when not given.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A size is below 1, or the bound is negative or not finite.
    /// </exception>
    public GruCell(
        int inputSize,
        int hiddenSize,
        Random random,
        ResetPlacement resetPlacement = ResetPlacement.AfterProduct,
        UpdateConvention updateConvention = UpdateConvention.KeepsOldState,
        double? bound = null)
        : this(inputSize, hiddenSize, resetPlacement, updateConvention) =>
        Parameters.DrawUniform(bound ?? 1 / Math.Sqrt(hiddenSize), random);

    private GruCell(int inputSize, int hiddenSize, ResetPlacement resetPlacement, UpdateConvention updateConvention)
        : base(inputSize, hiddenSize, hiddenSize)
    {
        ResetPlacement = resetPlacement;
        UpdateConvention = updateConvention;
        W_r = Matrix.Build.Dense(hiddenSize, inputSize);
        U_r = Matrix.Build.Dense(hiddenSize, hiddenSize);
        b_r = Vector.Build.Dense(hiddenSize);
        W_z = Matrix.Build.Dense(hiddenSize, inputSize);
        U_z = Matrix.Build.Dense(hiddenSize, hiddenSize);
        b_z = Vector.Build.Dense(hiddenSize);
        W_n = Matrix.Build.Dense(hiddenSize, inputSize);
        U_n = Matrix.Build.Dense(hiddenSize, hiddenSize);
        b_n = Vector.Build.Dense(hiddenSize);
        b_hn = Vector.Build.Dense(hiddenSize);
    }

    /// <summary>A cell whose parameters are all 0.</summary>
    /// <param name="inputSize">The number of elements of x.</param>
    /// <param name="hiddenSize">The number of elements of h.</param>
    /// <param name="resetPlacement">The place of the reset gate; torch's when not given.</param>
    /// <param name="updateConvention">The meaning of z = 1; torch's when not given.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1.</exception>
    public static GruCell Zeros(
        int inputSize,
        int hiddenSize,
        ResetPlacement resetPlacement = ResetPlacement.AfterProduct,
        UpdateConvention updateConvention = UpdateConvention.KeepsOldState) =>
        new(inputSize, hiddenSize, resetPlacement, updateConvention);

    /// <summary>The place of the reset gate.</summary>
    public ResetPlacement ResetPlacement { get; }

    /// <summary>The meaning of an update gate of 1.</summary>
    public UpdateConvention UpdateConvention { get; }

    /// <summary>Reset gate, from the input, [hidden, input].</summary>
    public Matrix W_r { get; }

    /// <summary>Reset gate, from the hidden state, [hidden, hidden].</summary>
    public Matrix U_r { get; }

    /// <summary>Reset gate, bias, [hidden].</summary>
    public Vector b_r { get; }

    /// <summary>Update gate, from the input, [hidden, input].</summary>
    public Matrix W_z { get; }

    /// <summary>Update gate, from the hidden state, [hidden, hidden].</summary>
    public Matrix U_z { get; }

    /// <summary>Update gate, bias, [hidden].</summary>
    public Vector b_z { get; }

    /// <summary>Candidate, from the input, [hidden, input].</summary>
    public Matrix W_n { get; }

    /// <summary>Candidate, from the hidden state, [hidden, hidden].</summary>
    public Matrix U_n { get; }

    /// <summary>Candidate, bias, [hidden].</summary>
    public Vector b_n { get; }

    /// <summary>
    /// Candidate, bias inside the product with r, [hidden]; a parameter only when the reset is after it.
    /// </summary>
    public Vector b_hn { get; }

    /// <inheritdoc/>
    public override ParameterSet Parameters => ResetPlacement == ResetPlacement.AfterProduct
        ? new() { W_r, U_r, b_r, W_z, U_z, b_z, W_n, U_n, b_n, b_hn }
        : new() { W_r, U_r, b_r, W_z, U_z, b_z, W_n, U_n, b_n };

    /// <inheritdoc/>
    public override GruCell ZerosLike() => new(InputSize, OutputSize, ResetPlacement, UpdateConvention);

    /// <summary>
    /// The same network in the other convention of z: since 1 − σ(a) = σ(−a), it has W_z, U_z and b_z negated and all
    /// else as it is.
    /// </summary>
    /// <param name="convention">The convention wanted.</param>
    public GruCell InConvention(UpdateConvention convention)
    {
        var same = new GruCell(InputSize, OutputSize, ResetPlacement, convention);
        same.Parameters.CopyFrom(Parameters);
        if (convention != UpdateConvention)
        {
            same.W_z.Negate(same.W_z);
            same.U_z.Negate(same.U_z);
            same.b_z.Negate(same.b_z);
        }

        return same;
    }

    /// <inheritdoc/>
    protected override GruStep ForwardStep(Vector x, State previous)
    {
        var h_prev = previous.h;
        bool resetBefore = ResetPlacement == ResetPlacement.BeforeProduct;
        bool zKeeps = UpdateConvention == UpdateConvention.KeepsOldState;

        var a_r = W_r * x + U_r * h_prev + b_r;
        var a_z = W_z * x + U_z * h_prev + b_z;
        var r = Sigmoid(a_r);
        var z = Sigmoid(a_z);
        var q = resetBefore ? h_prev : U_n * h_prev + b_hn;
        var rq = r.Times(q);
        var a_n = W_n * x + (resetBefore ? U_n * rq : rq) + b_n;
        var n = Tanh(a_n);
        var h = zKeeps ? z.Times(h_prev) + (1 - z).Times(n) : (1 - z).Times(h_prev) + z.Times(n);

        return new GruStep(x, h_prev, a_r, a_z, r, z, q, rq, a_n, n, h);
    }

    /// <inheritdoc/>
    protected override GruStep BackwardStep(GruStep s, Vector dy, State dNext, GruCell d)
    {
        // dX is dL/dX: the names of the forward step, from its last line to its first.
        bool resetBefore = ResetPlacement == ResetPlacement.BeforeProduct;
        bool zKeeps = UpdateConvention == UpdateConvention.KeepsOldState;

        var dh = dy + dNext.h;
        var dn = dh.Times(zKeeps ? 1 - s.z : s.z);
        var da_n = dn.Times(1 - s.n.Times(s.n));
        var drq = resetBefore ? U_n.TransposeThisAndMultiply(da_n) : da_n;
        var dq = drq.Times(s.r);
        var dz = dh.Times(zKeeps ? s.h_prev - s.n : s.n - s.h_prev);
        var dr = drq.Times(s.q);
        var da_z = dz.Times(s.z).Times(1 - s.z);
        var da_r = dr.Times(s.r).Times(1 - s.r);

        d.W_r.AddOuter(da_r, s.x);
        d.U_r.AddOuter(da_r, s.h_prev);
        d.b_r.AddVector(da_r);
        d.W_z.AddOuter(da_z, s.x);
        d.U_z.AddOuter(da_z, s.h_prev);
        d.b_z.AddVector(da_z);
        d.W_n.AddOuter(da_n, s.x);
        d.b_n.AddVector(da_n);
        if (resetBefore)
        {
            d.U_n.AddOuter(da_n, s.rq);
        }
        else
        {
            d.U_n.AddOuter(dq, s.h_prev);
            d.b_hn.AddVector(dq);
        }

        var dx = W_r.TransposeThisAndMultiply(da_r)
            + W_z.TransposeThisAndMultiply(da_z)
            + W_n.TransposeThisAndMultiply(da_n);
        var dh_prev = dh.Times(zKeeps ? s.z : 1 - s.z)
            + U_r.TransposeThisAndMultiply(da_r)
            + U_z.TransposeThisAndMultiply(da_z)
            + (resetBefore ? dq : U_n.TransposeThisAndMultiply(dq));

        return new GruStep(dx, dh_prev, da_r, da_z, dr, dz, dq, drq, da_n, dn, dh);
    }
}

/// <summary>One step of a <see cref="GruCell"/>, or its gradients.</summary>
/// <param name="x">The input.</param>
/// <param name="h_prev">The hidden state of the step before.</param>
/// <param name="a_r">The net input of the reset gate.</param>
/// <param name="a_z">The net input of the update gate.</param>
/// <param name="r">The reset gate.</param>
/// <param name="z">The update gate.</param>
/// <param name="q">The factor of the reset gate: h_prev, or U_n h_prev + b_hn.</param>
/// <param name="rq">The product r ⊙ q.</param>
/// <param name="a_n">The net input of the candidate.</param>
/// <param name="n">The candidate.</param>
/// <param name="h">The hidden state.</param>
public sealed record GruStep(
    Vector x, Vector h_prev,
    Vector a_r, Vector a_z, Vector r, Vector z,
    Vector q, Vector rq, Vector a_n, Vector n,
    Vector h)
    : ICellStep
{
    Vector ICellStep.Input => x;

    Vector ICellStep.Output => h;

    State ICellStep.Before => new(h_prev);

    State ICellStep.After => new(h);
}

/// <summary>The place of the reset gate of a <see cref="GruCell"/>.</summary>
public enum ResetPlacement
{
    /// <summary>
    /// U_n (r ⊙ h): the state is reset, then multiplied. Cho 2014 in arXiv's third version; Chung 2014.
    /// </summary>
    BeforeProduct,

    /// <summary>
    /// r ⊙ (U_n h + b_hn): the product is reset. Cho 2014 in arXiv's first version; torch, cuDNN; reset_after in Keras,
    /// linear_before_reset in ONNX.
    /// </summary>
    AfterProduct,
}

/// <summary>The meaning of an update gate of 1 in a <see cref="GruCell"/>.</summary>
public enum UpdateConvention
{
    /// <summary>h(t) = z ⊙ h(t−1) + (1 − z) ⊙ n: z keeps the old state. Cho 2014; torch.</summary>
    KeepsOldState,

    /// <summary>h(t) = (1 − z) ⊙ h(t−1) + z ⊙ n: z takes the candidate. Chung 2014.</summary>
    TakesCandidate,
}
