using Unrolled.Layers;
using Unrolled.Training.Batches;

namespace Unrolled.Tests.Training.Batches;

public sealed class ClassTargetsTests
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
    public void Outputs_with_other_places_are_refused()
    {
        Assert.Contains("3 places", Assert.Throws<ArgumentException>(() => new ClassTargets([0, 1, 0]).Accuracy(new Tensor(2, 1, 2))).Message);
    }
}
