using MathNet.Numerics.LinearAlgebra;
using Unrolled.Equations.Foundations;
using Unrolled.Weights;

namespace Unrolled.Tests.Equations.Reference;

/// <summary>
/// Parameters as torch holds and trains them: two biases where ours has one. The two together take steps twice as long
/// and count twice in the norm, so a recorded training can only be followed with torch's own.
/// </summary>
internal sealed class TorchParameters(IReadOnlyList<NamedTensor> tensors)
{
    private readonly Vector<double>[] values =
        [.. tensors.Select(tensor => Vector<double>.Build.Dense(tensor.ToDoubles()))];

    /// <summary>The parameters whose names begin with a prefix, which is taken off.</summary>
    internal static TorchParameters Of(SafetensorsFile file, string prefix) => new(
        [.. file.Tensors.Where(tensor => tensor.Name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(tensor => NamedTensor.Create(tensor.Name[prefix.Length..], tensor.Shape, tensor.ToDoubles()))]);

    /// <summary>The numbers, live, for an optimiser.</summary>
    internal ParameterSet Live => SetOf(values);

    /// <summary>The numbers as they stand.</summary>
    internal SafetensorsFile File => new(
        [.. tensors.Select((tensor, i) => NamedTensor.Create(tensor.Name, tensor.Shape, values[i].ToArray()))]);

    /// <summary>Gradients in the order of the parameters.</summary>
    internal ParameterSet Gradients(IReadOnlyList<NamedTensor> gradients) => SetOf(
        [.. tensors.Select(tensor => Vector<double>.Build.Dense(
            gradients.Single(gradient => gradient.Name == tensor.Name).ToDoubles()))]);

    private ParameterSet SetOf(Vector<double>[] vectors)
    {
        var set = new ParameterSet();
        for (int i = 0; i < vectors.Length; i++)
            set.Add(vectors[i], tensors[i].Name);
        return set;
    }
}
