namespace Unrolled.Tests.Training;

public sealed class TargetsTests
{
    private static readonly Tensor Logits = new([0, 1, 2, 1, -1, -2], 3, 1, 2);

    [Fact]
    public void Accuracy_is_the_share_of_largest_logits_that_are_right()
    {
        Assert.Equal(2 / 3.0, new ClassTargets([1, 1, 0]).Accuracy(Logits), 12);
    }

    [Fact]
    public void Places_that_do_not_count_are_left_out_of_accuracy_and_loss()
    {
        ClassTargets targets = new([1, -1, 0], new Tensor([1, 0, 1], 3, 1));
        Assert.Equal(1, targets.Accuracy(Logits));
        // Both places that count have their class one logit above the other.
        Assert.Equal(Math.Log(1 + Math.Exp(-1)), targets.Loss(Logits).Value, 6);
    }

    [Fact]
    public void A_sequence_matches_where_all_of_its_places_that_count_are_right()
    {
        // Two steps of three sequences: the first is right, the second wrong once, the third right where it counts.
        Tensor logits = new([1, 0, 1, 0, 1, 0, 0, 1, 0, 1, 0, 1], 2, 3, 2);
        ClassTargets targets = new([0, 1, 0, 1, 1, 0], new Tensor([1, 1, 1, 1, 1, 0], 2, 3));

        Assert.Equal(2 / 3.0, targets.ExactMatch(logits), 12);
        Assert.Equal([[0, 1], [0, 1], [0]], targets.Answers(logits));
    }

    [Fact]
    public void Without_a_mask_every_place_is_answered_and_the_last_step_is_one()
    {
        Assert.Equal([[1, 0, 0]], new ClassTargets([1, 1, 0]).Answers(Logits));
        Assert.Equal([[1], [0], [0]], new ClassTargets([1, 1, 0]).Answers(Logits.Reshaped(3, 2)));
        Assert.Equal(2 / 3.0, new ClassTargets([1, 1, 0]).ExactMatch(Logits.Reshaped(3, 2)), 12);
    }

    [Fact]
    public void A_sequence_of_one_step_has_its_value_at_that_step()
    {
        ValueExample one = ValueExample.AtLastStep([[1, 2]], target: 3);

        var atEvery = (ValueTargets)SequenceBatch.Of([one], OutputAt.EveryStep).Targets;
        var atLast = (ValueTargets)SequenceBatch.Of([one], OutputAt.LastStep).Targets;

        Assert.Equal([1, 1, 1], atEvery.Values.Shape);
        Assert.Equal((3, 1, 3), (atEvery.Values[0, 0, 0], atEvery.Mask![0, 0], atLast.Values[0, 0]));
    }

    [Fact]
    public void Places_of_which_none_counts_are_refused()
    {
        ClassTargets targets = new([1, 1, 0], new Tensor(3, 1));
        Assert.Contains("No place counts", Assert.Throws<ArgumentException>(() => targets.Accuracy(Logits)).Message);
        Assert.Contains("No place counts", Assert.Throws<ArgumentException>(() => targets.ExactMatch(Logits)).Message);
    }

    [Fact]
    public void Outputs_with_other_places_are_refused()
    {
        Assert.Contains(
            "3 places",
            Assert.Throws<ArgumentException>(() => new ClassTargets([0, 1, 0]).Accuracy(new Tensor(2, 1, 2))).Message);
    }
}
