using MathNet.Numerics.Random;
using Unrolled.Tasks;
using Unrolled.Tasks.Foundations;

namespace Unrolled.Tests.Tasks.Foundations;

public class RefusalTests
{
    private static readonly Dictionary<string, Func<object>> Refused = new()
    {
        ["lengths is T = 1; expected at least 2 steps."] = () => new Adding(1),
        ["lengths is T = 0; expected at least 2 steps."] = () => new Adding(default(LengthRange)),
        ["shortestLength is 19; expected at least 20."] = () => new Adding1997(19),
        ["shortestLength is 0; expected at least 20."] = () => new Multiplication(0),
        ["lengths is T = 9; expected at least 10 steps."] = () => TemporalOrder.TwoMarks(9),
        ["informative is 0; expected at least 1."] = () => new TwoSequence(10, informative: 0),
        ["lengths is T = 2; expected at least 3 steps."] = () => new TwoSequence(2, informative: 3),
        ["delay is 1; expected at least 2."] = () => new NoiseFreeLag(1),
        ["shortestLag is -1; expected at least 0."] = () => new DistractedLag(-1, 5),
        ["distractors is 0; expected at least 1."] = () => new DistractedLag(5, 0),
        ["delay is 0; expected at least 1."] = () => new Copy(0),
        ["count is 0; expected at least 1."] = () => new Copy(5, count: 0),
        ["symbols is 1; expected at least 2."] = () => new Copy(5, symbols: 1),
        ["length is 0; expected at least 1."] = () => new ContinualReber(0),
        ["steps is 0; expected at least 1."] = () => new LookAhead(9, steps: 0),
        ["length is 3; expected at least 4."] = () => new LookAhead(3),
        ["length is 4; expected at least 5."] = () => new PastXorFuture(4, steps: 2),
        ["steps is -1; expected at least 0."] = () => new Recall(9, steps: -1),
        ["length is 2; expected at least 3."] = () => new Recall(2, steps: 2),
        ["symbols is 0; expected at least 2."] = () => new SequenceCopy(symbols: 0),
        ["smallest is -1; expected 0 to 999999."] = () => new NumberWords(-1, 5),
        ["largest is 4; expected 5 to 999999."] = () => new NumberWords(5, 4),
        ["number is 1000000; expected 0 to 999999."] = () => NumberWords.PairOf(1_000_000),
        ["length is 1; expected at least 2."] = () => new MovingDot(1),
        ["side is 2; expected at least 3."] = () => new MovingDot(5, side: 2),
        ["turn is 1.5; expected a probability from 0 to 1."] = () => new MovingDot(5, turn: 1.5),
        ["turn is NaN; expected a probability from 0 to 1."] = () => new MovingDot(5, turn: double.NaN),
        ["hesitations is -1; expected at least 0."] = () => new TwoDays(Asking.AtOnce, hesitations: -1),
        ["asking is 2; expected AtOnce or AtTheEnd."] = () => new TwoDays((Asking)2),
        ["interval is 0; expected at least 1."] = () => new SpikeInterval(0),
        ["longestWait is -1; expected at least 0."] = () => new SpikeInterval(5, longestWait: -1),
        ["count is -1; expected at least 0."] = () => new Reber().Draw(-1, new Xoshiro256StarStar(1)),
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
