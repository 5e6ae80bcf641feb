
namespace Unrolled.Tests.Layers;

/// <summary>Draws tensors, weights and layers of every kind from one seeded source.</summary>
internal sealed class LayerDraw(int seed)
{
    internal Xoshiro256 Random { get; } = new(seed);

    internal static IReadOnlyDictionary<string, Func<int, int, int, bool, float, RecurrentLayer>> Kinds { get; } =
        new Dictionary<string, Func<int, int, int, bool, float, RecurrentLayer>>
        {
            ["rnn"] = (x, h, layers, both, drop) => Rnn.Zeros(x, h, Activation.Tanh, layers, both, drop),
            ["relu"] = (x, h, layers, both, drop) => Rnn.Zeros(x, h, Activation.Relu, layers, both, drop),
            ["lstm"] = (x, h, layers, both, drop) => Lstm.Zeros(x, h, LstmKind.Standard, layers, both, drop),
            ["lstm without forget gate"] = (x, h, layers, both, drop) => Lstm.Zeros(
                x, h, LstmKind.WithoutForgetGate, layers, both, drop),
            ["lstm with peepholes"] = (x, h, layers, both, drop) => Lstm.Zeros(
                x, h, LstmKind.Peephole, layers, both, drop),
            ["gru"] = (x, h, layers, both, drop) => Gru.Zeros(x, h, ResetPlacement.AfterProduct, layers, both, drop),
            ["gru, reset before"] = (x, h, layers, both, drop) => Gru.Zeros(
                x, h, ResetPlacement.BeforeProduct, layers, both, drop),
        };

    internal static TheoryData<string> KindNames() => [.. Kinds.Keys];

    /// <summary>The equations of one layer and direction, with its parameters in double precision.</summary>
    internal static ICell CellOf(RecurrentLayer layer, int index = 0, bool reverse = false) => layer switch
    {
        Rnn rnn => rnn.ToCell(index, reverse),
        Gru gru => gru.ToCell(index, reverse),
        Lstm { Kind: LstmKind.WithoutForgetGate } lstm => lstm.ToLstm1997Cell(index, reverse),
        Lstm { Kind: LstmKind.Peephole } lstm => lstm.ToPeepholeCell(index, reverse),
        Lstm lstm => lstm.ToCell(index, reverse),
        _ => throw new ArgumentException($"There is no cell for {layer.GetType().Name}.", nameof(layer)),
    };

    internal RecurrentLayer Layer(
        string kind, int inputs, int hidden, int layers = 1, bool bidirectional = false, float dropout = 0,
        float bound = .5f)
    {
        RecurrentLayer layer = Kinds[kind](inputs, hidden, layers, bidirectional, dropout);
        Fill(layer.Parameters, bound);
        return layer;
    }

    internal void Fill(ParameterList parameters, float bound = .5f)
    {
        foreach (Parameter parameter in parameters)
            Fill(parameter.Value, bound);
    }

    internal Tensor Tensor(params int[] shape)
    {
        Tensor tensor = new(shape);
        Fill(tensor, 1);
        return tensor;
    }

    internal RecurrentState State(RecurrentLayer layer, int batch)
    {
        RecurrentState state = layer.ZeroState(batch);
        Fill(state.Hidden, 1);
        if (state.Cell is not null)
            Fill(state.Cell, 1);
        return state;
    }

    private void Fill(Tensor tensor, float bound)
    {
        for (int i = 0; i < tensor.Count; i++)
            tensor.Values[i] = bound * (float)(2 * Random.NextDouble() - 1);
    }
}
