namespace Unrolled;

/// <summary>
/// Trainings of many models on tasks of many lags, each until it is solved or its updates are used up: Adam, batches of
/// 32 fresh sequences, gradients clipped at 1, and a check on 512 others after every 25 updates. A row is saved as soon
/// as its run has ended, and a sweep that was stopped goes on where it stopped.
/// <code>
/// var runs = LagSweep.Resume("runs.csv",
///     [new LagSetting(LagTask.Latch, LagModel.GruLogT, T: 100, Rate: .003, Seed: 1, Budget: 2000)]);
/// </code>
/// </summary>
public static class LagSweep
{
    /// <summary>The sequences of one update.</summary>
    public const int BatchSize = 32;

    /// <summary>The norm at which gradients are clipped.</summary>
    public const double ClipNorm = 1;

    private const int FreshSequences = 512;
    private const int JudgedTogether = 64;
    private const int CheckEvery = 25;
    private const double WorstError = 1e9;

    // Far from the seeds of runs, so that no run is judged by what it learned from.
    private const int FirstTestSeed = 1_000_000;

    /// <summary>The model with its first weights, as <see cref="Run"/> begins with it.</summary>
    /// <param name="setting">What is to be trained.</param>
    public static SequenceModel Start(LagSetting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return Start(setting, new Xoshiro256(setting.Seed));
    }

    /// <summary>Trains one model from one seed.</summary>
    /// <param name="setting">What is trained.</param>
    public static LagRun Run(LagSetting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        TimeSpan before = Environment.CpuUsage.TotalTime;
        var random = new Xoshiro256(setting.Seed);
        SequenceModel model = Start(setting, random);
        SequenceBatch[] fresh = Fresh(setting, model);
        (LagOutcome outcome, long updates) = Train(setting, model, fresh, random);
        double score = Score(setting.Task, model, fresh, stopsEarly: false);
        return new LagRun(
            setting, outcome, (int)updates, score, model.Parameters.Sum(parameter => parameter.Value.Count),
            Math.Round((Environment.CpuUsage.TotalTime - before).TotalSeconds, 2), ProcessorName.Description);
    }

    /// <summary>
    /// Runs what a results file does not have yet, one after the other, and adds each row to the file when it is
    /// finished. What the file has is read from it.
    /// </summary>
    /// <param name="path">The file; begun if there is none.</param>
    /// <param name="settings">What is to be trained, in this order.</param>
    /// <param name="finished">Told of each run that was made, and not read; nobody if null.</param>
    /// <returns>The runs of the settings, in their order.</returns>
    /// <exception cref="DataFileException">The file is damaged.</exception>
    /// <exception cref="IOException">The file could not be written.</exception>
    public static IReadOnlyList<LagRun> Resume(
        string path, IEnumerable<LagSetting> settings, Action<LagRun>? finished = null) =>
        LagRuns.Form.Resume(path, settings, Run, finished);

    private static SequenceModel Start(LagSetting setting, Xoshiro256 random)
    {
        ITask<TaskExample> task = setting.Task.Of(setting.T);
        return new SequenceModel(
            setting.Model.Layer(task.InputSize, setting.T, random), task.OutputSize, setting.Task.OutputAt, random);
    }

    private static SequenceBatch[] Fresh(LagSetting setting, SequenceModel model) =>
    [
        .. setting.Task.Of(setting.T).Draw(FreshSequences, new Xoshiro256(FirstTestSeed + setting.Seed))
            .Select(setting.Task.Scored).Chunk(JudgedTogether).Select(model.Batch),
    ];

    private static (LagOutcome Outcome, long Updates) Train(
        LagSetting setting, SequenceModel model, SequenceBatch[] fresh, Xoshiro256 random)
    {
        ITask<TaskExample> task = setting.Task.Of(setting.T);
        var trainer = new Trainer(
            model, new Adam(setting.Rate), (_, source) => model.Batch(task.Draw(BatchSize, source)), random)
        {
            ClipNorm = ClipNorm,
        };
        try
        {
            TrainingOutcome end = trainer.RunUntil(
                () => setting.Task.IsSolved(Score(setting.Task, model, fresh, stopsEarly: true)), CheckEvery,
                setting.Budget);
            return (end.Solved ? LagOutcome.Solved : LagOutcome.GivenUp, end.Steps);
        }
        catch (NonFiniteException)
        {
            return (LagOutcome.Diverged, trainer.Step);
        }
    }

    // The mean over all fresh sequences. With stopsEarly it ends where even perfect answers to the rest would not be
    // enough, and is a score then that does not solve the task.
    private static double Score(LagTask task, SequenceModel model, SequenceBatch[] fresh, bool stopsEarly)
    {
        double sum = 0;
        for (int i = 0; i < fresh.Length; i++)
        {
            sum += task.IsValue ? model.Loss(fresh[i]) : model.Accuracy(fresh[i]);
            int perfect = task.IsValue ? 0 : fresh.Length - 1 - i;
            double best = (sum + perfect) / fresh.Length;
            if (stopsEarly && !task.IsSolved(best))
                return best;
        }

        double score = sum / fresh.Length;
        return score < WorstError ? score : WorstError;
    }
}
