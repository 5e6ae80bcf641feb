
namespace Unrolled;

/// <summary>
/// A string of the Reber grammar, whose every next symbol is to be predicted (Cleeremans, Servan-Schreiber and
/// McClelland 1989). Two symbols are legal at most places, so what counts is whether the likeliest ones are the
/// <see cref="FiniteAutomaton.LegalAfterEach">legal</see> ones: <see cref="ReberGrammar.IsRight"/>.
/// <para>
/// Inputs [length − 1, 7]: one-hot, in the order of <see cref="ReberGrammar.Alphabet"/>, without the last symbol.
/// Targets [length − 1]: the next symbol. Baseline: always the symbol that is most frequent. Invariant:
/// <see cref="ReberGrammar.Plain"/> accepts the text.
/// </para>
/// </summary>
public sealed class ReberTask : ITask<ClassExample>
{
    /// <inheritdoc/>
    public string Name => "Reber grammar";

    /// <inheritdoc/>
    public int InputSize => ReberGrammar.Alphabet.Length;

    /// <inheritdoc/>
    public int OutputSize => ReberGrammar.Alphabet.Length;

    /// <inheritdoc/>
    public Baseline Baseline => new(
        ScoreMeasure.Accuracy,
        ReberGrammar.MostFrequentShare(ReberGrammar.Plain, withoutFirst: true),
        "always the most frequent symbol");

    /// <inheritdoc/>
    public ClassExample Draw(Random random) => ReberGrammar.NextSymbols(ReberGrammar.Plain.Draw(random));
}
