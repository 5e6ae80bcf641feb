namespace Unrolled;

/// <summary>A generated task whose lag grows with a number T, so that success can be drawn against T.</summary>
public sealed class LagTask
{
    private const double RightShare = .99;
    private const double SmallError = .01;
    private const int CopyCount = 5;
    private const int CopySymbols = 4;

    private readonly Func<int, ITask<TaskExample>> ofT;
    private readonly Func<int, int> lag;
    private readonly int scoredSteps;

    private LagTask(
        string name, Func<int, ITask<TaskExample>> ofT, Func<int, int> lag, bool isValue = false, int scoredSteps = 1)
    {
        (Name, this.ofT, this.lag, IsValue) = (name, ofT, lag, isValue);
        this.scoredSteps = scoredSteps;
    }

    /// <summary>
    /// Two marks whose order is asked for at the end, after <see cref="TemporalOrderTask.TwoMarks"/>. T is the length.
    /// </summary>
    public static LagTask TemporalOrder { get; } = new(
        "temporal order", T => TemporalOrderTask.TwoMarks(T),
        T => T - 1 - TemporalOrderTask.TwoMarks(T).Windows[0].First);

    /// <summary>
    /// The same sequences, of which the first mark alone is asked for, after
    /// <see cref="TemporalOrderTask.FirstOfTwoMarks"/>. T is the length.
    /// </summary>
    public static LagTask FirstMark { get; } = new(
        "first mark", T => TemporalOrderTask.FirstOfTwoMarks(T), T => TemporalOrder.Lag(T));

    /// <summary>
    /// The first number decides, noise follows, after <see cref="TwoSequenceTask"/> with N = 1. T is the length.
    /// </summary>
    public static LagTask Latch { get; } = new("latch", T => new TwoSequenceTask(T), T => T - 1);

    /// <summary>The sum of two marked numbers, after <see cref="AddingTask"/>. T is the length.</summary>
    public static LagTask Adding { get; } = new("adding", T => new AddingTask(T), T => T - 1, isValue: true);

    /// <summary>
    /// The last symbol is the first, and between them is always the same, after <see cref="NoiseFreeLagTask"/>. T is
    /// p, and the number of inputs grows with it.
    /// </summary>
    public static LagTask NoiseFree { get; } = new("noise-free lag", T => new NoiseFreeLagTask(T), T => T - 1);

    /// <summary>
    /// Five symbols of four, to be repeated after T steps, after <see cref="CopyTask"/>. Learned is every step, scored
    /// are the five symbols alone, because the blanks before them need no memory.
    /// </summary>
    public static LagTask Copy { get; } = new(
        "copy", T => new CopyTask(T, CopyCount, CopySymbols), T => T + CopyCount, scoredSteps: CopyCount);

    /// <summary>All tasks.</summary>
    public static IReadOnlyList<LagTask> All { get; } = [TemporalOrder, FirstMark, Latch, Adding, NoiseFree, Copy];

    /// <summary>The name in tables and files.</summary>
    public string Name { get; }

    /// <summary>Whether the answer is a value, judged by its squared error, and not a class.</summary>
    public bool IsValue { get; }

    /// <summary>The steps at which a model of the task is read.</summary>
    public OutputAt OutputAt => scoredSteps == 1 ? OutputAt.LastStep : OutputAt.EveryStep;

    /// <summary>The task of that name.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="ArgumentException">There is no such task.</exception>
    public static LagTask Named(string name) =>
        All.FirstOrDefault(task => task.Name == name) ?? throw new ArgumentException(
            $"There is no task \"{name}\"; there are {string.Join(", ", All.Select(task => task.Name))}.",
            nameof(name));

    /// <summary>The task for a T.</summary>
    /// <param name="T">T, as the task counts it.</param>
    /// <exception cref="ArgumentOutOfRangeException">T is too small for the task.</exception>
    public ITask<TaskExample> Of(int T) => ofT(T);

    /// <summary>
    /// The number of steps from the earliest input that the answer can depend on to the first answer: how far back a
    /// network must reach.
    /// </summary>
    /// <param name="T">T.</param>
    public int Lag(int T) => lag(T);

    /// <summary>
    /// Whether a score solves the task: at least 99 % of the answers are right, or the mean squared error is at most
    /// .01, where always the mean has 1/6.
    /// </summary>
    /// <param name="score">The share of right answers, or the mean squared error.</param>
    public bool IsSolved(double score) => IsValue ? score <= SmallError : score >= RightShare;

    /// <summary>The example with those of its targets that are scored.</summary>
    internal TaskExample Scored(TaskExample example)
    {
        if (example is not ClassExample classes || scoredSteps == 1)
            return example;
        int first = classes.Length - scoredSteps;
        return ClassExample.Where(classes.Inputs, t => t >= first ? classes.Targets[t] : null);
    }
}
