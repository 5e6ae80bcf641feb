
namespace Unrolled;

/// <summary>Learns to write targets, with teacher forcing: at every step the decoder reads the true symbol before it.</summary>
/// <param name="model">The model.</param>
public sealed class PairLearner(Seq2Seq model) : ILearner<PairBatch>
{
    private Seq2SeqPass? pass;
    private Tensor? dOutput;

    /// <inheritdoc/>
    public ParameterList Parameters => model.Parameters;

    /// <inheritdoc/>
    public double Learn(PairBatch batch, Random random)
    {
        ArgumentNullException.ThrowIfNull(batch);
        pass = model.Forward(batch.Source, batch.Read, batch.SourceLengths, random, pass);
        LossValue value = batch.Targets.Loss(pass.Output, dOutput);
        dOutput = value.Gradient;
        model.Backward(pass, value.Gradient);
        return value.Value;
    }

    /// <summary>The loss without learning and without dropout.</summary>
    public double Evaluate(PairBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return batch.Targets.Loss(model.Forward(batch.Source, batch.Read, batch.SourceLengths).Output).Value;
    }

    /// <summary>The share of pairs whose whole target the model writes, the end included, if it reads its own symbols.</summary>
    /// <param name="pairs">At least one.</param>
    /// <exception cref="ArgumentException">There is no pair, or a source is empty.</exception>
    public double ExactMatch(IReadOnlyList<SequencePair> pairs)
    {
        PairBatch batch = PairBatch.Of(pairs, model.Start, model.End);
        // One symbol more than the longest target, so that a decoder that does not stop is seen.
        IReadOnlyList<int[]> written = model.Greedy(batch.Source, pairs.Max(pair => pair.Target.Length) + 1, batch.SourceLengths);
        return pairs.Zip(written).Count(pair => pair.First.Target.SequenceEqual(pair.Second)) / (double)pairs.Count;
    }
}
