using Unrolled.Equations.Foundations;
using Vector = MathNet.Numerics.LinearAlgebra.Vector<double>;

namespace Unrolled.Equations.Steps;

/// <summary>One step of a <see cref="JordanNetwork"/>, or its gradients.</summary>
/// <param name="x">The input (plan) units.</param>
/// <param name="state">The state units: the outputs so far.</param>
/// <param name="a_h">The net input of the hidden units.</param>
/// <param name="h">The hidden units.</param>
/// <param name="a_y">The net input of the output units.</param>
/// <param name="y">The output units.</param>
/// <param name="state_next">The state units as this step leaves them.</param>
public sealed record JordanStep(
    Vector x, Vector state, Vector a_h, Vector h, Vector a_y, Vector y, Vector state_next)
    : ICellStep
{
    Vector ICellStep.Input => x;

    Vector ICellStep.Output => y;

    State ICellStep.Before => new(state);

    State ICellStep.After => new(state_next);
}
