
namespace Unrolled;

/// <summary>
/// The continual embedded Reber grammar (Gers, Schmidhuber and Cummins 2000): strings of the embedded grammar joined to
/// one stream that nothing divides and that no reset interrupts. A memory that cannot forget fills up: the experiment
/// for which the forget gate was introduced.
/// <para>
/// Inputs [T, 7]: one-hot, in the order of <see cref="ReberGrammar.Alphabet"/>. Targets [T]: the next symbol. The last
/// string may be cut off. Baseline: always the symbol that is most frequent in a long stream; at the
/// <see cref="ReberGrammar.RecallSteps">recall steps</see> alone <see cref="EmbeddedReberTask.RecallBaseline"/>.
/// Invariant: every symbol is legal in <see cref="ReberGrammar.ContinualEmbedded"/>.
/// </para>
/// </summary>
/// <param name="length">T, at least 1.</param>
/// <exception cref="ArgumentOutOfRangeException">T is not positive.</exception>
public sealed class ContinualReberTask(int length) : ITask<ClassExample>
{
    /// <summary>T.</summary>
    public int Length { get; } = Require.AtLeast(length, 1);

    /// <inheritdoc/>
    public string Name => $"Continual embedded Reber grammar, T = {Length}";

    /// <inheritdoc/>
    public int InputSize => ReberGrammar.Alphabet.Length;

    /// <inheritdoc/>
    public int OutputSize => ReberGrammar.Alphabet.Length;

    /// <inheritdoc/>
    public Baseline Baseline => new(
        ScoreMeasure.Accuracy,
        ReberGrammar.MostFrequentShare(ReberGrammar.ContinualEmbedded, withoutFirst: false),
        "always the most frequent symbol");

    /// <inheritdoc/>
    public ClassExample Draw(Random random) =>
        ReberGrammar.NextSymbols(ReberGrammar.ContinualEmbedded.DrawStream(Length + 1, random));
}
