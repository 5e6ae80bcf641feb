
namespace Unrolled.Charts.Tests.Diagrams;

/// <summary>Small seeded cells and what they did on ten symbols.</summary>
internal static class Runs
{
    public const int Inputs = 5, Hidden = 4;

    public static string[] Symbols { get; } = ["B", "T", "S", "S", "X", "X", "T", "V", "V", "B"];

    /// <summary>Every cell that has a drawing.</summary>
    public static IReadOnlyDictionary<string, Func<ICell>> Cells { get; } = new Dictionary<string, Func<ICell>>
    {
        ["elman"] = () => Seeded(new ElmanNetwork(Inputs, Hidden, 2)),
        ["elman, softmax"] = () => Seeded(new ElmanNetwork(Inputs, Hidden, 3, OutputActivation.Softmax)),
        ["rnn"] = () => Seeded(new RnnCell(Inputs, Hidden)),
        ["rnn, relu"] = () => Seeded(new RnnCell(Inputs, Hidden, Activation.Relu)),
        ["lstm 1997"] = () => Seeded(new Lstm1997Cell(Inputs, Hidden)),
        ["lstm"] = () => Seeded(new LstmCell(Inputs, Hidden)),
        ["lstm, peephole"] = () => Seeded(new PeepholeLstmCell(Inputs, Hidden)),
        ["gru, after"] = () => Seeded(new GruCell(Inputs, Hidden)),
        ["gru, after, takes"] = () =>
            Seeded(new GruCell(Inputs, Hidden, ResetPlacement.AfterProduct, UpdateConvention.TakesCandidate)),
        ["gru, before"] = () => Seeded(new GruCell(Inputs, Hidden, ResetPlacement.BeforeProduct)),
        ["gru, before, takes"] = () =>
            Seeded(new GruCell(Inputs, Hidden, ResetPlacement.BeforeProduct, UpdateConvention.TakesCandidate)),
        ["lstm with read-out"] = () =>
            new CellWithOutput(Seeded(new LstmCell(Inputs, Hidden)), new OutputLayer(Hidden, 2)),
    };

    public static T Seeded<T>(T cell, double bound = 1.5) where T : ICell
    {
        CellInitialize.Uniform(cell.Parameters, bound, new Xoshiro256(7));
        return cell;
    }

    public static CellTrace OfSymbols(ICell cell) =>
        cell.Run(Sequence.OneHot([0, 1, 2, 2, 3, 3, 1, 4, 4, 0], cell.InputSize));

    public static CellTrace Empty { get; } = new([]);
}
