using Unrolled.Equations.Foundations;
using Vector = MathNet.Numerics.LinearAlgebra.Vector<double>;

namespace Unrolled.Equations.Steps;

/// <summary>One step of a <see cref="Deep"/> network, or its gradients.</summary>
/// <param name="Layers">The steps of the layers, from the lowest up; their quantities are named "1.h", "2.h".</param>
public sealed record DeepStep(IReadOnlyList<ICellStep> Layers) : ICellStep
{
    Vector ICellStep.Input => Layers[0].Input;

    Vector ICellStep.Output => Layers[^1].Output;

    State ICellStep.Before => new([.. Layers.SelectMany(layer => layer.Before)]);

    State ICellStep.After => new([.. Layers.SelectMany(layer => layer.After)]);

    IReadOnlyList<KeyValuePair<string, Vector>> ICellStep.Quantities =>
        [.. Layers.SelectMany((layer, l) =>
            layer.Quantities.Select(quantity => KeyValuePair.Create($"{l + 1}.{quantity.Key}", quantity.Value)))];
}
