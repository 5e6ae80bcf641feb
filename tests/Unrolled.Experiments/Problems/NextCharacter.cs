using Unrolled.Experiments.Rows;
using Unrolled.Experiments.Trials;

namespace Unrolled.Experiments.Problems;

/// <summary>
/// The next character of a book, from all before it. The part to learn from is cut into streams that run side by side,
/// again and again; the part to be scored on is read in one pass.
/// </summary>
internal sealed class NextCharacter : IProblem
{
    private const int StreamsTogether = 32;
    private const int Window = 64;
    private const int NGramOrder = 5;

    private readonly int symbols;
    private readonly IReadOnlyList<StreamWindow> windows;
    private readonly StreamWindow test;

    /// <summary>A text in two parts.</summary>
    /// <param name="train">The symbols to learn from.</param>
    /// <param name="test">The symbols to be scored on.</param>
    /// <param name="symbols">The number of different symbols.</param>
    internal NextCharacter(int[] train, int[] test, int symbols)
    {
        this.symbols = symbols;
        // The rest at the end is not learned from; every stream's last target is the next one's first input.
        int length = (train.Length - 1) / StreamsTogether;
        windows = StreamWindow.Cut(
            [.. Enumerable.Range(0, StreamsTogether).Select(b => Stream(train.AsSpan(b * length, length + 1)))],
            Window);
        this.test = StreamWindow.Cut([Stream(test)], test.Length)[0];
        Baselines = [.. Counted(train).Select(counted => new Trivial(counted.Name, counted.BitsPerSymbol(test)))];
    }

    public Score Score { get; } = new("bits a character", MoreIsBetter: false);

    public IReadOnlyList<Trivial> Baselines { get; }

    public ITrial Begin(Row row, Xoshiro256 random)
    {
        SequenceModel model = new(row.CreateLayer(symbols, random), symbols, OutputAt.EveryStep, random);
        StreamWindow Next(long step, Random source) => windows[(int)(step % windows.Count)];
        Trainer trainer = new(model, new Adam(row.LearningRate), Next, random) { ClipNorm = Protocol.ClipNorm };
        return new Trial(trainer, _ => Measure(model));
    }

    private Measurement Measure(SequenceModel model) =>
        new(test.Targets.Loss(model.Forward(test.Inputs!).Output).Value / Math.Log(2));

    private IEnumerable<NGram> Counted(int[] train) =>
    [
        NGram.Dirichlet(train, symbols, NGramOrder),
        NGram.WittenBell(train, symbols, NGramOrder),
        NGram.KneserNey(train, symbols, NGramOrder),
    ];

    // Every character but the last is read, and every next one is a target.
    private ClassExample Stream(ReadOnlySpan<int> text)
    {
        double[][] inputs = new double[text.Length - 1][];
        for (int t = 0; t < inputs.Length; t++)
        {
            inputs[t] = new double[symbols];
            inputs[t][text[t]] = 1;
        }

        return ClassExample.AtEveryStep(inputs, text[1..].ToArray());
    }
}
