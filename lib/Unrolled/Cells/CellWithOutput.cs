
namespace Unrolled;

/// <summary>
/// A recurrent layer with output units on top, taken as one cell: the network h(t) = F(x(t), h(t−1)),
/// y(t) = softmax(V h(t) + b_y). The state that travels is the layer's alone.
/// </summary>
public sealed class CellWithOutput : Cell<CellWithOutput, OutputLayerStep>
{
    /// <summary>Puts output units on a layer.</summary>
    /// <param name="layer">The layer: any cell.</param>
    /// <param name="outputLayer">The output layer, which reads the layer's output.</param>
    /// <exception cref="ArgumentException">The output units are for another size.</exception>
    public CellWithOutput(ICell layer, OutputLayer outputLayer)
        : base(
            Shapes.RequireNotNull(layer).InputSize, Shapes.RequireNotNull(outputLayer).V.RowCount, layer.StateSizes)
    {
        if (outputLayer.V.ColumnCount != layer.OutputSize)
            throw new ArgumentException(
                $"outputLayer is for {outputLayer.V.ColumnCount} hidden elements; expected {layer.OutputSize}.",
                nameof(outputLayer));
        (Layer, OutputLayer) = (layer, outputLayer);
    }

    /// <summary>The layer.</summary>
    public ICell Layer { get; }

    /// <summary>The output units.</summary>
    public OutputLayer OutputLayer { get; }

    /// <inheritdoc/>
    public override State InitialState => Layer.InitialState;

    /// <inheritdoc/>
    public override ParameterSet Parameters => [.. Layer.Parameters, .. OutputLayer.Parameters];

    /// <inheritdoc/>
    public override CellWithOutput ZerosLike() => new(Layer.ZerosLike(), OutputLayer.ZerosLike());

    /// <inheritdoc/>
    protected override OutputLayerStep ForwardStep(Vector x, State previous)
    {
        var layer = Layer.Forward(x, previous);
        var (a_y, y) = OutputLayer.Forward(layer.Output);

        return new OutputLayerStep(layer, a_y, y);
    }

    /// <inheritdoc/>
    protected override OutputLayerStep BackwardStep(OutputLayerStep s, Vector dy, State dNext, CellWithOutput d)
    {
        var (da_y, dh) = OutputLayer.Backward(s.Layer.Output, s.y, dy, d.OutputLayer);
        var dlayer = Layer.Backward(s.Layer, dh, dNext, d.Layer);

        return new OutputLayerStep(dlayer, da_y, dy);
    }
}
