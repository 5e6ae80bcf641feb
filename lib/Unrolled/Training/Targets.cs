namespace Unrolled;

/// <summary>A loss and its gradient.</summary>
/// <param name="Value">The mean over all places that count.</param>
/// <param name="Gradient">dL/d output, in the outputs' shape; 0 at places that do not count.</param>
public readonly record struct LossValue(double Value, Tensor Gradient);

/// <summary>
/// The targets of a batch, with the loss that belongs to them. A place is one step of one sequence, or, where only the
/// last step is read, one sequence.
/// </summary>
public abstract record Targets
{
    /// <summary>[time, batch]: 1 at places that count and 0 elsewhere; all places count if null.</summary>
    public abstract Tensor? Mask { get; init; }

    /// <summary>The loss of a model's outputs.</summary>
    /// <param name="output">The outputs, [batch, feature] or [time, batch, feature].</param>
    /// <param name="reuse">An earlier gradient whose buffer may be overwritten.</param>
    /// <exception cref="ArgumentException">
    /// The outputs do not have the targets' places, or a target is invalid.
    /// </exception>
    public abstract LossValue Loss(Tensor output, Tensor? reuse = null);

    /// <summary>Whether outputs of this shape have the targets' places.</summary>
    internal abstract bool Fit(Tensor output);
}

/// <summary>Classes, with the cross-entropy of logits as their loss.</summary>
/// <param name="Classes">The class of each place, from 0: [batch], or row by row [time · batch].</param>
/// <param name="Mask">[time, batch]: 1 at places that count and 0 elsewhere; all places count if null.</param>
public sealed record ClassTargets(int[] Classes, Tensor? Mask = null) : Targets
{
    private readonly int[]? shape;

    /// <summary>Classes of every step.</summary>
    /// <param name="classes">The class of each place, from 0, [time, batch].</param>
    /// <param name="mask">[time, batch]: 1 at places that count and 0 elsewhere; all places count if null.</param>
    public ClassTargets(int[,] classes, Tensor? mask = null)
        : this([.. classes.Cast<int>()], mask) => shape = [classes.GetLength(0), classes.GetLength(1)];

    /// <inheritdoc/>
    public override LossValue Loss(Tensor output, Tensor? reuse = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (shape is not null && !output.Dimensions[..^1].SequenceEqual(shape))
        {
            throw new ArgumentException(
                $"classes has shape {Tensor.Format(shape)}; expected that of {output} without the last dimension.",
                nameof(output));
        }

        return BatchLoss.CrossEntropy(output, Classes, Mask, reuse);
    }

    /// <summary>The share of the places that count at which the largest logit is that of the class.</summary>
    /// <param name="output">The logits, [batch, class] or [time, batch, class].</param>
    /// <exception cref="ArgumentException">The outputs do not have the targets' places, or no place counts.</exception>
    public double Accuracy(Tensor output)
    {
        int[] counted = [.. Enumerable.Range(0, RequirePlaces(output)).Where(Counts)];
        return counted.Length > 0
            ? counted.Count(place => IsRight(output, place)) / (double)counted.Length
            : throw new ArgumentException("No place counts; expected at least one.", nameof(output));
    }

    /// <summary>The share of the sequences that are right at every place that counts.</summary>
    /// <inheritdoc cref="Accuracy"/>
    public double ExactMatch(Tensor output)
    {
        RequirePlaces(output);
        int[][] counted = [.. CountedPlaces(output).Where(places => places.Length > 0)];
        return counted.Length > 0
            ? counted.Count(places => places.All(place => IsRight(output, place))) / (double)counted.Length
            : throw new ArgumentException("No place counts; expected at least one.", nameof(output));
    }

    /// <summary>
    /// The classes of the largest logits at the places that count, [sequence][place], in order of time.
    /// </summary>
    /// <param name="output">The logits, [batch, class] or [time, batch, class].</param>
    /// <exception cref="ArgumentException">The outputs do not have the targets' places.</exception>
    public int[][] Answers(Tensor output)
    {
        RequirePlaces(output);
        return [.. CountedPlaces(output).Select(places => places.Select(place => Answer(output, place)).ToArray())];
    }

    internal override bool Fit(Tensor output) => shape is null
        ? output.Count == Classes.Length * output.Dimensions[^1]
        : output.Dimensions[..^1].SequenceEqual(shape);

    /// <summary>One class for every step of sequences of any lengths, [sequence][time].</summary>
    internal static ClassTargets Of(IReadOnlyList<int[]> classes) => Of(
        classes.Count,
        classes.Max(sequence => sequence.Length),
        b => Enumerable.Range(0, classes[b].Length),
        (t, b) => classes[b][t]);

    internal static ClassTargets Of(IReadOnlyList<ClassExample> examples, OutputAt outputAt) =>
        outputAt == OutputAt.LastStep
            ? new ClassTargets([.. examples.Select(example => example.Targets[^1])])
            : Of(
                examples.Count,
                examples.Max(example => example.Length),
                b => examples[b].TargetSteps,
                (t, b) => examples[b].Targets[t]);

    private static ClassTargets Of(int batch, int time, Func<int, IEnumerable<int>> steps, Func<int, int, int> classAt)
    {
        Tensor mask = new(time, batch);
        int[] classes = new int[mask.Count];
        Array.Fill(classes, ClassExample.NoClass);
        for (int b = 0; b < batch; b++)
        {
            foreach (int t in steps(b))
            {
                classes[t * batch + b] = classAt(t, b);
                mask[t, b] = 1;
            }
        }

        return new ClassTargets(classes, mask);
    }

    private int RequirePlaces(Tensor output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return output.Count == Classes.Length * output.Shape[^1]
            ? Classes.Length
            : throw new ArgumentException($"output is {output}; expected {Classes.Length} places.", nameof(output));
    }

    // A sequence's places lie one batch apart.
    private IEnumerable<int[]> CountedPlaces(Tensor output)
    {
        int batch = output.Shape[^2];
        return Enumerable.Range(0, batch).Select(
            b => Enumerable.Range(0, Classes.Length / batch).Select(t => t * batch + b).Where(Counts).ToArray());
    }

    private bool Counts(int place) => Mask is null || Mask.Values[place] == 1;

    private bool IsRight(Tensor output, int place) => Answer(output, place) == Classes[place];

    private static int Answer(Tensor output, int place) =>
        ArgMax.IndexOf(output.Values.AsSpan(place * output.Shape[^1], output.Shape[^1]));
}

/// <summary>Values, with the mean squared error as their loss.</summary>
/// <param name="Values">The values in the shape of the outputs, [batch, value] or [time, batch, value].</param>
/// <param name="Mask">[time, batch]: 1 at places that count and 0 elsewhere; all places count if null.</param>
public sealed record ValueTargets(Tensor Values, Tensor? Mask = null) : Targets
{
    /// <inheritdoc/>
    public override LossValue Loss(Tensor output, Tensor? reuse = null) =>
        BatchLoss.MeanSquaredError(output, Values, Mask, reuse);

    internal override bool Fit(Tensor output) => Values.HasShape(output.Dimensions);

    internal static ValueTargets Of(IReadOnlyList<ValueExample> examples, OutputAt outputAt)
    {
        int size = examples[0].Targets[0].Length;
        if (outputAt == OutputAt.LastStep)
        {
            Tensor last = new(examples.Count, size);
            for (int b = 0; b < examples.Count; b++)
                Padding.Copy(examples[b].Targets[^1], last.At(b));
            return new ValueTargets(last);
        }

        Tensor mask = new(examples.Max(example => example.Length), examples.Count);
        Tensor values = new(mask.Shape[0], mask.Shape[1], size);
        for (int b = 0; b < examples.Count; b++)
        {
            foreach (int t in examples[b].TargetSteps)
            {
                Padding.Copy(examples[b].Targets[t], values.At(t, b));
                mask[t, b] = 1;
            }
        }

        return new ValueTargets(values, mask);
    }
}

/// <summary>
/// Values of which a model gives quantiles, an output for each level, with the pinball loss as their loss (Koenker and
/// Bassett 1978, Regression Quantiles, Econometrica 46(1):33–50).
/// </summary>
/// <param name="Values">The values, [batch, 1] or [time, batch, 1].</param>
/// <param name="Levels">The level τ of each output, rising, between 0 and 1: .5 for the median.</param>
/// <param name="Mask">[time, batch]: 1 at places that count and 0 elsewhere; all places count if null.</param>
/// <exception cref="ArgumentException">There is no level, or they do not rise between 0 and 1.</exception>
public sealed record QuantileTargets(Tensor Values, IReadOnlyList<double> Levels, Tensor? Mask = null) : Targets
{
    /// <summary>The level τ of each output, rising, between 0 and 1: .5 for the median.</summary>
    public IReadOnlyList<double> Levels { get; } = TrainingCheck.RequireLevels(Levels, nameof(Levels));

    /// <inheritdoc/>
    public override LossValue Loss(Tensor output, Tensor? reuse = null) =>
        BatchLoss.Pinball(output, Values, Levels, Mask, reuse);

    internal override bool Fit(Tensor output) =>
        output.Dimensions[^1] == Levels.Count && output.Dimensions[..^1].SequenceEqual(Values.Dimensions[..^1]);
}

/// <summary>Probabilities of yes and no, with the binary cross-entropy of logits as their loss.</summary>
/// <param name="Values">
/// The probabilities, from 0 to 1, in the shape of the outputs, [batch, feature] or [time, batch, feature].
/// </param>
/// <param name="Mask">[time, batch]: 1 at places that count and 0 elsewhere; all places count if null.</param>
public sealed record BinaryTargets(Tensor Values, Tensor? Mask = null) : Targets
{
    /// <inheritdoc/>
    public override LossValue Loss(Tensor output, Tensor? reuse = null) =>
        BatchLoss.BinaryCrossEntropyWithLogits(output, Values, Mask, reuse);

    internal override bool Fit(Tensor output) => Values.HasShape(output.Dimensions);
}
