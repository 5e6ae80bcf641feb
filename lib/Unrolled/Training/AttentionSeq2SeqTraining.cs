namespace Unrolled;

/// <summary>Training and evaluation of an <see cref="AttentionSeq2Seq"/>. An evaluation changes nothing.</summary>
public static class AttentionSeq2SeqTraining
{
    /// <summary>The forward pass over a batch of pairs.</summary>
    /// <param name="model">The model.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="reuse">An earlier pass whose buffers may be overwritten.</param>
    /// <exception cref="ArgumentException">The batch does not fit the model.</exception>
    public static AttentionSeq2SeqPass Forward(
        this AttentionSeq2Seq model, PairBatch batch, AttentionSeq2SeqPass? reuse = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(batch);
        return model.Forward(batch.Source, batch.Read, batch.SourceLengths, reuse);
    }

    /// <summary>The mean cross-entropy of a target symbol, the end included, in nats, with teacher forcing.</summary>
    /// <param name="model">The model.</param>
    /// <param name="pairs">At least one; no source may be empty.</param>
    /// <exception cref="ArgumentException">There is no pair, or one does not fit the model.</exception>
    public static double Loss(this AttentionSeq2Seq model, IReadOnlyList<SequencePair> pairs)
    {
        ArgumentNullException.ThrowIfNull(model);
        PairBatch batch = PairBatch.Of(pairs, model.Start, model.End);
        return batch.Targets.Loss(model.Forward(batch).Output).Value;
    }

    /// <summary>
    /// The share of the pairs whose whole target the model writes, the end included, when it reads its own symbols.
    /// </summary>
    /// <inheritdoc cref="Loss"/>
    public static double ExactMatch(this AttentionSeq2Seq model, IReadOnlyList<SequencePair> pairs)
    {
        ArgumentNullException.ThrowIfNull(model);
        PairBatch batch = PairBatch.Of(pairs, model.Start, model.End);
        int longest = pairs.Max(pair => pair.Target.Length) + 1;
        return Seq2SeqTraining.ExactMatch(pairs, model.Greedy(batch.Source, longest, batch.SourceLengths));
    }

    /// <summary>Trains the model on fresh pairs of a task at every step, with teacher forcing.</summary>
    /// <param name="model">The model.</param>
    /// <param name="task">The task.</param>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="steps">The number of steps.</param>
    /// <param name="batch">The number of pairs of a step.</param>
    /// <param name="clipNorm">The norm at which the gradient is clipped; no clipping if null.</param>
    /// <param name="random">The only source of random numbers.</param>
    /// <returns>The loss and gradient norm of every step.</returns>
    /// <exception cref="ArgumentException">The task does not fit the model.</exception>
    /// <exception cref="NonFiniteException">A loss or gradient is NaN or infinite.</exception>
    public static TrainingHistory Fit(
        this AttentionSeq2Seq model,
        ITask<SequencePair> task,
        Optimizer optimizer,
        int steps,
        int batch,
        double? clipNorm,
        Xoshiro256 random)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(task);
        TrainingCheck.RequireAtLeast(batch, 1, nameof(batch));
        AttentionSeq2SeqPass? pass = null;
        Tensor? dOutput = null;
        double AddGradient(long step, Random source)
        {
            PairBatch pairs = PairBatch.Of(task.Draw(batch, source), model.Start, model.End);
            pass = model.Forward(pairs, pass);
            LossValue loss = pairs.Targets.Loss(pass.Output, dOutput);
            dOutput = loss.Gradient;
            model.Backward(pass, loss.Gradient);
            return loss.Value;
        }

        return new Trainer(model.Parameters, optimizer, AddGradient, random) { ClipNorm = clipNorm }.Run(steps);
    }
}
