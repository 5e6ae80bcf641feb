using System.Globalization;
using System.Reflection;
using static Unrolled.Shapes;

// By this name a notebook's host finds Trainer.Progress, and needs no reference to this library.
[assembly: AssemblyMetadata("Notebook.Progress", "Unrolled.Trainer")]

namespace Unrolled;

/// <summary>
/// The training loop: batch, gradient, clipping, optimizer step; validation and early stopping; lines of progress and a
/// history; checkpoints from which a run continues with the same bits. <see cref="SequenceTraining"/> and
/// <see cref="Seq2SeqTraining"/> have shorter methods for runs without these settings.
/// </summary>
public sealed class Trainer
{
    private readonly ParameterList parameters;
    private readonly Optimizer optimizer;
    private readonly Func<long, Random, double> addGradient;
    private readonly Xoshiro256 random;
    private readonly StreamLearning? stream;
    private readonly IReadOnlyList<RecurrentLayer> layers = [];
    private float[][]? best;
    private long validationsSinceBest;

    /// <summary>A run over whole sequences, each from zero state.</summary>
    /// <param name="model">The model.</param>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="nextBatch">The batch of a step, counted from 0; it draws from the run's source.</param>
    /// <param name="random">The run's only source of random numbers: first for the batch, then for dropout.</param>
    public Trainer(
        SequenceModel model, Optimizer optimizer, Func<long, Random, SequenceBatch> nextBatch, Xoshiro256 random)
        : this(
            RequireNotNull(model).Parameters, optimizer,
            new SequenceLearning(model, RequireNotNull(nextBatch)).AddGradient, random) => layers = [model.Recurrent];

    /// <summary>
    /// A run over long streams, by truncated backpropagation through time (Williams and Peng 1990): the state is
    /// carried from window to window, and the gradient stops at a window's first step.
    /// </summary>
    /// <param name="model">The model; it may not read backwards.</param>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="nextWindow">The window of a step, counted from 0; it draws from the run's source.</param>
    /// <param name="random">The run's only source of random numbers: first for the window, then for dropout.</param>
    /// <exception cref="ArgumentException">The model reads backwards.</exception>
    public Trainer(
        SequenceModel model, Optimizer optimizer, Func<long, Random, StreamWindow> nextWindow, Xoshiro256 random)
        : this(new StreamLearning(model, nextWindow), optimizer, random)
    {
    }

    /// <summary>A run over pairs, with teacher forcing.</summary>
    /// <param name="model">The model.</param>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="nextBatch">The batch of a step, counted from 0; it draws from the run's source.</param>
    /// <param name="random">The run's only source of random numbers: first for the batch, then for dropout.</param>
    public Trainer(Seq2Seq model, Optimizer optimizer, Func<long, Random, PairBatch> nextBatch, Xoshiro256 random)
        : this(
            RequireNotNull(model).Parameters, optimizer,
            new PairLearning(model, RequireNotNull(nextBatch)).AddGradient, random) =>
        layers = [model.Encoder, model.Decoder];

    /// <summary>A run of a model of one's own.</summary>
    /// <param name="parameters">The parameters that are learned.</param>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="addGradient">
    /// The loss of a step, counted from 0; it adds the loss's gradient to those that the parameters hold, which are 0.
    /// </param>
    /// <param name="random">The run's only source of random numbers.</param>
    public Trainer(
        ParameterList parameters, Optimizer optimizer, Func<long, Random, double> addGradient, Xoshiro256 random)
    {
        (this.parameters, this.optimizer) = (RequireNotNull(parameters), RequireNotNull(optimizer));
        (this.addGradient, this.random) = (RequireNotNull(addGradient), RequireNotNull(random));
    }

    private Trainer(StreamLearning stream, Optimizer optimizer, Xoshiro256 random)
        : this(stream.Model.Parameters, optimizer, stream.AddGradient, random) =>
        (this.stream, layers) = (stream, [stream.Model.Recurrent]);

    /// <summary>
    /// The receiver of every step of every run in this process, cells' runs included: the step, counted from 1, the
    /// number of steps of the run, and the step's loss; nobody if null. An exception that it throws, such as an
    /// <see cref="OperationCanceledException"/>, ends the run between two steps: the parameters are those after the
    /// step, and the run can go on. It is called on the thread that trains, and by several at once where several runs
    /// go on. The notebook's host shows with it how far a training has come, and stops one that is interrupted.
    /// </summary>
    public static IProgress<(long Step, long Steps, double Loss)>? Progress { get; set; }

    /// <summary>The norm at which the gradient is clipped, more than 0; no clipping if null.</summary>
    public double? ClipNorm
    {
        get;
        init => field = TrainingCheck.RequirePositive(value, nameof(ClipNorm));
    }

    /// <summary>The value at which each element of the gradient is clipped, more than 0; no clipping if null.</summary>
    public double? ClipValue
    {
        get;
        init => field = TrainingCheck.RequirePositive(value, nameof(ClipValue));
    }

    /// <summary>The learning rate of every step, counted from 0; the optimizer's own if null.</summary>
    public Func<long, double>? Schedule { get; init; }

    /// <summary>The loss on data that is not learned from; no validation if null.</summary>
    public Func<double>? Validate { get; init; }

    /// <summary>The number of steps between two validations, at least 1.</summary>
    public int ValidateEvery
    {
        get;
        init => field = TrainingCheck.RequireAtLeast(value, 1, nameof(ValidateEvery));
    }
    = 100;

    /// <summary>The number of validations without a better loss after which the run stops; never if null.</summary>
    public int? Patience
    {
        get;
        init => field = value is { } given ? TrainingCheck.RequireAtLeast(given, 1, nameof(Patience)) : null;
    }

    /// <summary>The number of steps between two lines of progress; none are written if 0.</summary>
    public int ReportEvery
    {
        get;
        init => field = TrainingCheck.RequireAtLeast(value, 0, nameof(ReportEvery));
    }

    /// <summary>The receiver of the lines of progress.</summary>
    public Action<string> Report { get; init; } = Console.WriteLine;

    /// <summary>The number of steps taken.</summary>
    public long Step { get; private set; }

    /// <summary>Whether the run has stopped early.</summary>
    public bool HasStopped { get; private set; }

    /// <summary>The lowest loss of a validation; infinite before the first.</summary>
    public double BestValidationLoss { get; private set; } = double.PositiveInfinity;

    /// <summary>
    /// A copy of the state from which the next window of a stream begins; null before the first, and without a stream.
    /// </summary>
    public RecurrentState? State => stream?.State?.Copy();

    /// <summary>The losses and gradient norms of the run.</summary>
    public TrainingHistory History { get; } = new();

    /// <summary>Takes more steps, unless the run stops early.</summary>
    /// <param name="steps">The number of further steps, at least 0.</param>
    /// <returns>The history since the very first step.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number of steps is negative.</exception>
    /// <exception cref="InvalidOperationException">
    /// The weights of a recurrent layer are all 0, so that they were neither drawn nor loaded, or another run is
    /// training the same model now.
    /// </exception>
    /// <exception cref="NonFiniteException">
    /// A loss or gradient is NaN or infinite; the parameters and the carried state are those before that step.
    /// </exception>
    public TrainingHistory Run(int steps)
    {
        History.Reserve(TrainingCheck.RequireAtLeast(steps, 0, nameof(steps)));
        RunTo(Step + steps, ofSteps: Step + steps);
        return History;
    }

    /// <summary>Takes steps until the task is solved, which is checked again and again.</summary>
    /// <param name="solved">Whether the task is solved.</param>
    /// <param name="checkEvery">The number of steps before each check, at least 1.</param>
    /// <param name="atMost">The number of steps of the whole run at which it is given up, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number of steps is less than 1.</exception>
    public TrainingOutcome RunUntil(Func<bool> solved, int checkEvery, int atMost)
    {
        ArgumentNullException.ThrowIfNull(solved);
        TrainingCheck.RequireAtLeast(checkEvery, 1, nameof(checkEvery));
        TrainingCheck.RequireAtLeast(atMost, 1, nameof(atMost));
        while (Step < atMost && !HasStopped)
        {
            RunTo(Math.Min(Step + checkEvery, atMost), ofSteps: atMost);
            if (solved())
                return new TrainingOutcome(true, Step, History);
        }

        return new TrainingOutcome(false, Step, History);
    }

    /// <summary>Gives the parameters the values that they had at the best validation.</summary>
    /// <exception cref="InvalidOperationException">There was no validation yet.</exception>
    public void RestoreBest()
    {
        if (best is null)
            throw new InvalidOperationException("No validation was made yet, so that there is no best one.");
        for (int p = 0; p < best.Length; p++)
            best[p].CopyTo(parameters[p].Value.Values, 0);
        parameters.MarkChanged();
    }

    /// <summary>
    /// Writes everything from which the run can continue: parameters, optimizer, random numbers, counters, history.
    /// </summary>
    /// <param name="path">The file, in the format safetensors.</param>
    /// <exception cref="IOException">The file could not be written; an older one is left as it was.</exception>
    public void Save(string path)
    {
        List<NamedTensor> tensors =
        [
            .. parameters.ToTensors("parameter."),
            .. optimizer.ToTensors(parameters, "optimizer."),
            .. stream?.ToTensors("carried.") ?? [],
            NamedTensor.Create("random", [4], random.State),
            NamedTensor.Create("counters", [3], [Step, validationsSinceBest, HasStopped ? 1 : 0]),
            NamedTensor.Create("best_validation_loss", [1], [BestValidationLoss]),
            .. History.ToTensors("history."),
        ];
        if (best is not null)
        {
            tensors.AddRange(parameters.Select(
                (parameter, p) => NamedTensor.Create($"best.{parameter.Name}", parameter.Value.Shape, best[p])));
        }

        Dictionary<string, string> metadata = new() { ["optimizer"] = optimizer.GetType().Name };
        new SafetensorsFile(tensors, metadata).Save(path);
    }

    /// <summary>
    /// Sets the run to the point at which a run with the same model and optimizer was saved. A run over streams that
    /// has not begun asks for its window of step 0, to know how many streams there are.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <exception cref="SafetensorsException">
    /// The file is damaged, or of another model, optimizer or number of streams; nothing has changed then.
    /// </exception>
    public void Load(string path)
    {
        SafetensorsFile file = SafetensorsFile.Load(path);
        file.Metadata.TryGetValue("optimizer", out string? saved);
        if (saved != optimizer.GetType().Name)
        {
            throw new SafetensorsException(
                path,
                $"was saved with the optimizer {saved ?? "unknown"}; this run has {optimizer.GetType().Name}.");
        }

        long[] state = file.Require("random", 4).ToInt64s();
        long[] counters = file.Require("counters", 3).ToInt64s();
        double bestLoss = file.Require("best_validation_loss", 1).ToDoubles()[0];
        Action restoreHistory = History.Read(file, "history.");
        float[][]? bestValues = double.IsFinite(bestLoss)
            ? [.. parameters.Select(
                parameter => file.Require($"best.{parameter.Name}", [.. parameter.Value.Shape]).ToFloats())]
            : null;
        Action restoreOptimizer = optimizer.Read(file, parameters, "optimizer.");
        Action? restoreStream = stream?.Read(file, "carried.");
        parameters.Load(file, "parameter.");

        // From here on nothing can fail, so that a damaged file changes nothing.
        restoreOptimizer();
        restoreStream?.Invoke();
        random.State = state;
        (Step, validationsSinceBest, HasStopped) = (counters[0], counters[1], counters[2] == 1);
        (BestValidationLoss, best) = (bestLoss, bestValues);
        restoreHistory();
    }

    private void RunTo(long end, long ofSteps)
    {
        foreach (RecurrentLayer layer in layers)
            TrainingCheck.RequireStart(layer);
        using var training = parameters.Training.Enter();
        while (Step < end && !HasStopped)
        {
            double loss = TakeStep();
            if (Validate is not null && Step % ValidateEvery == 0)
                ValidateNow(Validate);
            if (ReportEvery > 0 && Step % ReportEvery == 0)
                Report(ProgressLine());
            Progress?.Report((Step, ofSteps, loss));
        }
    }

    private double TakeStep()
    {
        if (Schedule is not null)
            optimizer.LearningRate = Schedule(Step);
        parameters.ClearGradients();
        double loss = addGradient(Step, random);
        FiniteCheck.Require(Step + 1, loss, parameters);
        stream?.CarryState();
        double norm = ClipNorm is { } limit
            ? GradientClipping.ByNorm(parameters, limit)
            : GradientClipping.Norm(parameters);
        if (ClipValue is { } value)
            GradientClipping.ByValue(parameters, value);
        optimizer.Step(parameters);
        Step++;
        History.Add(loss, norm);
        return loss;
    }

    private void ValidateNow(Func<double> validate)
    {
        double loss = validate();
        if (!double.IsFinite(loss))
        {
            throw new NonFiniteException(
                $"Step {Step}: the validation's loss is {loss.ToString(CultureInfo.InvariantCulture)}.");
        }

        History.AddValidation(Step, loss);
        if (loss < BestValidationLoss)
        {
            (BestValidationLoss, validationsSinceBest) = (loss, 0);
            best = [.. parameters.Select(parameter => (float[])parameter.Value.Values.Clone())];
        }
        else
        {
            validationsSinceBest++;
            HasStopped = validationsSinceBest >= Patience;
        }
    }

    private string ProgressLine()
    {
        double loss = History.Losses.Skip(History.Losses.Count - ReportEvery).Average();
        string validation = History.ValidationLosses.Count > 0
            ? string.Create(CultureInfo.InvariantCulture, $"  validation {History.ValidationLosses[^1]:0.00000}")
            : "";
        return string.Create(CultureInfo.InvariantCulture, $"step {Step,6}  loss {loss:0.00000}{validation}");
    }
}

/// <summary>The end of a run that was to go on until a task is solved.</summary>
/// <param name="Solved">Whether the task was solved.</param>
/// <param name="Steps">The number of steps taken: those until it was solved, or all.</param>
/// <param name="History">The losses and gradient norms of the run.</param>
public sealed record TrainingOutcome(bool Solved, long Steps, TrainingHistory History);
