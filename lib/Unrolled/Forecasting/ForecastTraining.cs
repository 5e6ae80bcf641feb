namespace Unrolled;

/// <summary>
/// Training of a <see cref="SequenceModel"/> that reads the last values of a series, [time, batch, 1], and forecasts
/// one to come: by the squared error the value itself, or by the pinball loss its quantiles, an output for each level.
/// </summary>
public static class ForecastTraining
{
    /// <summary>The windows as a batch for the model, whose one target step is the last.</summary>
    /// <param name="model">The model.</param>
    /// <param name="windows">At least one.</param>
    /// <param name="quantiles">The levels τ of the outputs, rising, between 0 and 1; null for the value itself.</param>
    /// <exception cref="ArgumentException">There is no window, or the levels do not rise between 0 and 1.</exception>
    public static SequenceBatch Batch(
        this SequenceModel model, IReadOnlyList<SlidingWindow> windows, IReadOnlyList<double>? quantiles = null)
    {
        ArgumentNullException.ThrowIfNull(windows);
        SequenceBatch batch = model.Batch([.. windows.Select(Example)]);
        if (quantiles is null)
            return batch;
        var targets = (ValueTargets)batch.Targets;
        return new SequenceBatch(
            batch.Inputs!, new QuantileTargets(targets.Values, quantiles, targets.Mask), batch.Lengths);
    }

    /// <summary>The mean squared error of the forecasts or, with quantiles, the mean pinball loss.</summary>
    /// <inheritdoc cref="Batch"/>
    public static double Loss(
        this SequenceModel model, IReadOnlyList<SlidingWindow> windows, IReadOnlyList<double>? quantiles = null) =>
        model.Loss(model.Batch(windows, quantiles));

    /// <summary>Trains the model on windows that are drawn, with replacement, from a list.</summary>
    /// <param name="model">The model.</param>
    /// <param name="windows">At least one.</param>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="steps">The number of steps.</param>
    /// <param name="batch">The number of windows of a step.</param>
    /// <param name="clipNorm">The norm at which the gradient is clipped; no clipping if null.</param>
    /// <param name="random">
    /// The only source of random numbers: at every step first for the windows, then for dropout.
    /// </param>
    /// <param name="quantiles">The levels τ of the outputs, rising, between 0 and 1; null for the value itself.</param>
    /// <returns>The loss and gradient norm of every step.</returns>
    /// <exception cref="ArgumentException">There is no window, or the model has other inputs or outputs.</exception>
    /// <exception cref="NonFiniteException">A loss or gradient is NaN or infinite.</exception>
    public static TrainingHistory Fit(
        this SequenceModel model,
        IReadOnlyList<SlidingWindow> windows,
        Optimizer optimizer,
        int steps,
        int batch,
        double? clipNorm,
        Xoshiro256 random,
        IReadOnlyList<double>? quantiles = null)
    {
        ArgumentNullException.ThrowIfNull(windows);
        TrainingCheck.RequireAtLeast(batch, 1, nameof(batch));
        if (windows.Count == 0)
            throw new ArgumentException("There is no window; expected at least one.", nameof(windows));
        SequenceBatch Next(long step, Random source) => model.Batch(
            [.. Enumerable.Range(0, batch).Select(_ => windows[source.Next(windows.Count)])], quantiles);
        return model.Fit(Next, optimizer, steps, clipNorm, random);
    }

    private static ValueExample Example(SlidingWindow window) =>
        ValueExample.AtLastStep([.. window.Inputs.Select(value => new[] { value })], window.Target);
}
