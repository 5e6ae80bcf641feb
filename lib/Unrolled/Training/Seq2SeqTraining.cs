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
        // A step more than the longest target has symbols, for its end.
        int longest = pairs.Max(pair => pair.Target.Length) + 1;
        IReadOnlyList<Hypothesis> written = model.Greedy(batch.Source, longest, batch.SourceLengths);
        return ExactMatch(pairs, written);
    }

    /// <summary>The share of the pairs whose whole target was written, the end included.</summary>
    /// <param name="pairs">At least one.</param>
    /// <param name="written">What was written for each source, by any search.</param>
    /// <exception cref="ArgumentException">There is not one for each pair, or no pair.</exception>
    public static double ExactMatch(IReadOnlyList<SequencePair> pairs, IReadOnlyList<Hypothesis> written)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        ArgumentNullException.ThrowIfNull(written);
        if (pairs.Count == 0 || written.Count != pairs.Count)
        {
            throw new ArgumentException(
                $"There are {pairs.Count} pairs and {written.Count} written targets; expected one for each, and at "
                + "least one.",
                nameof(written));
        }

        return pairs.Zip(written, (pair, target) => target.IsComplete && target.Symbols.SequenceEqual(pair.Target))
            .Count(right => right) / (double)pairs.Count;
    }

    /// <summary>
    /// ln p of each of some targets, the end included, given a source: what ranks ready-made targets instead of writing
    /// one.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="source">The source's symbols, at least one.</param>
    /// <param name="targets">The targets, at least one.</param>
    /// <returns>ln p, in the order of the targets.</returns>
    /// <exception cref="ArgumentException">The source is empty, there is no target, or a symbol is unknown.</exception>
    public static double[] LogProbabilities(
        this Seq2Seq model, IReadOnlyList<int> source, IReadOnlyList<int[]> targets)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(targets);
        PairBatch batch = model.Batch([.. targets.Select(target => new SequencePair([.. source], target))]);
        Tensor logits = model.Forward(batch.Source, batch.Read, batch.SourceLengths).Output;
        int symbols = logits.Shape[2];
        Tensor rows = logits.Reshaped(logits.Count / symbols, symbols);
        return
        [
            .. targets.Select((target, b) => target.Append(model.End)
                .Select((symbol, t) => Seq2Seq.LogProbabilities(rows, t * targets.Count + b)[symbol]).Sum()),
        ];
    }

    /// <summary>
    /// The batch with less teacher forcing (scheduled sampling, Bengio et al. 2015): each symbol that the decoder reads
    /// after the start is, with some probability, the one that it has itself just found most probable. The targets stay
    /// the true ones, and no gradient goes through the choice.
    /// </summary>
    /// <param name="model">The model with the parameters that choose; after a training step, mix another batch.</param>
    /// <param name="batch">The batch, with the true symbols.</param>
    /// <param name="ownShare">
    /// The probability of reading its own symbol: 0 is teacher forcing, 1 is reading as in use.
    /// </param>
    /// <param name="random">The seeded source: one number for each symbol that may be replaced.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is no probability.</exception>
    /// <exception cref="ArgumentException">The batch does not fit the model.</exception>
    public static PairBatch ReadingOwn(this Seq2Seq model, PairBatch batch, double ownShare, Random random)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(random);
        if (!(ownShare is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(ownShare), ownShare, $"ownShare is {ownShare}; expected a probability from 0 to 1.");
        }

        if (ownShare == 0)
            return batch;
        int[,] read = (int[,])batch.Read.Clone();
        Seq2SeqStream stream = model.Write(batch.Source, batch.SourceLengths);
        int[] symbols = new int[read.GetLength(1)];
        for (int t = 0; t < read.GetLength(0) - 1; t++)
        {
            for (int b = 0; b < symbols.Length; b++)
                symbols[b] = read[t, b];
            Tensor logits = stream.Step(symbols);
            for (int b = 0; b < symbols.Length; b++)
            {
                if (random.NextDouble() < ownShare)
                    read[t + 1, b] = ArgMax.IndexOf(logits.At(b));
            }
        }

        return batch with { Read = read };
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

    /// <summary>Trains the model on a batch of one's own at every step.</summary>
    /// <param name="model">The model.</param>
    /// <param name="nextBatch">
    /// The batch of a step, counted from 0, for the model as it is then; it draws from the run's source.
    /// </param>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="steps">The number of steps.</param>
    /// <param name="clipNorm">The norm at which the gradient is clipped; no clipping if null.</param>
    /// <param name="random">
    /// The only source of random numbers: at every step first for the batch, then for dropout.
    /// </param>
    /// <returns>The loss and gradient norm of every step.</returns>
    /// <inheritdoc cref="Fit(Seq2Seq, ITask{SequencePair}, Optimizer, int, int, double?, Xoshiro256)"/>
    public static TrainingHistory Fit(
        this Seq2Seq model,
        Func<long, Random, PairBatch> nextBatch,
        Optimizer optimizer,
        int steps,
        double? clipNorm,
        Xoshiro256 random) =>
        new Trainer(model, optimizer, nextBatch, random) { ClipNorm = clipNorm }.Run(steps);

    /// <summary>
    /// Trains the model on some pairs, drawn with equal probability, with teacher forcing or less of it.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="pairs">The pairs, at least one.</param>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="steps">The number of steps.</param>
    /// <param name="batch">The number of pairs of a step.</param>
    /// <param name="clipNorm">The norm at which the gradient is clipped; no clipping if null.</param>
    /// <param name="random">The only source of random numbers.</param>
    /// <param name="ownShare">As in <see cref="ReadingOwn"/>; 0, teacher forcing, if not given.</param>
    /// <returns>The loss and gradient norm of every step.</returns>
    /// <inheritdoc cref="Fit(Seq2Seq, ITask{SequencePair}, Optimizer, int, int, double?, Xoshiro256)"/>
    public static TrainingHistory Fit(
        this Seq2Seq model,
        IReadOnlyList<SequencePair> pairs,
        Optimizer optimizer,
        int steps,
        int batch,
        double? clipNorm,
        Xoshiro256 random,
        double ownShare = 0)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        TrainingCheck.RequireAtLeast(pairs.Count, 1, nameof(pairs));
        TrainingCheck.RequireAtLeast(batch, 1, nameof(batch));
        PairBatch Next(long step, Random source) => model.ReadingOwn(
            model.Batch([.. Enumerable.Range(0, batch).Select(_ => pairs[source.Next(pairs.Count)])]),
            ownShare, source);
        return model.Fit(Next, optimizer, steps, clipNorm, random);
    }
}
