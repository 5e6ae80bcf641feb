using static Unrolled.Shapes;

namespace Unrolled;

/// <summary>
/// Training and evaluation of a <see cref="SequenceModel"/>, which knows at which steps its output is read. An
/// evaluation uses no dropout and changes nothing.
/// </summary>
public static class SequenceTraining
{
    // The steps of a text in one forward pass, so that its memory does not grow with the text.
    private const int StepsTogether = 256;

    /// <summary>The examples as a batch for the model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="examples">At least one.</param>
    /// <exception cref="ArgumentException">
    /// There is no example, some have classes and some values, or the model is read at the last step and an example
    /// has no target there.
    /// </exception>
    public static SequenceBatch Batch(this SequenceModel model, IReadOnlyList<TaskExample> examples) =>
        SequenceBatch.Of(examples, RequireNotNull(model).OutputAt);

    /// <summary>The head's outputs for a batch.</summary>
    /// <param name="model">The model.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="dropoutSource">The source of dropout's random numbers; no dropout if null.</param>
    /// <param name="reuse">An earlier pass whose buffers may be overwritten.</param>
    /// <exception cref="ArgumentException">
    /// The batch holds vectors where the model reads symbols, or the reverse.
    /// </exception>
    public static SequencePass Forward(
        this SequenceModel model, SequenceBatch batch, Random? dropoutSource = null, SequencePass? reuse = null)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return batch.Symbols is { } symbols
            ? RequireNotNull(model).Forward(symbols, null, batch.Lengths, dropoutSource, reuse)
            : RequireNotNull(model).Forward(batch.Inputs!, null, batch.Lengths, dropoutSource, reuse);
    }

    /// <summary>The head's outputs for a batch, where no backward pass follows.</summary>
    /// <param name="model">The model.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="reuse">An earlier pass whose buffers may be overwritten.</param>
    /// <exception cref="ArgumentException">
    /// The batch holds vectors where the model reads symbols, or the reverse.
    /// </exception>
    public static SequencePass Infer(this SequenceModel model, SequenceBatch batch, SequencePass? reuse = null)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return batch.Symbols is { } symbols
            ? RequireNotNull(model).Infer(symbols, null, batch.Lengths, reuse)
            : RequireNotNull(model).Infer(batch.Inputs!, null, batch.Lengths, reuse);
    }

    /// <summary>The mean loss of a batch.</summary>
    /// <param name="model">The model.</param>
    /// <param name="batch">The batch.</param>
    /// <exception cref="ArgumentException">The batch does not fit the model.</exception>
    public static double Loss(this SequenceModel model, SequenceBatch batch) =>
        model.LossOf(RequireNotNull(batch).Targets, model.Infer(batch).Output).Value;

    /// <summary>
    /// The mean loss of the target steps: the cross-entropy of classes, in nats, or the squared error of values.
    /// </summary>
    /// <inheritdoc cref="Batch"/>
    public static double Loss(this SequenceModel model, IReadOnlyList<TaskExample> examples) =>
        model.Loss(model.Batch(examples));

    /// <summary>
    /// The mean loss of long streams, such as a text: they are read window by window, with the state carried along, so
    /// that the loss does not depend on where they were cut.
    /// </summary>
    /// <param name="model">The model; it may not read backwards.</param>
    /// <param name="windows">The windows in the order of time, at least one.</param>
    /// <exception cref="ArgumentException">
    /// There is no window, one does not fit the model, or the model reads backwards.
    /// </exception>
    public static double Loss(this SequenceModel model, IReadOnlyList<StreamWindow> windows)
    {
        StreamLearning.RequireOneDirection(model);
        RequireWindow(windows);
        (double sum, double count) = (0, 0);
        SequencePass? pass = null;
        foreach (StreamWindow window in windows)
        {
            pass = model.Infer(window, pass?.Recurrent.Final, pass);
            double places = Positions.Weight(pass.Output, window.Targets.Mask);
            sum += places * model.LossOf(window.Targets, pass.Output).Value;
            count += places;
        }

        return sum / count;
    }

    /// <summary>
    /// The mean of −log₂ p over the symbols of a text, each predicted from all before it, with the state carried along.
    /// The first symbol has none before it and is not counted.
    /// </summary>
    /// <param name="model">A model of the next symbol; it may not read backwards.</param>
    /// <param name="text">The symbols, from 0, at least two.</param>
    /// <exception cref="ArgumentException">
    /// The text has fewer symbols or another one, or the model reads no symbols or reads backwards.
    /// </exception>
    public static double BitsPerSymbol(this SequenceModel model, IReadOnlyList<int> text) =>
        model.Loss(StreamWindow.Cut(text, streams: 1, StepsTogether)) / Math.Log(2);

    /// <summary>The share of the target steps at which the model gives the right class.</summary>
    /// <param name="model">The model.</param>
    /// <param name="batch">The batch, with classes as targets.</param>
    /// <exception cref="ArgumentException">
    /// The targets are not classes, or the batch does not fit the model.
    /// </exception>
    public static double Accuracy(this SequenceModel model, SequenceBatch batch) =>
        Classes(batch).Accuracy(model.OutputFor(batch));

    /// <inheritdoc cref="Accuracy(SequenceModel, SequenceBatch)"/>
    /// <param name="model">The model.</param>
    /// <param name="examples">At least one.</param>
    public static double Accuracy(this SequenceModel model, IReadOnlyList<ClassExample> examples) =>
        model.Accuracy(model.Batch(examples));

    /// <summary>The share of the sequences for which the model gives the right class at every target step.</summary>
    /// <inheritdoc cref="Accuracy(SequenceModel, SequenceBatch)"/>
    public static double ExactMatch(this SequenceModel model, SequenceBatch batch) =>
        Classes(batch).ExactMatch(model.OutputFor(batch));

    /// <summary>The share of the sequences for which the model gives the right class at every target step.</summary>
    /// <inheritdoc cref="Accuracy(SequenceModel, IReadOnlyList{ClassExample})"/>
    public static double ExactMatch(this SequenceModel model, IReadOnlyList<ClassExample> examples) =>
        model.ExactMatch(model.Batch(examples));

    /// <summary>The classes that the model gives at the target steps, [sequence][target step].</summary>
    /// <inheritdoc cref="Accuracy(SequenceModel, SequenceBatch)"/>
    public static int[][] Answers(this SequenceModel model, SequenceBatch batch) =>
        Classes(batch).Answers(model.OutputFor(batch));

    /// <summary>The classes that the model gives at the target steps, [sequence][target step].</summary>
    /// <inheritdoc cref="Accuracy(SequenceModel, IReadOnlyList{ClassExample})"/>
    public static int[][] Answers(this SequenceModel model, IReadOnlyList<ClassExample> examples) =>
        model.Answers(model.Batch(examples));

    /// <summary>Trains the model on fresh examples of a task at every step.</summary>
    /// <param name="model">The model.</param>
    /// <param name="task">The task.</param>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="steps">The number of steps.</param>
    /// <param name="batch">The number of examples of a step.</param>
    /// <param name="clipNorm">The norm at which the gradient is clipped; no clipping if null.</param>
    /// <param name="random">
    /// The only source of random numbers: at every step first for the examples, then for dropout.
    /// </param>
    /// <returns>The loss and gradient norm of every step.</returns>
    /// <exception cref="ArgumentException">The task does not fit the model.</exception>
    /// <exception cref="InvalidOperationException">
    /// The recurrent layer's weights are all 0, or another thread is training the same model: each thread needs a model
    /// of its own.
    /// </exception>
    /// <exception cref="NonFiniteException">A loss or gradient is NaN or infinite.</exception>
    public static TrainingHistory Fit(
        this SequenceModel model,
        ITask<TaskExample> task,
        Optimizer optimizer,
        int steps,
        int batch,
        double? clipNorm,
        Xoshiro256 random) =>
        model.Fit(Draws(model, task, batch), optimizer, steps, clipNorm, random);

    /// <summary>Trains the model on examples that are drawn, with replacement, from a fixed list.</summary>
    /// <inheritdoc cref="Fit(SequenceModel, ITask{TaskExample}, Optimizer, int, int, double?, Xoshiro256)"/>
    /// <param name="model">The model.</param>
    /// <param name="examples">At least one.</param>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="steps">The number of steps.</param>
    /// <param name="batch">The number of examples of a step.</param>
    /// <param name="clipNorm">The norm at which the gradient is clipped; no clipping if null.</param>
    /// <param name="random">
    /// The only source of random numbers: at every step first for the examples, then for dropout.
    /// </param>
    public static TrainingHistory Fit(
        this SequenceModel model,
        IReadOnlyList<TaskExample> examples,
        Optimizer optimizer,
        int steps,
        int batch,
        double? clipNorm,
        Xoshiro256 random)
    {
        TrainingCheck.RequireAtLeast(batch, 1, nameof(batch));
        return model.Fit(
            (_, source) => model.Batch(Some(examples, batch, source)), optimizer, steps, clipNorm, random);
    }

    /// <summary>Trains the model on batches of any kind.</summary>
    /// <param name="model">The model.</param>
    /// <param name="nextBatch">The batch of a step, counted from 0.</param>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="steps">The number of steps.</param>
    /// <param name="clipNorm">The norm at which the gradient is clipped; no clipping if null.</param>
    /// <param name="random">
    /// The only source of random numbers: at every step first for the batch, then for dropout.
    /// </param>
    /// <returns>The loss and gradient norm of every step.</returns>
    /// <exception cref="ArgumentException">A batch does not fit the model.</exception>
    /// <exception cref="InvalidOperationException">
    /// The recurrent layer's weights are all 0, or another thread is training the same model: each thread needs a model
    /// of its own.
    /// </exception>
    /// <exception cref="NonFiniteException">A loss or gradient is NaN or infinite.</exception>
    public static TrainingHistory Fit(
        this SequenceModel model,
        Func<long, Random, SequenceBatch> nextBatch,
        Optimizer optimizer,
        int steps,
        double? clipNorm,
        Xoshiro256 random) =>
        new Trainer(model, optimizer, nextBatch, random) { ClipNorm = clipNorm }.Run(steps);

    /// <summary>
    /// Trains the model on the windows of long streams, one a step and over again after the last, with the state
    /// carried from window to window (Williams and Peng 1990).
    /// </summary>
    /// <param name="model">The model; it may not read backwards.</param>
    /// <param name="windows">The windows in the order of time.</param>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="clipNorm">The norm at which the gradient is clipped; no clipping if null.</param>
    /// <param name="random">The source of dropout's random numbers.</param>
    /// <param name="steps">The number of steps; once over all windows if null.</param>
    /// <returns>The loss and gradient norm of every step.</returns>
    /// <exception cref="ArgumentException">There is no window, or the model reads backwards.</exception>
    /// <exception cref="InvalidOperationException">
    /// The recurrent layer's weights are all 0, or another thread is training the same model.
    /// </exception>
    /// <exception cref="NonFiniteException">A loss or gradient is NaN or infinite.</exception>
    public static TrainingHistory Fit(
        this SequenceModel model,
        IReadOnlyList<StreamWindow> windows,
        Optimizer optimizer,
        double? clipNorm,
        Xoshiro256 random,
        int? steps = null)
    {
        RequireWindow(windows);
        StreamWindow Window(long step, Random source) => windows[(int)(step % windows.Count)];
        return new Trainer(model, optimizer, Window, random) { ClipNorm = clipNorm }.Run(steps ?? windows.Count);
    }

    /// <summary>Trains the model on fresh examples of a task until the task is solved.</summary>
    /// <param name="model">The model.</param>
    /// <param name="task">The task.</param>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="solved">Whether the task is solved, such as <c>() => model.Accuracy(test) >= .99</c>.</param>
    /// <param name="checkEvery">The number of steps before each check.</param>
    /// <param name="atMost">The number of steps at which the run is given up.</param>
    /// <param name="batch">The number of examples of a step.</param>
    /// <param name="clipNorm">The norm at which the gradient is clipped; no clipping if null.</param>
    /// <param name="random">
    /// The only source of random numbers: at every step first for the examples, then for dropout.
    /// </param>
    /// <exception cref="ArgumentException">The task does not fit the model.</exception>
    /// <exception cref="NonFiniteException">A loss or gradient is NaN or infinite.</exception>
    public static TrainingOutcome FitUntil(
        this SequenceModel model,
        ITask<TaskExample> task,
        Optimizer optimizer,
        Func<bool> solved,
        int checkEvery,
        int atMost,
        int batch,
        double? clipNorm,
        Xoshiro256 random) =>
        new Trainer(model, optimizer, Draws(model, task, batch), random) { ClipNorm = clipNorm }
            .RunUntil(solved, checkEvery, atMost);

    /// <summary>The loss of a model's outputs, after a check that the targets are for outputs of this shape.</summary>
    internal static LossValue LossOf(this SequenceModel model, Targets targets, Tensor output, Tensor? reuse = null)
    {
        RequireFit(model, targets, output);
        return targets.Loss(output, reuse);
    }

    /// <summary>The head's outputs for a window, which follows the one that left a state.</summary>
    internal static SequencePass Forward(
        this SequenceModel model,
        StreamWindow window,
        RecurrentState? state,
        Random? dropoutSource = null,
        SequencePass? reuse = null)
    {
        RecurrentState? initial = window.Begins ? null : state;
        return window.Symbols is { } symbols
            ? model.Forward(symbols, initial, null, dropoutSource, reuse)
            : model.Forward(window.Inputs!, initial, null, dropoutSource, reuse);
    }

    private static SequencePass Infer(
        this SequenceModel model, StreamWindow window, RecurrentState? state, SequencePass? reuse)
    {
        RecurrentState? initial = window.Begins ? null : state;
        return window.Symbols is { } symbols
            ? model.Infer(symbols, initial, null, reuse)
            : model.Infer(window.Inputs!, initial, null, reuse);
    }

    private static void RequireWindow(IReadOnlyList<StreamWindow> windows)
    {
        ArgumentNullException.ThrowIfNull(windows);
        if (windows.Count == 0)
            throw new ArgumentException("There is no window; expected at least one.", nameof(windows));
    }

    private static Tensor OutputFor(this SequenceModel model, SequenceBatch batch)
    {
        Tensor output = model.Infer(batch).Output;
        RequireFit(model, batch.Targets, output);
        return output;
    }

    private static void RequireFit(SequenceModel model, Targets targets, Tensor output)
    {
        if (!targets.Fit(output))
        {
            throw new ArgumentException(
                $"The targets are not for outputs of shape {Tensor.Format([.. output.Shape])}, which this model has at "
                    + $"{nameof(OutputAt)}.{model.OutputAt}; model.Batch(examples) makes a batch that fits.",
                nameof(targets));
        }
    }

    private static ClassTargets Classes(SequenceBatch batch) =>
        RequireNotNull(batch).Targets as ClassTargets ?? throw new ArgumentException(
            $"batch has {batch.Targets.GetType().Name}; expected {nameof(ClassTargets)}.", nameof(batch));

    private static Func<long, Random, SequenceBatch> Draws(SequenceModel model, ITask<TaskExample> task, int batch)
    {
        ArgumentNullException.ThrowIfNull(task);
        TrainingCheck.RequireAtLeast(batch, 1, nameof(batch));
        return (_, source) => model.Batch(task.Draw(batch, source));
    }

    private static TaskExample[] Some(IReadOnlyList<TaskExample> examples, int count, Random random)
    {
        ArgumentNullException.ThrowIfNull(examples);
        if (examples.Count == 0)
            throw new ArgumentException("There is no example; expected at least one.", nameof(examples));
        return [.. Enumerable.Range(0, count).Select(_ => examples[random.Next(examples.Count)])];
    }
}
