using Unrolled.Equations.Foundations;
using Vector = MathNet.Numerics.LinearAlgebra.Vector<double>;

namespace Unrolled.Equations.Steps;

/// <summary>One step of an <see cref="Rnn"/>, or its gradients.</summary>
/// <param name="x">The input.</param>
/// <param name="h_prev">The hidden state of the step before.</param>
/// <param name="a">The net input.</param>
/// <param name="h">The hidden state.</param>
public sealed record RnnStep(Vector x, Vector h_prev, Vector a, Vector h) : ICellStep
{
    Vector ICellStep.Input => x;

    Vector ICellStep.Output => h;

    State ICellStep.Before => new(h_prev);

    State ICellStep.After => new(h);
}
