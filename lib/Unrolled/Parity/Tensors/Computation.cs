namespace Unrolled;

/// <summary>
/// The tensors taken from a recorded case and those computed from it. Every tensor of the file must be one of the two,
/// so that none is passed over.
/// </summary>
internal sealed class Computation(ReferenceCase recorded, Tolerances tolerances)
{
    private readonly HashSet<string> taken = [];
    private readonly List<NamedTensor> computed = [];

    /// <summary>Takes a tensor, which must have this shape.</summary>
    /// <exception cref="SafetensorsException">It is missing or has another shape.</exception>
    internal NamedTensor Take(string name, params ReadOnlySpan<int> shape)
    {
        taken.Add(name);
        return recorded.Tensors.Require(name, shape);
    }

    /// <summary>Adds a computed gradient; the tensor that it is the gradient of was taken.</summary>
    internal void ComputeGradient(NamedTensor gradient)
    {
        taken.Add(gradient.Name["grad.".Length..]);
        computed.Add(gradient);
    }

    /// <summary>Adds a computed tensor.</summary>
    internal void Compute(NamedTensor tensor) => computed.Add(tensor);

    /// <summary>Adds a trained weight "final.…"; its "initial.…" was taken.</summary>
    internal void ComputeTrained(NamedTensor weight)
    {
        taken.Add($"initial.{weight.Name}");
        computed.Add(NamedTensor.Create($"final.{weight.Name}", weight.Shape, weight.ToDoubles()));
    }

    /// <summary>The error of every computed tensor.</summary>
    /// <exception cref="SafetensorsException">
    /// A computed tensor is not in the file, or has another shape there.
    /// </exception>
    /// <exception cref="ReferenceFolderException">
    /// The file holds tensors that this kind of case does not have.
    /// </exception>
    internal IReadOnlyList<TensorError> Errors()
    {
        string[] unknown = [.. recorded.Tensors.Tensors.Select(tensor => tensor.Name)
            .Except(taken).Except(computed.Select(tensor => tensor.Name))];
        if (unknown.Length > 0)
            throw new ReferenceFolderException(
                $"{recorded.File}: this kind of case has no tensor {string.Join(", ", unknown)}.");
        return [.. computed.Select(Error)];
    }

    private TensorError Error(NamedTensor tensor)
    {
        double[] expected = recorded.Tensors.Require(tensor.Name, [.. tensor.Shape]).ToDoubles();
        double[] found = tensor.ToDoubles();
        return tensor.Name switch
        {
            "losses" or "grad_norms" =>
                new TensorError(tensor.Name, RelativeError.OfEveryStep(found, expected), tolerances.Training),
            _ when tensor.Name.StartsWith("final.", StringComparison.Ordinal) =>
                new TensorError(tensor.Name, RelativeError.Of(found, expected), tolerances.Training),
            _ when tensor.Name.StartsWith("grad.", StringComparison.Ordinal) =>
                new TensorError(tensor.Name, RelativeError.Of(found, expected), tolerances.Gradients),
            _ => new TensorError(tensor.Name, RelativeError.Of(found, expected), tolerances.Outputs),
        };
    }
}
