namespace Unrolled;

/// <summary>
/// Training of a cell by backpropagation through time, or by the gradient of <see cref="ElmanRule"/>, in
/// <see cref="double"/>, one sequence at a time.
/// </summary>
public static class CellTraining
{
    /// <summary>Takes one optimizer step by the gradient of the loss of a whole sequence.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="xs">The inputs, [time, input].</param>
    /// <param name="targets">The targets, [time, output]; null at a step that has none.</param>
    /// <param name="loss">The loss of a step; its sum over the sequence is what is lowered.</param>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="clipNorm">The norm at which the gradient is clipped, more than 0; no clipping if null.</param>
    /// <param name="throughTime">
    /// Whether the gradient goes through the state to the steps before: backpropagation through time. If not, it is
    /// <see cref="ElmanRule.Gradient"/>.
    /// </param>
    /// <returns>The mean loss of a target step, and the norm of the gradient before clipping.</returns>
    /// <exception cref="ArgumentException">A shape is wrong, or there is no target.</exception>
    /// <exception cref="NonFiniteException">
    /// The loss or the gradient is not finite; nothing has changed then.
    /// </exception>
    public static (double Loss, double GradientNorm) Learn(
        this ICell cell,
        IReadOnlyList<Vector> xs,
        IReadOnlyList<Vector?> targets,
        ILoss loss,
        Optimizer optimizer,
        double? clipNorm = null,
        bool throughTime = true)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(optimizer);
        TrainingCheck.RequirePositive(clipNorm, nameof(clipNorm));
        int count = targets.Count(target => target is not null);
        if (count == 0)
            throw new ArgumentException("No step has a target; expected at least one.", nameof(targets));
        CellTrace run = cell.Run(xs);
        SequenceLoss losses = SequenceLoss.Of(loss, run.Outputs, targets);
        CellGradient whole = throughTime
            ? BackpropagationThroughTime.Gradient(cell, run, losses.Gradients)
            : ElmanRule.Gradient(cell, run, losses.Gradients);
        ParameterSet gradient = whole.OfParameters.Parameters;
        double norm = GradientClipping.Norm(gradient);
        if (!double.IsFinite(losses.Total) || !double.IsFinite(norm))
            throw new NonFiniteException($"The loss is {losses.Total}, the norm of the gradient {norm}.");
        if (clipNorm is { } limit)
            GradientClipping.ByNorm(gradient, limit);
        optimizer.Step(cell.Parameters, gradient);
        return (losses.Total / count, norm);
    }

    /// <summary>Trains a cell on one sequence after another.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="next">
    /// The sequence of a step, counted from 0: inputs, [time, input], and targets, [time, output], which are null at
    /// steps without a target.
    /// </param>
    /// <param name="loss">The loss of a step; its sum over the sequence is what is lowered.</param>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="steps">The number of sequences, at least 0.</param>
    /// <param name="clipNorm">The norm at which the gradient is clipped, more than 0; no clipping if null.</param>
    /// <param name="throughTime">
    /// Whether the gradient goes through the state to the steps before: backpropagation through time. If not, it is
    /// <see cref="ElmanRule.Gradient"/>.
    /// </param>
    /// <returns>The mean loss of a target step and the gradient norm of every sequence.</returns>
    /// <exception cref="ArgumentException">A shape is wrong, or a sequence has no target.</exception>
    /// <exception cref="NonFiniteException">The loss or the gradient is not finite.</exception>
    public static TrainingHistory Fit(
        this ICell cell,
        Func<int, (IReadOnlyList<Vector> Inputs, IReadOnlyList<Vector?> Targets)> next,
        ILoss loss,
        Optimizer optimizer,
        int steps,
        double? clipNorm = null,
        bool throughTime = true)
    {
        ArgumentNullException.ThrowIfNull(next);
        TrainingHistory history = new();
        history.Reserve(TrainingCheck.RequireAtLeast(steps, 0, nameof(steps)));
        for (int step = 0; step < steps; step++)
        {
            (IReadOnlyList<Vector> xs, IReadOnlyList<Vector?> targets) = next(step);
            (double value, double norm) = cell.Learn(xs, targets, loss, optimizer, clipNorm, throughTime);
            history.Add(value, norm);
            Trainer.Progress?.Report((step + 1, steps, value));
        }

        return history;
    }

    /// <summary>
    /// The share of the target steps at which the largest output stands where the target's largest element does.
    /// </summary>
    /// <param name="cell">The cell, with one output for each class.</param>
    /// <param name="xs">The inputs, [time, input].</param>
    /// <param name="targets">The targets, [time, output]; null at a step that has none.</param>
    /// <returns>The share, from 0 to 1.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or there is no target.</exception>
    public static double Accuracy(this ICell cell, IReadOnlyList<Vector> xs, IReadOnlyList<Vector?> targets)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(xs);
        ArgumentNullException.ThrowIfNull(targets);
        Shapes.RequireSteps(targets.Count, xs.Count, nameof(targets), nameof(xs));
        bool[] right = [.. cell.Run(xs).Outputs.Zip(targets)
            .Where(step => step.Second is not null)
            .Select(step => step.First.MaximumIndex() == step.Second!.MaximumIndex())];
        return right.Length == 0
            ? throw new ArgumentException("No step has a target; expected at least one.", nameof(targets))
            : right.Count(one => one) / (double)right.Length;
    }

    /// <summary>The vectors of an example that cells take: its inputs, and its classes as one-hot targets.</summary>
    /// <param name="example">The example.</param>
    /// <param name="classes">The number of classes.</param>
    /// <returns>Inputs, [time, feature], and targets, [time, class], null at a step that has none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A class is not in 0 … classes − 1.</exception>
    public static (Vector[] Inputs, Vector?[] Targets) AsVectors(this ClassExample example, int classes)
    {
        ArgumentNullException.ThrowIfNull(example);
        return (
            Sequence.OfRows(example.Inputs),
            [.. example.Targets.Zip(example.Mask, (target, asked) => asked ? Sequence.OneHot(target, classes) : null)]);
    }
}
