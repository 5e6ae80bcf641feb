namespace Unrolled;

/// <summary>
/// Bidirectional layers on top of one another (Graves, Jaitly and Mohamed 2013, Hybrid Speech Recognition with Deep
/// Bidirectional LSTM).
/// <code>
/// y^0(t) = x(t)
/// \overrightarrow{h}^l(t) = F^l(y^{l-1}(t), \overrightarrow{h}^l(t-1))
/// \overleftarrow{h}^l(t)  = B^l(y^{l-1}(t), \overleftarrow{h}^l(t+1))
/// y^l(t) = [\overrightarrow{h}^l(t); \overleftarrow{h}^l(t)]
/// </code>
/// From the second layer on, each direction reads the states of both directions below it: only there do past and
/// future meet inside one state.
/// </summary>
public sealed class DeepBidirectionalRnn
{
    /// <summary>A stack of bidirectional layers.</summary>
    /// <param name="layers">The layers from the lowest up.</param>
    /// <exception cref="ArgumentException">There is none, or one does not fit the layer below it.</exception>
    public DeepBidirectionalRnn(params IReadOnlyList<BidirectionalRnn> layers)
    {
        Shapes.RequireLayers(layers);
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
    public IReadOnlyList<BidirectionalRnn> Layers { get; }

    /// <summary>All layers' parameters: "1.forward.W", "1.backward.W", "2.forward.W" and so on.</summary>
    public ParameterSet Parameters
    {
        get
        {
            var all = new ParameterSet();
            for (int l = 0; l < Layers.Count; l++)
                all.Add($"{l + 1}", Layers[l].Parameters);
            return all;
        }
    }

    /// <summary>Runs all layers over a sequence, one after the other.</summary>
    /// <param name="xs">The inputs, [time, input], at least one.</param>
    /// <param name="initial">Layer by layer the initial states of both directions; the cells' own when null.</param>
    /// <exception cref="ArgumentException">A sequence is empty, a shape wrong, or a number not finite.</exception>
    public DeepBidirectionalRun Run(
        IReadOnlyList<Vector> xs, IReadOnlyList<(State Forward, State Backward)>? initial = null)
    {
        ArgumentNullException.ThrowIfNull(xs);
        if (initial is not null)
            Shapes.RequireSteps(initial.Count, Layers.Count, nameof(initial), nameof(Layers));
        var runs = new BidirectionalRun[Layers.Count];
        var below = xs;
        for (int l = 0; l < runs.Length; l++)
        {
            runs[l] = Layers[l].Run(below, initial?[l].Forward, initial?[l].Backward);
            below = runs[l].Outputs;
        }

        return new DeepBidirectionalRun(runs);
    }

    /// <summary>Backpropagation through time, from the highest layer to the lowest.</summary>
    /// <param name="run">The forward pass over the sequence.</param>
    /// <param name="dys">dL/dy of the highest layer at every step, [time, output].</param>
    /// <param name="dFinal">Layer by layer the gradients of both directions' final states; 0 when null.</param>
    /// <exception cref="ArgumentException">A shape is wrong.</exception>
    public DeepBidirectionalGradient Gradient(
        DeepBidirectionalRun run,
        IReadOnlyList<Vector> dys,
        IReadOnlyList<(State Forward, State Backward)>? dFinal = null)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(dys);
        var gradients = new BidirectionalGradient[Layers.Count];
        var dabove = dys;
        for (int l = gradients.Length - 1; l >= 0; l--)
        {
            gradients[l] = Layers[l].Gradient(run.Layers[l], dabove, dFinal?[l].Forward, dFinal?[l].Backward);
            dabove = gradients[l].OfInputs;
        }

        return new DeepBidirectionalGradient(gradients);
    }
}

/// <summary>The forward pass of a <see cref="DeepBidirectionalRnn"/> over a sequence.</summary>
/// <param name="Layers">The forward passes of the layers, from the lowest up.</param>
public sealed record DeepBidirectionalRun(IReadOnlyList<BidirectionalRun> Layers)
{
    /// <summary>The outputs of the highest layer, [time, output].</summary>
    public IReadOnlyList<Vector> Outputs => Layers[^1].Outputs;
}

/// <summary>The gradient of a loss with respect to everything that took part in a deep bidirectional run.</summary>
/// <param name="Layers">The gradients of the layers, from the lowest up.</param>
public sealed record DeepBidirectionalGradient(IReadOnlyList<BidirectionalGradient> Layers)
{
    /// <summary>dL/dθ of all layers, in the order of <see cref="DeepBidirectionalRnn.Parameters"/>.</summary>
    public ParameterSet OfParameters
    {
        get
        {
            var all = new ParameterSet();
            for (int l = 0; l < Layers.Count; l++)
                all.Add($"{l + 1}", Layers[l].OfParameters);
            return all;
        }
    }

    /// <summary>dL/dx at every step.</summary>
    public IReadOnlyList<Vector> OfInputs => Layers[0].OfInputs;
}
