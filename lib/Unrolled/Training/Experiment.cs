namespace Unrolled;

/// <summary>
/// The training of a classifier, to be repeated from several seeds: a task, a recurrent layer with its first weights,
/// and how it learns. All random numbers of a run come from its seed, so that experiments that differ in one property
/// differ in nothing else.
/// <code>
/// var latch = new Experiment(new TwoSequenceTask(40), random => new Lstm(1, 16, random)) { Clip = 1 };
/// double accuracy = latch.Run(seed: 1).Accuracy;
/// </code>
/// </summary>
/// <param name="Task">The task, whose answer is read at the last step.</param>
/// <param name="Layer">Makes the layer with its first weights, drawn from the given source.</param>
public sealed record Experiment(ITask<ClassExample> Task, Func<Random, RecurrentLayer> Layer)
{
    // Far from the seeds of runs, so that no run is tested on what it learned from.
    private const int FirstTestSeed = 1_000_000;

    /// <summary>Makes the optimizer of one run; Adam at rate 0.003 if not set.</summary>
    public Func<Optimizer> Optimizer { get; init; } = () => new Adam(0.003);

    /// <summary>The norm at which the gradient is clipped, more than 0; no clipping if null.</summary>
    public double? Clip { get; init; }

    /// <summary>The number of steps, at least 0.</summary>
    public int Steps { get; init; } = 300;

    /// <summary>The number of fresh sequences in each step, at least 1.</summary>
    public int Batch { get; init; } = 32;

    /// <summary>The model of a seed with its first weights, as <see cref="Run"/> begins with it.</summary>
    /// <param name="seed">The seed.</param>
    public SequenceModel Start(int seed) => Start(new Xoshiro256(seed));

    /// <summary>Sequences that no run has learned from, the same for equal seeds.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="count">The number of sequences, at least 1.</param>
    public ClassExample[] Fresh(int seed, int count = 512) =>
        [.. Task.Draw(count, new Xoshiro256(FirstTestSeed + seed))];

    /// <summary>Trains from one seed, and tests on 512 fresh sequences.</summary>
    /// <param name="seed">The seed of the weights and of the data.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number of steps or sequences is too small.</exception>
    /// <exception cref="NonFiniteException">A loss or gradient is NaN or infinite.</exception>
    public ExperimentRun Run(int seed)
    {
        var random = new Xoshiro256(seed);
        SequenceModel model = Start(random);
        TrainingHistory history = model.Fit(Task, Optimizer(), Steps, Batch, Clip, random);
        return new ExperimentRun(seed, model, model.Accuracy(Fresh(seed)), history);
    }

    private SequenceModel Start(Xoshiro256 random) =>
        new(Layer(random), Task.OutputSize, OutputAt.LastStep, random);
}

/// <summary>One run of an <see cref="Experiment"/>.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Model">The trained model.</param>
/// <param name="Accuracy">The share of fresh sequences that it answers right.</param>
/// <param name="History">The loss and the gradient's norm of every step.</param>
public sealed record ExperimentRun(int Seed, SequenceModel Model, double Accuracy, TrainingHistory History);
