
namespace Unrolled.Charts.Tests.Diagrams;

/// <summary>Small seeded cells and what they did on ten symbols.</summary>
internal static class Runs
{
    public const int Inputs = 5, Hidden = 4;

    public static string[] Symbols { get; } = ["B", "T", "S", "S", "X", "X", "T", "V", "V", "B"];

    /// <summary>Every cell that has a drawing.</summary>
    public static IReadOnlyDictionary<string, Func<ICell>> Cells { get; } = new Dictionary<string, Func<ICell>>
    {
        ["elman"] = () => Seeded(ElmanNetwork.Zeros(Inputs, Hidden, 2)),
        ["elman, softmax"] = () => Seeded(ElmanNetwork.Zeros(Inputs, Hidden, 3, OutputActivation.Softmax)),
        ["rnn"] = () => Seeded(RnnCell.Zeros(Inputs, Hidden)),
        ["rnn, relu"] = () => Seeded(RnnCell.Zeros(Inputs, Hidden, Activation.Relu)),
        ["lstm 1997"] = () => Seeded(Lstm1997Cell.Zeros(Inputs, Hidden)),
        ["lstm"] = () => Seeded(LstmCell.Zeros(Inputs, Hidden)),
        ["lstm, peephole"] = () => Seeded(PeepholeLstmCell.Zeros(Inputs, Hidden)),
        ["gru, after"] = () => Seeded(GruCell.Zeros(Inputs, Hidden)),
        ["gru, after, takes"] = () =>
            Seeded(GruCell.Zeros(Inputs, Hidden, ResetPlacement.AfterProduct, UpdateConvention.TakesCandidate)),
        ["gru, before"] = () => Seeded(GruCell.Zeros(Inputs, Hidden, ResetPlacement.BeforeProduct)),
        ["gru, before, takes"] = () =>
            Seeded(GruCell.Zeros(Inputs, Hidden, ResetPlacement.BeforeProduct, UpdateConvention.TakesCandidate)),
        ["lstm with read-out"] = () =>
            new CellWithOutput(Seeded(LstmCell.Zeros(Inputs, Hidden)), OutputLayer.Zeros(Hidden, 2)),
    };

    public static T Seeded<T>(T cell, double bound = 1.5) where T : ICell
    {
        Initialize.Uniform(cell.Parameters, bound, new Xoshiro256(7));
        return cell;
    }

    public static CellTrace OfSymbols(ICell cell) =>
        cell.Run(Sequence.OneHot([0, 1, 2, 2, 3, 3, 1, 4, 4, 0], cell.InputSize));

    /// <summary>Two bidirectional layers, of 3 and of 2 units in each direction, which read numbers.</summary>
    public static DeepBidirectionalRnn Bidirectional()
    {
        var network = new DeepBidirectionalRnn(
            new(RnnCell.Zeros(1, 3), RnnCell.Zeros(1, 3)), new(RnnCell.Zeros(6, 2), RnnCell.Zeros(6, 2)));
        Initialize.Uniform(network.Parameters, 1.2, new Xoshiro256(7));
        return network;
    }

    public static CellTrace Empty { get; } = new([]);
}
