namespace Unrolled.Charts.Tests.Diagrams;

/// <summary>A beam search that was written by hand, and one of a small seeded network.</summary>
internal static class Beams
{
    private const int End = 0, Symbols = 5;

    /// <summary>Two beginnings are kept; the best target does not begin with what greedy search takes second.</summary>
    public static BeamCandidate[][] Example { get; } =
    [
        [Of("a", -.5, isKept: true), Of("b", -1.2, isKept: true), Of("end", -3.1, isKept: false, isComplete: true)],
        [
            Of("a c", -1.1, isKept: true), Of("a d", -1.3, isKept: true), Of("b c", -2.2, isKept: false),
            Of("b d", -2.4, isKept: false),
        ],
        [
            Of("a c end", -2.5, isKept: true, isComplete: true), Of("a d end", -1.9, isKept: true, isComplete: true),
            Of("a d c", -3.2, isKept: false),
        ],
    ];

    /// <summary>The symbols' names.</summary>
    public static string Name(int symbol) => symbol == End ? "end" : $"{(char)('a' + symbol - 1)}";

    public static EncoderDecoder Network()
    {
        var network = new EncoderDecoder(
            EmbeddingMatrix.Zeros(3, 2), RnnCell.Zeros(2, 4), EmbeddingMatrix.Zeros(Symbols, 3),
            new CellWithOutput(RnnCell.Zeros(3, 4), OutputLayer.Zeros(4, Symbols)), End, End);
        Initialize.Uniform(network.Parameters, 1.2, new Xoshiro256(5));
        return network;
    }

    /// <summary>The levels of a search, from the probabilities of every next symbol.</summary>
    public static List<BeamCandidate[]> Search(EncoderDecoder network, int[] source, int width, int longest)
    {
        List<BeamCandidate[]> levels = [];
        List<(int[] Symbols, double LogProbability)> beam = [([], 0)];
        int found = 0;
        for (int length = 0; length < longest && found < width; length++)
        {
            var next = beam.SelectMany(written => Pointwise
                    .LogSoftmax(network.Run(source, written.Symbols).Decoder.Outputs[^1])
                    .Select((given, symbol) => (
                        Symbols: (int[])[.. written.Symbols, symbol],
                        LogProbability: written.LogProbability + given)))
                .OrderByDescending(one => one.LogProbability).ToList();
            int room = width - found;
            levels.Add(
            [
                .. next.Select((one, place) => new BeamCandidate(
                    [.. one.Symbols.Select(Name)], one.LogProbability, place < room, one.Symbols[^1] == End)),
            ]);
            found += next.Take(room).Count(one => one.Symbols[^1] == End);
            beam = [.. next.Take(room).Where(one => one.Symbols[^1] != End)];
        }

        return levels;
    }

    private static BeamCandidate Of(string symbols, double logProbability, bool isKept, bool isComplete = false) =>
        new(symbols.Split(' '), logProbability, isKept, isComplete);
}
