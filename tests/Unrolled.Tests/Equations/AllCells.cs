using Unrolled.Equations;
using Unrolled.Equations.Foundations;

namespace Unrolled.Tests.Equations;

/// <summary>Every model that is a cell, by name, with 3 inputs and 4 hidden units.</summary>
internal static class AllCells
{
    private static readonly Dictionary<string, Func<ICell>> Makers = new()
    {
        ["Elman"] = () => new ElmanNetwork(3, 4, 2),
        ["Elman, linear"] = () => new ElmanNetwork(3, 4, 2, OutputUnits.Linear),
        ["Elman, softmax"] = () => new ElmanNetwork(3, 4, 2, OutputUnits.Softmax),
        ["Jordan"] = () => new JordanNetwork(3, 4, 2),
        ["Jordan, μ .5"] = () => new JordanNetwork(3, 4, 2) { SelfWeight = .5 },
        ["Jordan, linear"] = () => new JordanNetwork(3, 4, 2, OutputUnits.Linear),
        ["Jordan, softmax, μ .3"] = () => new JordanNetwork(3, 4, 2, OutputUnits.Softmax) { SelfWeight = .3 },
        ["RNN, tanh"] = () => new Rnn(3, 4),
        ["RNN, ReLU"] = () => new Rnn(3, 4, Activation.Relu),
        ["LSTM 1997"] = () => new Lstm1997(3, 4),
        ["LSTM"] = () => new Lstm(3, 4),
        ["LSTM, peepholes"] = () => new PeepholeLstm(3, 4),
        ["GRU, after, keeps"] = () => new Gru(3, 4, ResetPlacement.AfterProduct, UpdateConvention.KeepsOldState),
        ["GRU, after, takes"] = () => new Gru(3, 4, ResetPlacement.AfterProduct, UpdateConvention.TakesCandidate),
        ["GRU, before, keeps"] = () => new Gru(3, 4, ResetPlacement.BeforeProduct, UpdateConvention.KeepsOldState),
        ["GRU, before, takes"] = () => new Gru(3, 4, ResetPlacement.BeforeProduct, UpdateConvention.TakesCandidate),
        ["RNN with softmax"] = () => new WithReadOut(new Rnn(3, 4), new ReadOut(4, 3, OutputUnits.Softmax)),
        ["GRU with logistic units"] = () => new WithReadOut(new Gru(3, 4), new ReadOut(4, 2, OutputUnits.Logistic)),
        ["deep RNN"] = () => new Deep(new Rnn(3, 4), new Rnn(4, 3), new Rnn(3, 4)),
        ["deep LSTM"] = () => new Deep(new Lstm(3, 4), new Lstm(4, 3), new Lstm(3, 2)),
        ["deep GRU"] = () => new Deep(new Gru(3, 4), new Gru(4, 3), new Gru(3, 2)),
        ["deep, mixed"] = () => new Deep(new Lstm1997(3, 4), new Rnn(4, 3, Activation.Relu), new PeepholeLstm(3, 2)),
        ["deep LSTM with read-out"] = () => new WithReadOut(new Deep(new Lstm(3, 4), new Lstm(4, 3)), new ReadOut(3, 2)),
    };

    internal static TheoryData<string> Names => [.. Makers.Keys];

    internal static ICell Make(string name) => Makers[name]();

    /// <summary>The quantities of a cell whose change of sign is a kink.</summary>
    internal static IReadOnlyList<string> KinksOf(ICell cell) => cell switch
    {
        Rnn { Activation: Activation.Relu } => ["a"],
        WithReadOut network => KinksOf(network.Layer),
        Deep deep => [.. deep.Layers.SelectMany((layer, l) => KinksOf(layer).Select(name => $"{l + 1}.{name}"))],
        _ => [],
    };
}
