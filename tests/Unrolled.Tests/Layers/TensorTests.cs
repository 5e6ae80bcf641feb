
namespace Unrolled.Tests.Layers;

public sealed class TensorTests
{
    [Fact]
    public void The_last_dimension_runs_fastest()
    {
        Tensor tensor = new([0, 1, 2, 3, 4, 5], 2, 3);

        Assert.Equal(5, tensor[1, 2]);
        Assert.Equal(3, tensor[1, 0]);
    }

    [Fact]
    public void A_reshaped_tensor_shares_its_values_and_a_copy_does_not()
    {
        Tensor tensor = new(2, 3);
        Tensor reshaped = tensor.Reshaped(3, 2);
        Tensor copy = tensor.Copy();

        tensor[1, 0] = 7;

        Assert.Equal(7, reshaped[1, 1]);
        Assert.Equal(0, copy[1, 0]);
    }

    [Fact]
    public void A_shape_that_does_not_hold_the_values_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => new Tensor(new float[5], 2, 3));

        Assert.StartsWith("The shape [2, 3] does not hold 5 values.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shape_with_more_values_than_an_array_holds_is_refused_with_the_limit()
    {
        Assert.StartsWith(
            $"The shape [65536, 65536] has more values than an array can hold, {Array.MaxLength}.",
            Assert.Throws<ArgumentException>(() => new Tensor(65536, 65536)).Message);
        Assert.StartsWith(
            "The shape [2147483647, 2147483647, 2147483647] has more values",
            Assert.Throws<ArgumentException>(
                () => new Tensor(int.MaxValue, int.MaxValue, int.MaxValue)).Message);
        Assert.Equal(0, new Tensor(65536, 65536, 0).Count);
    }

    [Fact]
    public void A_negative_dimension_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => new Tensor(2, -1));

        Assert.StartsWith("The shape [2, -1] has a negative dimension.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_index_outside_the_shape_is_refused_although_a_value_stands_there()
    {
        Tensor tensor = new(2, 3);

        Assert.Contains(
            "[0, 3] is outside Tensor [2, 3]", Assert.Throws<ArgumentOutOfRangeException>(() => tensor[0, 3]).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "1 indices; expected 2", Assert.Throws<ArgumentException>(() => tensor[4]).Message,
            StringComparison.Ordinal);
    }
}
