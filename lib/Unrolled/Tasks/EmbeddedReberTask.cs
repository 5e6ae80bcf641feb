
namespace Unrolled;

/// <summary>
/// A string of the embedded Reber grammar, whose every next symbol is to be predicted (Hochreiter and Schmidhuber 1997,
/// experiment 1). The last symbol but one is that of the beginning: its target step is <see cref="RecallStep"/>, and
/// without memory of the beginning it is right half of the time.
/// <para>
/// Inputs [length − 1, 7]: one-hot, in the order of <see cref="ReberGrammar.Alphabet"/>, without the last symbol.
/// Targets [length − 1]: the next symbol. Baseline: always the symbol that is most frequent. Invariant:
/// <see cref="ReberGrammar.Embedded"/> accepts the text; it has at least 9 symbols.
/// </para>
/// </summary>
public sealed class EmbeddedReberTask : ITask<ClassExample>
{
    /// <summary>The share of right answers at the recall step without memory.</summary>
    public const double RecallBaseline = .5;

    /// <inheritdoc/>
    public string Name => "Embedded Reber grammar";

    /// <inheritdoc/>
    public int InputSize => ReberGrammar.Alphabet.Length;

    /// <inheritdoc/>
    public int OutputSize => ReberGrammar.Alphabet.Length;

    /// <inheritdoc/>
    public Baseline Baseline => new(
        ScoreMeasure.Accuracy,
        ReberGrammar.MostFrequentShare(ReberGrammar.Embedded, withoutFirst: true),
        "always the most frequent symbol");

    /// <summary>The step whose target is the T or P of the beginning: the last but one.</summary>
    /// <param name="example">An example of this task.</param>
    public static int RecallStep(ClassExample example) => example.Length - 2;

    /// <inheritdoc/>
    public ClassExample Draw(Random random) => ReberGrammar.NextSymbols(ReberGrammar.Embedded.Draw(random));
}
