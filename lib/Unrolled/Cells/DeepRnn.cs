namespace Unrolled;

/// <summary>
/// Layers on top of one another (Graves, Mohamed and Hinton 2013, equation 11): each has weights of its own, and reads
/// the states of the layer below as its inputs.
/// <code>
/// h^1(t) = F^1(x(t),       h^1(t-1))
/// h^2(t) = F^2(h^1(t),     h^2(t-1))
/// h^n(t) = F^n(h^{n-1}(t), h^n(t-1))
/// y(t)   = h^n(t)
/// </code>
/// Layers are numbered from 1: "2.U" is the parameter U of the second, "2.h" its quantity h. The state holds the first
/// layer's vectors, then the second's, and so on.
/// </summary>
public sealed class DeepRnn : Cell<DeepRnn, DeepStep>
{
    /// <summary>A stack of layers.</summary>
    /// <param name="layers">The layers from the lowest up, any cells.</param>
    /// <exception cref="ArgumentException">There is none, or one does not fit the layer below it.</exception>
    public DeepRnn(params IReadOnlyList<ICell> layers)
        : base(
            Shapes.RequireLayers(layers)[0].InputSize, layers[^1].OutputSize,
            [.. layers.SelectMany(layer => layer.StateSizes)])
    {
        for (int l = 1; l < layers.Count; l++)
        {
            if (layers[l].InputSize != layers[l - 1].OutputSize)
                throw new ArgumentException(
                    $"layers[{l}] reads {layers[l].InputSize} elements; expected {layers[l - 1].OutputSize}, "
                    + $"the output of layers[{l - 1}].",
                    nameof(layers));
        }

        Layers = [.. layers];
    }

    /// <summary>The layers from the lowest up.</summary>
    public IReadOnlyList<ICell> Layers { get; }

    /// <inheritdoc/>
    public override State InitialState => new([.. Layers.SelectMany(layer => layer.InitialState)]);

    /// <inheritdoc/>
    public override ParameterSet Parameters
    {
        get
        {
            var all = new ParameterSet();
            for (int l = 0; l < Layers.Count; l++)
                all.Add($"{l + 1}", Layers[l].Parameters);
            return all;
        }
    }

    /// <inheritdoc/>
    public override DeepRnn ZerosLike() => new([.. Layers.Select(layer => layer.ZerosLike())]);

    /// <inheritdoc/>
    protected override DeepStep ForwardStep(Vector x, State previous)
    {
        var steps = new ICellStep[Layers.Count];
        var below = x;
        for (int l = 0; l < steps.Length; l++)
        {
            steps[l] = Layers[l].Forward(below, StateOf(l, previous));
            below = steps[l].Output;
        }

        return new DeepStep(steps);
    }

    /// <inheritdoc/>
    protected override DeepStep BackwardStep(DeepStep s, Vector dy, State dNext, DeepRnn d)
    {
        var steps = new ICellStep[Layers.Count];
        var dabove = dy;
        for (int l = steps.Length - 1; l >= 0; l--)
        {
            steps[l] = Layers[l].Backward(s.Layers[l], dabove, StateOf(l, dNext), d.Layers[l]);
            dabove = steps[l].Input;
        }

        return new DeepStep(steps);
    }

    private State StateOf(int l, State whole) =>
        whole.Slice(Layers.Take(l).Sum(layer => layer.StateSizes.Count), Layers[l].StateSizes.Count);
}

/// <summary>One step of a <see cref="DeepRnn"/> network, or its gradients.</summary>
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
