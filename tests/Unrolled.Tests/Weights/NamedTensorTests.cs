
namespace Unrolled.Tests.Weights;

public sealed class NamedTensorTests
{
    [Fact]
    public void Every_floating_point_type_widens_exactly()
    {
        Assert.Equal(
            [1.5, double.Epsilon, double.NegativeInfinity],
            NamedTensor.Create("d", [3], [1.5, double.Epsilon, double.NegativeInfinity]).ToDoubles());
        Assert.Equal([0.1f, (double)float.MaxValue], NamedTensor.Create("f", [2], [0.1f, float.MaxValue]).ToDoubles());

        // 1, the largest half, its smallest; 1 and −2.5 in the upper half of a float.
        Assert.Equal(
            [1.0, 65504.0, Math.Pow(2, -24)],
            new NamedTensor("h", ElementType.F16, [3], [0x00, 0x3C, 0xFF, 0x7B, 0x01, 0x00]).ToDoubles());
        Assert.Equal([1.0, -2.5], new NamedTensor("b", ElementType.BF16, [2], [0x80, 0x3F, 0x20, 0xC0]).ToDoubles());
    }

    [Fact]
    public void Doubles_read_as_floats_are_rounded_to_the_nearest()
    {
        Assert.Equal([0.1f, 16777216f], NamedTensor.Create("d", [2], [0.1, 16777217.0]).ToFloats());
    }

    [Fact]
    public void Integers_and_floating_point_numbers_are_not_mistaken_for_each_other()
    {
        NamedTensor integers = NamedTensor.Create("lengths", [2], [7L, long.MinValue]);

        Assert.Equal([7L, long.MinValue], integers.ToInt64s());
        Assert.Equal(
            "Tensor \"lengths\" is I64 and does not hold floating point numbers; use ToInt64s.",
            Assert.Throws<InvalidOperationException>(integers.ToDoubles).Message);
        Assert.Throws<InvalidOperationException>(integers.ToFloats);
        Assert.Throws<InvalidOperationException>(NamedTensor.Create("x", [1], [1.0]).ToInt64s);
    }

    [Theory]
    [InlineData(new[] { 2, 2 }, 3)]
    [InlineData(new[] { -1, -3 }, 3)]
    [InlineData(new int[0], 0)]
    [InlineData(new[] { 65536, 65536 }, 0)]
    public void A_shape_that_does_not_hold_the_values_is_refused(int[] shape, int count)
    {
        Assert.StartsWith(
            "Tensor \"w\": the shape [",
            Assert.Throws<ArgumentException>(() => NamedTensor.Create("w", shape, new double[count])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_half_a_character_is_refused()
    {
        Assert.Throws<ArgumentException>(() => NamedTensor.Create("\ud83d", [1], [1.0]));
    }

    [Fact]
    public void The_values_are_copied()
    {
        double[] values = [1];
        NamedTensor tensor = NamedTensor.Create("w", [1], values);
        values[0] = 2;
        tensor.ToDoubles()[0] = 3;

        Assert.Equal([1.0], tensor.ToDoubles());
    }
}
