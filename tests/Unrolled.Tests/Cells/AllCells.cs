
namespace Unrolled.Tests.Cells;

/// <summary>Every model that is a cell, by name, with 3 inputs and 4 hidden units.</summary>
internal static class AllCells
{
    private static readonly Dictionary<string, Func<ICell>> Makers = new()
    {
        ["Elman"] = () => ElmanNetwork.Zeros(3, 4, 2),
        ["Elman, linear"] = () => ElmanNetwork.Zeros(3, 4, 2, OutputActivation.Linear),
        ["Elman, softmax"] = () => ElmanNetwork.Zeros(3, 4, 2, OutputActivation.Softmax),
        ["Jordan"] = () => JordanNetwork.Zeros(3, 4, 2),
        ["Jordan, μ .5"] = () => new JordanNetwork(3, 4, 2, new Xoshiro256(1)) { SelfWeight = .5 },
        ["Jordan, linear"] = () => JordanNetwork.Zeros(3, 4, 2, OutputActivation.Linear),
        ["Jordan, softmax, μ .3"] = () => new JordanNetwork(3, 4, 2, new Xoshiro256(1), OutputActivation.Softmax)
        {
            SelfWeight = .3,
        },
        ["RNN, tanh"] = () => RnnCell.Zeros(3, 4),
        ["RNN, ReLU"] = () => RnnCell.Zeros(3, 4, Activation.Relu),
        ["LSTM 1997"] = () => Lstm1997Cell.Zeros(3, 4),
        ["LSTM"] = () => LstmCell.Zeros(3, 4),
        ["LSTM, peepholes"] = () => PeepholeLstmCell.Zeros(3, 4),
        ["GRU, after, keeps"] = () => GruCell.Zeros(3, 4, ResetPlacement.AfterProduct, UpdateConvention.KeepsOldState),
        ["GRU, after, takes"] = () => GruCell.Zeros(3, 4, ResetPlacement.AfterProduct, UpdateConvention.TakesCandidate),
        ["GRU, before, keeps"] = () => GruCell.Zeros(
            3, 4, ResetPlacement.BeforeProduct, UpdateConvention.KeepsOldState),
        ["GRU, before, takes"] = () => GruCell.Zeros(
            3, 4, ResetPlacement.BeforeProduct, UpdateConvention.TakesCandidate),
        ["RNN with softmax"] = () => new CellWithOutput(
            RnnCell.Zeros(3, 4), OutputLayer.Zeros(4, 3, OutputActivation.Softmax)),
        ["GRU with logistic units"] = () => new CellWithOutput(
            GruCell.Zeros(3, 4), OutputLayer.Zeros(4, 2, OutputActivation.Logistic)),
        ["deep RNN"] = () => new DeepRnn(RnnCell.Zeros(3, 4), RnnCell.Zeros(4, 3), RnnCell.Zeros(3, 4)),
        ["deep LSTM"] = () => new DeepRnn(LstmCell.Zeros(3, 4), LstmCell.Zeros(4, 3), LstmCell.Zeros(3, 2)),
        ["deep GRU"] = () => new DeepRnn(GruCell.Zeros(3, 4), GruCell.Zeros(4, 3), GruCell.Zeros(3, 2)),
        ["deep, mixed"] = () => new DeepRnn(
            Lstm1997Cell.Zeros(3, 4), RnnCell.Zeros(4, 3, Activation.Relu), PeepholeLstmCell.Zeros(3, 2)),
        ["deep LSTM with read-out"] = () => new CellWithOutput(
            new DeepRnn(LstmCell.Zeros(3, 4), LstmCell.Zeros(4, 3)), OutputLayer.Zeros(3, 2)),
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
