namespace Unrolled;

/// <summary>Layers that read forwards: <see cref="DeepRnn"/>.</summary>
internal sealed class OneWayStack(RecurrentCase recorded) : IStack
{
    private readonly DeepRnn network = new(
        [.. Enumerable.Range(0, recorded.NumLayers).Select(layer => RecurrentCells.Create(
            recorded.Kind, layer == 0 ? recorded.InputSize : recorded.HiddenSize, recorded.HiddenSize))]);

    public IReadOnlyList<ICell> Cells => network.Layers;

    public StackedPass Pass(
        IReadOnlyList<Vector> xs, IReadOnlyList<State> initial, IReadOnlyList<Vector> dys, IReadOnlyList<State> dFinal)
    {
        CellTrace run = network.Run(xs, Joined(initial));
        CellGradient gradient = BackpropagationThroughTime.Gradient(network, run, dys, Joined(dFinal));
        return new StackedPass(
            run.Outputs, Apart(run.Final), gradient.OfInputs, Apart(gradient.OfInitialState),
            ((DeepRnn)gradient.OfParameters).Layers);
    }

    private static State Joined(IEnumerable<State> layers) => new([.. layers.SelectMany(state => state)]);

    private State[] Apart(State whole)
    {
        int parts = Cells[0].StateSizes.Count;
        return [.. Enumerable.Range(0, Cells.Count).Select(layer => whole.Slice(layer * parts, parts))];
    }
}
