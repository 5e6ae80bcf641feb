namespace Unrolled;

/// <summary>
/// A layer with a linear head that learns as in torch: what the optimizer changes are torch's parameters, whose two
/// biases move twice as far together as the one bias of the equations would, and count twice in the gradient's norm.
/// </summary>
internal sealed class TorchTraining
{
    private const string Head = "head.";

    private readonly ParameterSet parameters;
    private readonly Optimizer optimizer;
    private readonly CellWithOutput model;

    /// <param name="layer">The layer, of the right sizes.</param>
    /// <param name="outputSize">The number of elements of the head's output.</param>
    /// <param name="recorded">The file with the initial weights.</param>
    /// <param name="optimizer">The optimizer.</param>
    internal TorchTraining(ICell layer, int outputSize, SafetensorsFile recorded, Optimizer optimizer)
    {
        const string initial = "initial.";
        this.optimizer = optimizer;
        model = new CellWithOutput(layer, OutputLayer.Zeros(layer.OutputSize, outputSize));
        parameters = ParameterTensors.ToParameters(recorded.Tensors
            .Where(tensor => tensor.Name.StartsWith(initial, StringComparison.Ordinal))
            .Select(tensor => NamedTensor.Create(tensor.Name[initial.Length..], tensor.Shape, tensor.ToDoubles())));
    }

    /// <summary>The parameters under torch's names, as they now are.</summary>
    internal IEnumerable<NamedTensor> Weights => parameters.Select(parameter => parameter.ToTensor());

    /// <summary>The model with the parameters as they now are.</summary>
    internal CellWithOutput Model()
    {
        SafetensorsFile weights = new(Weights);
        TorchWeights.Read(model.Layer, weights);
        TorchWeights.Read(model.OutputLayer, weights, Head);
        return model;
    }

    /// <summary>One change of every parameter.</summary>
    /// <param name="gradients">The model's gradients.</param>
    /// <param name="others">The gradients of parameters that are not the model's, such as an embedding.</param>
    /// <param name="clipAt">The largest norm that gradients may have.</param>
    /// <returns>The gradients' norm before clipping.</returns>
    internal double Step(
        CellWithOutput gradients, IEnumerable<NamedTensor> others, double clipAt = double.PositiveInfinity)
    {
        ParameterSet torchs = ParameterTensors.ToParameters(
        [
            .. TorchWeights.WriteGradients(gradients.Layer),
            .. TorchWeights.Write(gradients.OutputLayer, Head),
            .. others,
        ]);
        double norm = GradientClipping.ByNorm(torchs, clipAt);
        optimizer.Step(parameters, torchs);
        return norm;
    }
}
