namespace Unrolled;

/// <summary>
/// A run of a bidirectional network with every state: in each layer a row of forward states, which hand on to the
/// right, beside a row of backward states, which hand on to the left. From the second layer on each state reads both
/// directions of the layer below. Small squares in a state are the inputs that it depends on, so that one sees where
/// past and future first meet in one state.
/// <code>new BidirectionalDiagram(network.Run(xs), symbols: ["the", "old", "man", "the", "boats"])</code>
/// The picture has the whole run; where scripts run, a slider goes along it in the order of the computation.
/// </summary>
public sealed class BidirectionalDiagram : Drawing
{
    private const int MostSteps = 8, MostLayers = 4;

    private readonly BidirectionalModel model;

    /// <summary>The diagram of a run of several layers.</summary>
    /// <param name="run">A run of a <see cref="DeepBidirectionalRnn"/>, 4 layers and 8 steps at most.</param>
    /// <param name="unit">The unit of each direction whose value is written out.</param>
    /// <param name="symbols">A name for the input of every step; null for none.</param>
    /// <param name="title">The title.</param>
    /// <exception cref="ArgumentException">
    /// The run has no step or no layer, or more than there is room for, or the symbols are not as many as steps.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A direction of a layer has no such unit.</exception>
    public BidirectionalDiagram(
        DeepBidirectionalRun run, int unit = 0, IEnumerable<string>? symbols = null,
        string title = "Past and future first meet in layer 2")
        : this(Read(Given(run).Layers, unit, symbols, title))
    {
    }

    /// <summary>The diagram of a run of one layer.</summary>
    /// <param name="run">A run of a <see cref="BidirectionalRnn"/> over at most 8 steps.</param>
    /// <param name="unit">The unit of each direction whose value is written out.</param>
    /// <param name="symbols">A name for the input of every step; null for none.</param>
    /// <param name="title">The title.</param>
    /// <exception cref="ArgumentException">
    /// The run has no step, or more than there is room for, or the symbols are not as many as steps.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A direction has no such unit.</exception>
    public BidirectionalDiagram(
        BidirectionalRun run, int unit = 0, IEnumerable<string>? symbols = null,
        string title = "Two networks side by side")
        : this(Read([Given(run)], unit, symbols, title))
    {
    }

    private BidirectionalDiagram(BidirectionalModel model)
    {
        this.model = model;
    }

    private protected override string Text() => BidirectionalText.Of(model);

    private protected override DrawingParts Drawn()
    {
        var plan = new BidirectionalPlan(model);
        return new DrawingParts(
            plan.Width, plan.Height, model.Title, BidirectionalText.Describe(model), BidirectionalData.Of(model),
            (svg, _) => plan.Draw(svg), model.Computed is null ? Steps() : null);
    }

    // A frame for each number of states that are computed, from none to all.
    private SliderUpgrade Steps() => SliderUpgrade.Through(
        "states computed", model.States.Length,
        computed => new BidirectionalDiagram(model with { Computed = computed }));

    private static BidirectionalModel Read(
        IReadOnlyList<BidirectionalRun> layers, int unit, IEnumerable<string>? symbols, string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        int steps = layers.Count == 0 ? 0 : layers[0].Forward.Count;
        if (layers.Count is < 1 or > MostLayers)
            throw new ArgumentException(
                $"The run has {layers.Count} layers; expected 1 to {MostLayers}, for which there is room.", "run");
        if (steps is < 1 or > MostSteps)
            throw new ArgumentException(
                $"The run has {steps} steps; expected 1 to {MostSteps}, for which there is room.", "run");
        string[] names = [.. symbols ?? []];
        if (symbols is not null && names.Length != steps)
            throw new ArgumentException(
                $"There are {names.Length} symbols for {steps} steps; they must be as many.", nameof(symbols));
        foreach ((int index, BidirectionalRun layer) in layers.Index())
        {
            Check(layer.Forward, "forward", index, unit);
            Check(layer.Backward, "backward", index, unit);
        }

        return new BidirectionalModel(
            title, unit, [.. names], Rounded(layers[0].Forward.Inputs),
            [
                .. layers.Select(layer => new BidirectionalLayer(
                    Rounded(layer.Forward.Outputs), Rounded([.. layer.Backward.Outputs.Reverse()]))),
            ]);
    }

    private static void Check(CellTrace run, string direction, int layer, int unit)
    {
        int units = run.Outputs[0].Count;
        if (unit < 0 || unit >= units)
            throw new ArgumentOutOfRangeException(
                nameof(unit), unit,
                $"There is no unit {unit}; the {direction} states of layer {layer + 1} have the units 0 to "
                + $"{units - 1}.");
    }

    private static double[,] Rounded(IReadOnlyList<Vector> vectors)
    {
        var numbers = new double[vectors.Count, vectors[0].Count];
        for (int t = 0; t < vectors.Count; t++)
            for (int i = 0; i < vectors[t].Count; i++)
                numbers[t, i] = CanonicalNumber.Rounded(vectors[t][i]);
        return numbers;
    }

    private static T Given<T>(T run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run;
    }
}
