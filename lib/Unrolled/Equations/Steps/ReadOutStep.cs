using Unrolled.Equations.Foundations;
using Vector = MathNet.Numerics.LinearAlgebra.Vector<double>;

namespace Unrolled.Equations.Steps;

/// <summary>One step of a <see cref="WithReadOut"/>, or its gradients.</summary>
/// <param name="Layer">The layer's step; its quantities keep their names.</param>
/// <param name="a_y">The net input of the output units.</param>
/// <param name="y">The output.</param>
public sealed record ReadOutStep(ICellStep Layer, Vector a_y, Vector y) : ICellStep
{
    Vector ICellStep.Input => Layer.Input;

    Vector ICellStep.Output => y;

    State ICellStep.Before => Layer.Before;

    State ICellStep.After => Layer.After;

    IReadOnlyList<KeyValuePair<string, Vector>> ICellStep.Quantities =>
        [.. Layer.Quantities, KeyValuePair.Create(nameof(a_y), a_y), KeyValuePair.Create(nameof(y), y)];
}
