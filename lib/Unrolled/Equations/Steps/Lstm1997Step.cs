using Unrolled.Equations.Foundations;
using Vector = MathNet.Numerics.LinearAlgebra.Vector<double>;

namespace Unrolled.Equations.Steps;

/// <summary>One step of an <see cref="Lstm1997"/>, or its gradients.</summary>
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
/// <param name="tanh_c">tanh(c): what the output gate lets out.</param>
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
