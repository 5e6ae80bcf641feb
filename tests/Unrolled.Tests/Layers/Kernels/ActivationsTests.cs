using System.Runtime.Intrinsics;

namespace Unrolled.Tests.Layers.Kernels;

public sealed class ActivationsTests
{
    [Fact]
    public void The_exponential_is_within_its_bound_wherever_it_is_neither_0_nor_infinite() =>
        Assert.InRange(LargestRelativeError(Activations.Exp, Math.Exp, Sweep(-87, 88)), 0, 1.3e-7);

    [Fact]
    public void The_sigmoid_is_within_its_bound_in_its_long_tail_too() =>
        Assert.InRange(
            LargestRelativeError(Activations.Sigmoid, a => 1 / (1 + Math.Exp(-a)), Sweep(-87, 88)), 0, 2.1e-7);

    [Fact]
    public void The_hyperbolic_tangent_is_within_its_bound_near_0_too() =>
        Assert.InRange(
            LargestRelativeError(Activations.Tanh, Math.Tanh, [.. Sweep(-12, 12), .. TinyNumbers()]), 0, 2.4e-7);

    [Fact]
    public void No_value_is_outside_the_range_of_its_function()
    {
        Assert.All(Values(Activations.Sigmoid, Sweep(-200, 200)), value => Assert.InRange(value, 0, 1));
        Assert.All(Values(Activations.Tanh, Sweep(-200, 200)), value => Assert.InRange(value, -1, 1));
    }

    [Theory]
    [InlineData(float.NegativeInfinity, 0, 0, -1, 0)]
    [InlineData(-1e30f, 0, 0, -1, 0)]
    [InlineData(0f, 1, .5f, 0f, 0)]
    [InlineData(1e30f, float.PositiveInfinity, 1, 1, 1e30f)]
    [InlineData(float.PositiveInfinity, float.PositiveInfinity, 1, 1, float.PositiveInfinity)]
    [InlineData(float.NaN, float.NaN, float.NaN, float.NaN, float.NaN)]
    public void The_ends_of_the_line_and_what_is_no_number_come_out_right(
        float a, float exp, float sigmoid, float tanh, float relu)
    {
        Vector512<float> all = Vector512.Create(a);

        Assert.Equal(exp, Activations.Exp(all)[3]);
        Assert.Equal(sigmoid, Activations.Sigmoid(all)[7]);
        Assert.Equal(tanh, Activations.Tanh(all)[15]);
        Assert.Equal(relu, Activations.Relu(all)[0]);
    }

    [Fact]
    public void The_hyperbolic_tangent_keeps_the_sign_of_0() =>
        Assert.True(float.IsNegative(Activations.Tanh(Vector512.Create(-0f))[0])
            && float.IsPositive(Activations.Tanh(Vector512.Create(0f))[0]));

    private static double LargestRelativeError(
        Func<Vector512<float>, Vector512<float>> function, Func<double, double> exact, float[] places) =>
        places.Zip(Values(function, places), (a, found) => Math.Abs(found - exact(a)) / Math.Abs(exact(a)))
            .Where(double.IsFinite).Max();

    private static IEnumerable<float> Values(Func<Vector512<float>, Vector512<float>> function, float[] places)
    {
        foreach (float[] sixteen in places.Chunk(Lanes.Count).Where(chunk => chunk.Length == Lanes.Count))
        {
            Vector512<float> values = function(Vector512.Create(sixteen));
            for (int lane = 0; lane < Lanes.Count; lane++)
                yield return values[lane];
        }
    }

    private static float[] Sweep(float from, float to)
    {
        const int count = 1 << 20;
        return [.. Enumerable.Range(0, count).Select(i => from + (to - from) * (i / (float)count))];
    }

    // Powers of two, each times a few numbers, of either sign.
    private static float[] TinyNumbers() =>
        [.. from exponent in Enumerable.Range(-100, 104)
            from factor in (float[])[1, 1.1f, 1.37f, 1.5f, 1.61f, 1.72f, 1.83f, 1.99f]
            from sign in (int[])[-1, 1]
            select sign * factor * MathF.ScaleB(1, exponent)];
}
