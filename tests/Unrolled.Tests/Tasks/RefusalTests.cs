
namespace Unrolled.Tests.Tasks;

public class RefusalTests
{
    private static readonly Dictionary<string, Func<object>> Refused = new()
    {
        ["lengths is T = 1; expected at least 2 steps."] = () => new AddingTask(1),
        ["lengths is T = 0; expected at least 2 steps."] = () => new AddingTask(default(LengthRange)),
        ["shortestLength is 19; expected at least 20."] = () => new Adding1997Task(19),
        ["shortestLength is 0; expected at least 20."] = () => new MultiplicationTask(0),
        ["lengths is T = 9; expected at least 10 steps."] = () => TemporalOrderTask.TwoMarks(9),
        ["informative is 0; expected at least 1."] = () => new TwoSequenceTask(10, informative: 0),
        ["lengths is T = 2; expected at least 3 steps."] = () => new TwoSequenceTask(2, informative: 3),
        ["delay is 1; expected at least 2."] = () => new NoiseFreeLagTask(1),
        ["shortestLag is -1; expected at least 0."] = () => new DistractedLagTask(-1, 5),
        ["distractors is 0; expected at least 1."] = () => new DistractedLagTask(5, 0),
        ["delay is 0; expected at least 1."] = () => new CopyTask(0),
        ["count is 0; expected at least 1."] = () => new CopyTask(5, count: 0),
        ["symbols is 1; expected at least 2."] = () => new CopyTask(5, symbols: 1),
        ["length is 0; expected at least 1."] = () => new ContinualReberTask(0),
        ["steps is 0; expected at least 1."] = () => new LookAheadTask(9, steps: 0),
        ["length is 3; expected at least 4."] = () => new LookAheadTask(3),
        ["length is 4; expected at least 5."] = () => new PastXorFutureTask(4, steps: 2),
        ["steps is -1; expected at least 0."] = () => new EchoTask(9, steps: -1),
        ["length is 2; expected at least 3."] = () => new EchoTask(2, steps: 2),
        ["symbols is 0; expected at least 2."] = () => new SequenceCopyTask(symbols: 0),
        ["smallest is -1; expected 0 to 999999."] = () => new NumberWordsTask(-1, 5),
        ["largest is 4; expected 5 to 999999."] = () => new NumberWordsTask(5, 4),
        ["number is 1000000; expected 0 to 999999."] = () => NumberWordsTask.PairOf(1_000_000),
        ["length is 1; expected at least 2."] = () => new MovingDotTask(1),
        ["side is 2; expected at least 3."] = () => new MovingDotTask(5, side: 2),
        ["turn is 1.5; expected a probability from 0 to 1."] = () => new MovingDotTask(5, turn: 1.5),
        ["turn is NaN; expected a probability from 0 to 1."] = () => new MovingDotTask(5, turn: double.NaN),
        ["hesitations is -1; expected at least 0."] = () => new TwoDaysTask(QuestionTiming.AtOnce, hesitations: -1),
        ["asking is 2; expected AtOnce or AtTheEnd."] = () => new TwoDaysTask((QuestionTiming)2),
        ["interval is 0; expected at least 1."] = () => new SpikeIntervalTask(0),
        ["longestWait is -1; expected at least 0."] = () => new SpikeIntervalTask(5, longestWait: -1),
        ["count is -1; expected at least 0."] = () => new ReberTask().Draw(-1, new Xoshiro256(1)),
    };

    public static TheoryData<string> Messages => [.. Refused.Keys];

    [Theory]
    [MemberData(nameof(Messages))]
    public void What_a_task_cannot_be_made_of_is_refused_by_name(string message)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(Refused[message]);
        Assert.Contains(message, error.Message);
    }
}
