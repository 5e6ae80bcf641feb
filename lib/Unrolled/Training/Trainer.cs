using System.Globalization;

namespace Unrolled;

/// <summary>
/// The training loop: batch, gradient, clipping, change; validation and early stopping; a line of progress and a
/// history; checkpoints that go on with the same bits.
/// </summary>
/// <typeparam name="TBatch">What is learned from at one step.</typeparam>
/// <param name="learner">The model with its loss.</param>
/// <param name="optimizer">What changes the parameters.</param>
/// <param name="nextBatch">The batch of a step, which is counted from 0; its random numbers are the run's.</param>
/// <param name="random">The run's only source of random numbers, for batches and dropout.</param>
public sealed class Trainer<TBatch>(
    ILearner<TBatch> learner, Optimizer optimizer, Func<long, Random, TBatch> nextBatch, Xoshiro256 random)
{
    private float[][]? best;
    private long validationsSinceBest;

    /// <summary>The norm at which the gradient is clipped; not at all if null.</summary>
    public double? ClipNorm { get; init; }

    /// <summary>The value at which each number of the gradient is clipped; not at all if null.</summary>
    public double? ClipValue { get; init; }

    /// <summary>The learning rate of every step, counted from 0; the optimiser's own if null.</summary>
    public Func<long, double>? Schedule { get; init; }

    /// <summary>Measures the loss on data that is not learned from; no validation if null.</summary>
    public Func<double>? Validate { get; init; }

    /// <summary>How many steps lie between two validations.</summary>
    public int ValidateEvery { get; init; } = 100;

    /// <summary>After how many validations without a better loss the run stops; never if null.</summary>
    public int? Patience { get; init; }

    /// <summary>How many steps lie between two lines of progress; none are written if 0.</summary>
    public int ReportEvery { get; init; }

    /// <summary>Where the lines of progress go.</summary>
    public Action<string> Report { get; init; } = Console.WriteLine;

    /// <summary>How many steps have been taken.</summary>
    public long Step { get; private set; }

    /// <summary>Whether the run has stopped early.</summary>
    public bool HasStopped { get; private set; }

    /// <summary>The lowest loss of a validation; infinite before the first.</summary>
    public double BestValidationLoss { get; private set; } = double.PositiveInfinity;

    /// <summary>What was measured.</summary>
    public TrainingHistory History { get; } = new();

    /// <summary>Takes more steps, unless the run stops early.</summary>
    /// <param name="steps">How many more.</param>
    /// <returns>What was measured since the very first step.</returns>
    /// <exception cref="NonFiniteException">A loss or gradient is NaN or infinite; the parameters are those before that step.</exception>
    public TrainingHistory Run(int steps)
    {
        History.Reserve(steps);
        for (long end = Step + steps; Step < end && !HasStopped;)
        {
            TakeStep();
            if (Validate is not null && Step % ValidateEvery == 0)
                ValidateNow(Validate);
            if (ReportEvery > 0 && Step % ReportEvery == 0)
                Report(ProgressLine());
        }

        return History;
    }

    /// <summary>Gives the parameters the values that they had at the best validation.</summary>
    /// <exception cref="InvalidOperationException">There was no validation yet.</exception>
    public void RestoreBest()
    {
        if (best is null)
            throw new InvalidOperationException("No validation was made yet, so that there is no best one.");
        for (int p = 0; p < best.Length; p++)
            best[p].CopyTo(learner.Parameters[p].Value.Values, 0);
    }

    /// <summary>Writes all that the run needs to go on: weights, optimiser, random numbers, counters, history.</summary>
    /// <exception cref="IOException">The file could not be written; an older one is left as it was.</exception>
    public void Save(string path)
    {
        List<NamedTensor> tensors =
        [
            .. learner.Parameters.ToTensors("parameter."),
            .. optimizer.ToTensors(learner.Parameters, "optimizer."),
            .. learner.Carried.Select(tensor => Renamed(tensor, $"carried.{tensor.Name}")),
            NamedTensor.Create("random", [4], random.State),
            NamedTensor.Create("counters", [3], [Step, validationsSinceBest, HasStopped ? 1 : 0]),
            NamedTensor.Create("best_validation_loss", [1], [BestValidationLoss]),
            .. History.ToTensors("history."),
        ];
        if (best is not null)
        {
            tensors.AddRange(learner.Parameters.Select(
                (parameter, p) => NamedTensor.Create($"best.{parameter.Name}", parameter.Value.Shape, best[p])));
        }

        new SafetensorsFile(tensors, new Dictionary<string, string> { ["optimizer"] = optimizer.GetType().Name }).Save(path);
    }

    /// <summary>Goes back, or on, to where a run with the same learner and optimiser was saved.</summary>
    /// <exception cref="SafetensorsException">The file is damaged or another model's; nothing has changed then.</exception>
    public void Load(string path)
    {
        SafetensorsFile file = SafetensorsFile.Load(path);
        file.Metadata.TryGetValue("optimizer", out string? saved);
        if (saved != optimizer.GetType().Name)
            throw new SafetensorsException(path, $"was saved with the optimiser {saved ?? "unknown"}; this run has {optimizer.GetType().Name}.");

        long[] state = file.Require("random", 4).ToInt64s();
        long[] counters = file.Require("counters", 3).ToInt64s();
        double bestLoss = file.Require("best_validation_loss", 1).ToDoubles()[0];
        Action restoreHistory = History.Read(file, "history.");
        float[][]? bestValues = double.IsFinite(bestLoss)
            ? [.. learner.Parameters.Select(parameter => file.Require($"best.{parameter.Name}", [.. parameter.Value.Shape]).ToFloats())]
            : null;
        Action restoreOptimizer = optimizer.Read(file, learner.Parameters, "optimizer.");
        learner.Parameters.Load(file, "parameter.");

        // From here on nothing can fail, so that a damaged file changes nothing.
        restoreOptimizer();
        const string carried = "carried.";
        learner.RestoreCarried(new SafetensorsFile(file.Tensors
            .Where(tensor => tensor.Name.StartsWith(carried, StringComparison.Ordinal))
            .Select(tensor => Renamed(tensor, tensor.Name[carried.Length..]))));
        random.State = state;
        (Step, validationsSinceBest, HasStopped, BestValidationLoss, best) = (counters[0], counters[1], counters[2] == 1, bestLoss, bestValues);
        restoreHistory();
    }

    private void TakeStep()
    {
        if (Schedule is not null)
            optimizer.LearningRate = Schedule(Step);
        learner.Parameters.ClearGradients();
        double loss = learner.Learn(nextBatch(Step, random), random);
        FiniteCheck.Require(Step + 1, loss, learner.Parameters);
        double norm = ClipNorm is { } limit ? GradientClipping.ByNorm(learner.Parameters, limit) : GradientClipping.Norm(learner.Parameters);
        if (ClipValue is { } value)
            GradientClipping.ByValue(learner.Parameters, value);
        optimizer.Step(learner.Parameters);
        Step++;
        History.Add(loss, norm);
    }

    private void ValidateNow(Func<double> validate)
    {
        double loss = validate();
        if (!double.IsFinite(loss))
            throw new NonFiniteException($"Step {Step}: the validation's loss is {loss.ToString(CultureInfo.InvariantCulture)}.");
        History.AddValidation(Step, loss);
        if (loss < BestValidationLoss)
        {
            (BestValidationLoss, validationsSinceBest) = (loss, 0);
            best = [.. learner.Parameters.Select(parameter => (float[])parameter.Value.Values.Clone())];
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

    private static NamedTensor Renamed(NamedTensor tensor, string name) => NamedTensor.Create(name, tensor.Shape, tensor.ToFloats());
}
