namespace Unrolled;

/// <summary>Layers that read both ways: <see cref="DeepBidirectionalRnn"/>.</summary>
internal sealed class TwoWayStack(RecurrentCase recorded) : IStack
{
    private readonly DeepBidirectionalRnn network = new(
        [.. Enumerable.Range(0, recorded.NumLayers).Select(layer => Layer(recorded, layer))]);

    public IReadOnlyList<ICell> Cells =>
        [.. network.Layers.SelectMany(layer => new[] { layer.Forward, layer.Backward })];

    public StackedPass Pass(
        IReadOnlyList<Vector> xs, IReadOnlyList<State> initial, IReadOnlyList<Vector> dys, IReadOnlyList<State> dFinal)
    {
        DeepBidirectionalRun run = network.Run(xs, Pairs(initial));
        DeepBidirectionalGradient gradient = network.Gradient(run, dys, Pairs(dFinal));
        return new StackedPass(
            run.Outputs,
            [.. run.Layers.SelectMany(layer => new[] { layer.Forward.Final, layer.Backward.Final })],
            gradient.OfInputs,
            [.. gradient.Layers.SelectMany(
                layer => new[] { layer.Forward.OfInitialState, layer.Backward.OfInitialState })],
            [.. gradient.Layers.SelectMany(
                layer => new[] { layer.Forward.OfParameters, layer.Backward.OfParameters })]);
    }

    private static BidirectionalRnn Layer(RecurrentCase recorded, int layer)
    {
        int inputs = layer == 0 ? recorded.InputSize : 2 * recorded.HiddenSize;
        return new BidirectionalRnn(
            RecurrentCells.Create(recorded.Kind, inputs, recorded.HiddenSize),
            RecurrentCells.Create(recorded.Kind, inputs, recorded.HiddenSize));
    }

    private static (State Forward, State Backward)[] Pairs(IReadOnlyList<State> states) =>
        [.. states.Chunk(2).Select(pair => (pair[0], pair[1]))];
}
