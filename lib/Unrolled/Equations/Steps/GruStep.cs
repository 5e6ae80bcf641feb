using Unrolled.Equations.Foundations;
using Vector = MathNet.Numerics.LinearAlgebra.Vector<double>;

namespace Unrolled.Equations.Steps;

/// <summary>One step of a <see cref="Gru"/>, or its gradients.</summary>
/// <param name="x">The input.</param>
/// <param name="h_prev">The hidden state of the step before.</param>
/// <param name="a_r">The net input of the reset gate.</param>
/// <param name="a_z">The net input of the update gate.</param>
/// <param name="r">The reset gate.</param>
/// <param name="z">The update gate.</param>
/// <param name="q">What the reset gate multiplies: h_prev, or U_n h_prev + b_hn.</param>
/// <param name="rq">What it leaves of it: r ⊙ q.</param>
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
