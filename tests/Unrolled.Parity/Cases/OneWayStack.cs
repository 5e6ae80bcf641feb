using Unrolled.Equations;
using Unrolled.Equations.Foundations;
using Unrolled.Equations.Learning;
using Unrolled.ReferenceCases;
using Vector = MathNet.Numerics.LinearAlgebra.Vector<double>;

namespace Unrolled.Parity.Cases;

/// <summary>Layers that read forwards: <see cref="Deep"/>.</summary>
internal sealed class OneWayStack(RecurrentCase recorded) : IStack
{
    private readonly Deep network = new(
        [.. Enumerable.Range(0, recorded.NumLayers).Select(layer => RecurrentCells.Create(
            recorded.Kind, layer == 0 ? recorded.InputSize : recorded.HiddenSize, recorded.HiddenSize))]);

    public IReadOnlyList<ICell> Cells => network.Layers;

    public StackedPass Pass(
        IReadOnlyList<Vector> xs, IReadOnlyList<State> initial, IReadOnlyList<Vector> dys, IReadOnlyList<State> dFinal)
    {
        Trace run = network.Run(xs, Joined(initial));
        CellGradient gradient = BackpropagationThroughTime.Gradient(network, run, dys, Joined(dFinal));
        return new StackedPass(
            run.Outputs, Apart(run.Final), gradient.OfInputs, Apart(gradient.OfInitialState), ((Deep)gradient.OfParameters).Layers);
    }

    private static State Joined(IEnumerable<State> layers) => new([.. layers.SelectMany(state => state)]);

    private State[] Apart(State whole)
    {
        int parts = Cells[0].StateSizes.Count;
        return [.. Enumerable.Range(0, Cells.Count).Select(layer => whole.Slice(layer * parts, parts))];
    }
}
