
namespace Unrolled.Tests.Cells;

/// <summary>Every model that is a cell, by name, with 3 inputs and 4 hidden units.</summary>
internal static class AllCells
{
    private static readonly Dictionary<string, Func<ICell>> Makers = new()
    {
        ["Elman"] = () => new ElmanNetwork(3, 4, 2),
        ["Elman, linear"] = () => new ElmanNetwork(3, 4, 2, OutputActivation.Linear),
        ["Elman, softmax"] = () => new ElmanNetwork(3, 4, 2, OutputActivation.Softmax),
        ["Jordan"] = () => new JordanNetwork(3, 4, 2),
        ["Jordan, μ .5"] = () => new JordanNetwork(3, 4, 2) { SelfWeight = .5 },
        ["Jordan, linear"] = () => new JordanNetwork(3, 4, 2, OutputActivation.Linear),
        ["Jordan, softmax, μ .3"] = () => new JordanNetwork(3, 4, 2, OutputActivation.Softmax) { SelfWeight = .3 },
        ["RNN, tanh"] = () => new RnnCell(3, 4),
        ["RNN, ReLU"] = () => new RnnCell(3, 4, Activation.Relu),
        ["LSTM 1997"] = () => new Lstm1997Cell(3, 4),
        ["LSTM"] = () => new LstmCell(3, 4),
        ["LSTM, peepholes"] = () => new PeepholeLstmCell(3, 4),
        ["GRU, after, keeps"] = () => new GruCell(3, 4, ResetPlacement.AfterProduct, UpdateConvention.KeepsOldState),
        ["GRU, after, takes"] = () => new GruCell(3, 4, ResetPlacement.AfterProduct, UpdateConvention.TakesCandidate),
        ["GRU, before, keeps"] = () => new GruCell(3, 4, ResetPlacement.BeforeProduct, UpdateConvention.KeepsOldState),
        ["GRU, before, takes"] = () => new GruCell(3, 4, ResetPlacement.BeforeProduct, UpdateConvention.TakesCandidate),
        ["RNN with softmax"] = () => new CellWithOutput(new RnnCell(3, 4), new OutputLayer(4, 3, OutputActivation.Softmax)),
        ["GRU with logistic units"] = () => new CellWithOutput(new GruCell(3, 4), new OutputLayer(4, 2, OutputActivation.Logistic)),
        ["deep RNN"] = () => new DeepRnn(new RnnCell(3, 4), new RnnCell(4, 3), new RnnCell(3, 4)),
        ["deep LSTM"] = () => new DeepRnn(new LstmCell(3, 4), new LstmCell(4, 3), new LstmCell(3, 2)),
        ["deep GRU"] = () => new DeepRnn(new GruCell(3, 4), new GruCell(4, 3), new GruCell(3, 2)),
        ["deep, mixed"] = () => new DeepRnn(new Lstm1997Cell(3, 4), new RnnCell(4, 3, Activation.Relu), new PeepholeLstmCell(3, 2)),
        ["deep LSTM with read-out"] = () => new CellWithOutput(new DeepRnn(new LstmCell(3, 4), new LstmCell(4, 3)), new OutputLayer(3, 2)),
    };

    internal static TheoryData<string> Names => [.. Makers.Keys];

    internal static ICell Make(string name) => Makers[name]();

    /// <summary>The quantities of a cell whose change of sign is a kink.</summary>
    internal static IReadOnlyList<string> KinksOf(ICell cell) => cell switch
    {
        RnnCell { Activation: Activation.Relu } => ["a"],
        CellWithOutput network => KinksOf(network.Layer),
        DeepRnn deep => [.. deep.Layers.SelectMany((layer, l) => KinksOf(layer).Select(name => $"{l + 1}.{name}"))],
        _ => [],
    };
}
