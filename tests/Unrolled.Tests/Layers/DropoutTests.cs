
namespace Unrolled.Tests.Layers;

public sealed class DropoutTests
{
    [Fact]
    public void The_share_that_is_silenced_is_the_rate_and_the_rest_is_scaled()
    {
        Tensor ones = new([.. Enumerable.Repeat(1f, 100_000)], 100_000);

        (Tensor y, _) = new Dropout(.2f).Forward(ones, new Xoshiro256(5));

        Assert.Equal([0, 1 / (1 - .2f)], y.Values.Distinct().Order());
        Assert.InRange(y.Values.Count(value => value == 0), 19_500, 20_500);
    }

    [Fact]
    public void Without_random_numbers_nothing_changes()
    {
        Tensor x = new([1, 2, 3], 3);

        (Tensor y, Tensor? mask) = new Dropout(.5f).Forward(x, null);

        Assert.Same(x, y);
        Assert.Null(mask);
    }

    [Fact]
    public void The_gradient_passes_where_the_number_passed()
    {
        Tensor x = new([.. Enumerable.Repeat(3f, 50)], 50);

        (Tensor y, Tensor? mask) = new Dropout(.5f).Forward(x, new Xoshiro256(6));

        Assert.Equal(y.Values, Dropout.Backward(x, mask).Values);
        Assert.Contains(0, y.Values);
    }
}
