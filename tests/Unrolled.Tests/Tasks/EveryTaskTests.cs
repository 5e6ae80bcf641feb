using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Unrolled.Tests.Tasks;

public class EveryTaskTests
{
    /// <summary>
    /// Each task with the beginning of the SHA-256 of its first five examples from seed 1. A changed digest means that
    /// every experiment on the task changes.
    /// </summary>
    private static readonly (ITask<object> Task, string Digest)[] Tasks =
    [
        (new AddingTask(100), "1906E2D8FC6B5ADB"),
        (new AddingTask(new LengthRange(2, 9)), "08EEC27356A98BCF"),
        (new Adding1997Task(100), "27BEFB445CC34C0E"),
        (new MultiplicationTask(100), "3B4FAA2D86F45910"),
        (TemporalOrderTask.TwoMarks(50), "1A8EF517D106D7D0"),
        (TemporalOrderTask.TwoMarks(LengthRange.TenthMore(100)), "0AF8096E79560654"),
        (TemporalOrderTask.ThreeMarks(100), "9DCC957A7AF46CB7"),
        (new TwoSequenceTask(100), "EE1647BD6B667409"),
        (new TwoSequenceTask(LengthRange.TenthMore(100), informative: 3, noisyStart: true), "97441162053BD164"),
        (new NoiseFreeLagTask(20), "01338779DBC194F5"),
        (new NoiseFreeLagTask(20, everyStep: true), "CCC21AE9738B9F2F"),
        (new DistractedLagTask(shortestLag: 50, distractors: 50), "AD20E6D537ABA1A5"),
        (new CopyTask(delay: 20, count: 5, symbols: 4), "B6FCF5579EBFF789"),
        (new ReberTask(), "AFDFD608B6FA3131"),
        (new EmbeddedReberTask(), "A305A56E9AC82A8D"),
        (new ContinualReberTask(200), "958CE4074E8F0114"),
        (new LookAheadTask(20), "B6DE5C1D73C4D3D5"),
        (new PastXorFutureTask(20, steps: 2), "0D9384588590A566"),
        (new EchoTask(20, steps: 3, symbols: 5), "1DAE92BCFD1523B8"),
        (new SequenceCopyTask(), "6AC1CD8A360DE192"),
        (new SequenceCopyTask(ReadingOrder.Reversed), "E5849D51E46AC862"),
        (new NumberWordsTask(), "15E73FC630D526DC"),
        (new NumberWordsTask(1, 999_999), "72633CAFCF07FBE6"),
        (new MovingDotTask(10), "C21B6A097E7C967B"),
        (new TwoDaysTask(QuestionTiming.AtOnce), "4E40E96144F7F97D"),
        (new TwoDaysTask(QuestionTiming.AtTheEnd, hesitations: 8), "91F6525F3EE3DBBB"),
        (new SpikeIntervalTask(20), "7175752E612202A1"),
        (new SumSinceMarkTask(30), "78572E912A7C607D"),
        (new SmartReplyTask(), "7E4BA62BE9F65779"),
        (new CloudsTask(0, 3), "7B4EC85BB2BB1B64"),
        (new CloudsTask(0, 3, placeOnly: true), "C6495E7B50F40460"),
        (new ClozeTask([.. Enumerable.Range(0, 200).Select(i => i * 7 % 27)], symbols: 27), "3C26E80B8E5F9F0F"),
    ];

    public static TheoryData<string> Names => [.. Tasks.Select(entry => entry.Task.Name)];

    [Fact]
    public void Every_task_is_here()
    {
        var existing = typeof(ITask<>).Assembly.GetExportedTypes().Where(type => type.IsClass && type.GetInterfaces()
            .Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(ITask<>)));

        Assert.Equal(
            existing.Select(type => type.Name).Order(),
            Tasks.Select(entry => entry.Task.GetType().Name).Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_first_samples_of_a_seed_are_the_recorded_ones(string name)
    {
        var (task, digest) = Entry(name);

        Assert.Equal(digest, Digest(task, seed: 1));
        Assert.NotEqual(digest, Digest(task, seed: 2));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Examples_have_the_sizes_that_their_task_names(string name)
    {
        var task = Entry(name).Task;

        foreach (object example in task.Draw(20, new Xoshiro256(7)))
        {
            switch (example)
            {
                case ClassExample classes:
                    RequireInputs(classes, task.InputSize);
                    Assert.All(classes.TargetSteps, t => Assert.InRange(classes.Targets[t], 0, task.OutputSize - 1));
                    Assert.All(
                        Enumerable.Range(0, classes.Length).Except(classes.TargetSteps),
                        t => Assert.Equal(ClassExample.NoClass, classes.Targets[t]));
                    break;
                case ValueExample values:
                    RequireInputs(values, task.InputSize);
                    Assert.All(values.Targets, row => Assert.Equal(task.OutputSize, row.Length));
                    Assert.All(values.Targets.SelectMany(row => row), value => Assert.True(double.IsFinite(value)));
                    break;
                case SequencePair pair:
                    Assert.NotEmpty(pair.Source);
                    Assert.NotEmpty(pair.Target);
                    Assert.All(pair.Source, symbol => Assert.InRange(symbol, 0, task.InputSize - 1));
                    Assert.All(pair.Target, symbol => Assert.InRange(symbol, 0, task.OutputSize - 1));
                    break;
                default:
                    Assert.Fail($"{example.GetType()} is no known kind of example.");
                    break;
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_symbol_of_the_input_and_every_class_comes_up(string name)
    {
        var task = Entry(name).Task;

        object[] examples = task.Draw(3000, new Xoshiro256(8));
        var inputs = examples.SelectMany(example => example is SequencePair pair
            ? pair.Source
            : ((TaskExample)example).Inputs.SelectMany(row => Enumerable.Range(0, row.Length).Where(i => row[i] != 0)));
        Assert.Equal(Enumerable.Range(0, task.InputSize).Except(NeverRead(task)), inputs.Distinct().Order());
        if (examples[0] is not ValueExample)
        {
            var targets = examples.SelectMany(example => example is SequencePair pair
                ? pair.Target
                : ((ClassExample)example).TargetSteps.Select(t => ((ClassExample)example).Targets[t]));
            Assert.Equal(Enumerable.Range(0, task.OutputSize).Except(NeverAsked(task)), targets.Distinct().Order());
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Draws_at_once_are_the_draws_one_by_one(string name)
    {
        var task = Entry(name).Task;
        var random = new Xoshiro256(9);

        Assert.Equal(
            task.Draw(3, new Xoshiro256(9)).SelectMany(Numbers),
            Enumerable.Range(0, 3).Select(_ => task.Draw(random)).SelectMany(Numbers));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_baseline_says_what_it_answers_and_can_be_had(string name)
    {
        var baseline = Entry(name).Task.Baseline;

        Assert.NotEmpty(baseline.Answer);
        bool isShare = baseline.Measure is ScoreMeasure.Accuracy or ScoreMeasure.ExactMatch;
        Assert.InRange(baseline.Value, double.Epsilon, isShare ? 1 : double.MaxValue);
    }

    // The first symbol of a Reber string is never a target and its last never read; "thousand" is for larger numbers.
    private static int[] NeverRead(ITask<object> task) => task switch
    {
        ReberTask => [6],
        NumberWordsTask { Largest: < 1000 } => [29],
        NumberWordsTask { Smallest: > 0 } => [0],
        _ => [],
    };

    private static int[] NeverAsked(ITask<object> task) => task switch
    {
        NoiseFreeLagTask { EveryStep: false, Delay: var p } => [.. Enumerable.Range(0, p - 1)],
        ReberTask => [0],
        _ => [],
    };

    private static void RequireInputs(TaskExample example, int size)
    {
        Assert.NotEmpty(example.TargetSteps);
        Assert.Equal(example.Length, example.Mask.Length);
        Assert.All(example.Inputs, row => Assert.Equal(size, row.Length));
        Assert.All(example.Inputs.SelectMany(row => row), value => Assert.True(double.IsFinite(value)));
    }

    private static (ITask<object> Task, string Digest) Entry(string name) =>
        Tasks.Single(entry => entry.Task.Name == name);

    private static string Digest(ITask<object> task, int seed)
    {
        double[] numbers = [.. task.Draw(5, new Xoshiro256(seed)).SelectMany(Numbers)];
        return Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(numbers.AsSpan())))[..16];
    }

    private static IEnumerable<double> Numbers(object example) => example switch
    {
        ClassExample classes =>
            [classes.Length, .. classes.Inputs.SelectMany(row => row), .. AsNumbers(classes.Targets)],
        ValueExample values => [values.Length, .. values.Inputs.Concat(values.Targets).SelectMany(row => row)],
        SequencePair pair => [pair.Source.Length, .. AsNumbers(pair.Source), .. AsNumbers(pair.Target)],
        _ => throw new ArgumentException($"{example.GetType()} is no known kind of example.", nameof(example)),
    };

    private static IEnumerable<double> AsNumbers(int[] values) => values.Select(value => (double)value);
}
