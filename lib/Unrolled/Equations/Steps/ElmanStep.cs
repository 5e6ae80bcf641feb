using Unrolled.Equations.Foundations;
using Vector = MathNet.Numerics.LinearAlgebra.Vector<double>;

namespace Unrolled.Equations.Steps;

/// <summary>One step of an <see cref="ElmanNetwork"/>, or its gradients.</summary>
/// <param name="x">The input units.</param>
/// <param name="context">The context units: the hidden units of the step before.</param>
/// <param name="a_h">The net input of the hidden units.</param>
/// <param name="h">The hidden units.</param>
/// <param name="a_y">The net input of the output units.</param>
/// <param name="y">The output units.</param>
/// <param name="context_next">The context units as this step leaves them: the copy.</param>
public sealed record ElmanStep(
    Vector x, Vector context, Vector a_h, Vector h, Vector a_y, Vector y, Vector context_next)
    : ICellStep
{
    Vector ICellStep.Input => x;

    Vector ICellStep.Output => y;

    State ICellStep.Before => new(context);

    State ICellStep.After => new(context_next);
}
