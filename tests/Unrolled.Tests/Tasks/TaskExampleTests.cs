
namespace Unrolled.Tests.Tasks;

public class TaskExampleTests
{
    private static readonly double[][] ThreeSteps = [[1], [2], [3]];

    [Fact]
    public void Classes_stand_at_asked_steps_and_no_class_elsewhere()
    {
        var example = ClassExample.Where(ThreeSteps, t => t == 1 ? 0 : null);

        Assert.Equal([ClassExample.NoClass, 0, ClassExample.NoClass], example.Targets);
        Assert.Equal([false, true, false], example.Mask);
        Assert.Equal([1], example.TargetSteps);
        Assert.Equal(3, example.Length);
    }

    [Fact]
    public void Asked_at_the_last_step_means_nowhere_else()
    {
        var classes = ClassExample.AtLastStep(ThreeSteps, 4);
        var values = ValueExample.AtLastStep(ThreeSteps, 4.5);

        Assert.Equal([-1, -1, 4], classes.Targets);
        Assert.Equal([[0], [0], [4.5]], values.Targets);
        Assert.Equal([2], classes.TargetSteps);
        Assert.Equal([2], values.TargetSteps);
    }

    [Fact]
    public void A_delayed_pair_is_read_and_then_written_at_go_marks_up_to_an_end_mark()
    {
        var example = ClassExample.Delayed(new SequencePair([1, 0], [3]), sourceSymbols: 2, targetSymbols: 5);

        Assert.Equal([[0, 1, 0], [1, 0, 0], [0, 0, 1], [0, 0, 1]], example.Inputs);
        Assert.Equal([-1, -1, 3, 5], example.Targets);
        Assert.Equal([2, 3], example.TargetSteps);
    }

    [Fact]
    public void Windows_end_at_asked_steps_with_zeros_before_the_first()
    {
        var example = ClassExample.Where([[1, 2], [3, 4], [5, 6]], t => t == 1 ? null : 7 + t);

        ClassExample[] windows = [.. example.Windows(2)];

        Assert.Equal([0, 0, 1, 2], Assert.Single(windows[0].Inputs));
        Assert.Equal([3, 4, 5, 6], Assert.Single(windows[1].Inputs));
        Assert.Equal([7, 9], windows.Select(window => Assert.Single(window.Targets)));
    }

    [Fact]
    public void A_window_of_one_is_the_step_alone()
    {
        var example = ClassExample.AtEveryStep(ThreeSteps, [4, 5, 6]);

        Assert.Equal(ThreeSteps, example.Windows(1).Select(window => Assert.Single(window.Inputs)));
    }

    [Fact]
    public void A_window_of_no_steps_is_refused()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => ClassExample.AtLastStep(ThreeSteps, 0).Windows(0));
        Assert.Contains("width is 0; expected at least 1.", error.Message);
    }

    [Fact]
    public void Targets_and_masks_of_another_length_are_refused()
    {
        var targets = Assert.Throws<ArgumentException>(() => ClassExample.AtEveryStep(ThreeSteps, [1, 2]));
        Assert.Contains("Targets has 2 steps; expected 3, as Inputs has.", targets.Message);

        var mask = Assert.Throws<ArgumentException>(() => new ValueExample(ThreeSteps, ThreeSteps, [true]));
        Assert.Contains("Mask has 1 steps; expected 3, as Inputs has.", mask.Message);
    }

    [Fact]
    public void Elmans_tasks_are_examples_too()
    {
        var bits = TemporalXor.Generate(9, new Xoshiro256(1));
        var letters = ElmanLetters.Generate(5, new Xoshiro256(1));

        Assert.Equal(bits.Inputs, bits.ToExample().Inputs.Select(Assert.Single));
        Assert.Equal(bits.Targets, bits.ToExample().Targets.Select(Assert.Single));
        Assert.Equal(letters.Inputs, letters.ToExample().Inputs);
        Assert.Equal(letters.Targets, letters.ToExample().Targets);
        Assert.All(letters.ToExample().Mask, Assert.True);
    }
}
