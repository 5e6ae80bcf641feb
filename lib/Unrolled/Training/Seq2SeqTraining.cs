namespace Unrolled;

/// <summary>
/// Training and evaluation of a <see cref="Seq2Seq"/>. An evaluation uses no dropout and changes nothing.
/// </summary>
public static class Seq2SeqTraining
{
    /// <summary>The pairs as a batch for the model, with its start and end symbols.</summary>
    /// <param name="model">The model.</param>
    /// <param name="pairs">At least one; no source may be empty.</param>
    /// <exception cref="ArgumentException">There is no pair, or a source is empty.</exception>
    public static PairBatch Batch(this Seq2Seq model, IReadOnlyList<SequencePair> pairs)
    {
        ArgumentNullException.ThrowIfNull(model);
        return PairBatch.Of(pairs, model.Start, model.End);
    }

    /// <summary>The mean cross-entropy of a target symbol, the end included, in nats, with teacher forcing.</summary>
    /// <param name="model">The model.</param>
    /// <param name="batch">The batch.</param>
    /// <exception cref="ArgumentException">The batch does not fit the model.</exception>
    public static double Loss(this Seq2Seq model, PairBatch batch)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(batch);
        return batch.Targets.Loss(model.Forward(batch.Source, batch.Read, batch.SourceLengths).Output).Value;
    }

    /// <summary>The mean cross-entropy of a target symbol, the end included, in nats, with teacher forcing.</summary>
    /// <inheritdoc cref="Batch"/>
    public static double Loss(this Seq2Seq model, IReadOnlyList<SequencePair> pairs) => model.Loss(model.Batch(pairs));

    /// <summary>
    /// The share of the pairs whose whole target the model writes, the end included, when it reads its own symbols.
    /// </summary>
    /// <inheritdoc cref="Batch"/>
    public static double ExactMatch(this Seq2Seq model, IReadOnlyList<SequencePair> pairs)
    {
        PairBatch batch = model.Batch(pairs);
        // One symbol more than the longest target, so that a decoder that does not stop is noticed.
        int longest = pairs.Max(pair => pair.Target.Length) + 1;
        IReadOnlyList<int[]> written = model.Greedy(batch.Source, longest, batch.SourceLengths);
        return pairs.Zip(written).Count(pair => pair.First.Target.SequenceEqual(pair.Second)) / (double)pairs.Count;
    }

    /// <summary>Trains the model on fresh pairs of a task at every step, with teacher forcing.</summary>
    /// <param name="model">The model.</param>
    /// <param name="task">The task.</param>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="steps">The number of steps.</param>
    /// <param name="batch">The number of pairs of a step.</param>
    /// <param name="clipNorm">The norm at which the gradient is clipped; no clipping if null.</param>
    /// <param name="random">
    /// The only source of random numbers: at every step first for the pairs, then for dropout.
    /// </param>
    /// <returns>The loss and gradient norm of every step.</returns>
    /// <exception cref="ArgumentException">The task does not fit the model.</exception>
    /// <exception cref="InvalidOperationException">
    /// A recurrent layer's weights are all 0, or another thread is training the same model: each thread needs a model
    /// of its own.
    /// </exception>
    /// <exception cref="NonFiniteException">A loss or gradient is NaN or infinite.</exception>
    public static TrainingHistory Fit(
        this Seq2Seq model,
        ITask<SequencePair> task,
        Optimizer optimizer,
        int steps,
        int batch,
        double? clipNorm,
        Xoshiro256 random)
    {
        ArgumentNullException.ThrowIfNull(task);
        TrainingCheck.RequireAtLeast(batch, 1, nameof(batch));
        PairBatch Next(long step, Random source) => model.Batch(task.Draw(batch, source));
        return new Trainer(model, optimizer, Next, random) { ClipNorm = clipNorm }.Run(steps);
    }
}
