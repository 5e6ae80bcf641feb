namespace Unrolled.Tests.Layers.Kernels;

/// <summary>Every function on vectors of every width.</summary>
public sealed class ActivationsTests
{
    private static readonly int[] AllWidths = [Lanes16.Count, Lanes8.Count, Lanes4.Count, Lanes1.Count];

    public static TheoryData<int> Widths() => [.. AllWidths];

    [Theory]
    [MemberData(nameof(Widths))]
    public void The_exponential_is_within_its_bound_wherever_it_is_neither_0_nor_infinite(int width) =>
        Assert.InRange(LargestRelativeError(On(width).Exp, Math.Exp, Sweep(-87, 88)), 0, 1.3e-7);

    [Theory]
    [MemberData(nameof(Widths))]
    public void The_sigmoid_is_within_its_bound_in_its_long_tail_too(int width) => Assert.InRange(
        LargestRelativeError(On(width).Sigmoid, a => 1 / (1 + Math.Exp(-a)), Sweep(-87, 88)), 0, 2.1e-7);

    [Theory]
    [MemberData(nameof(Widths))]
    public void The_hyperbolic_tangent_is_within_its_bound_near_0_too(int width) => Assert.InRange(
        LargestRelativeError(On(width).Tanh, Math.Tanh, [.. Sweep(-12, 12), .. TinyNumbers()]), 0, 2.4e-7);

    [FusedTheory]
    [InlineData(8)]
    [InlineData(4)]
    [InlineData(1)]
    public void The_width_changes_no_bits(int width)
    {
        float[] places = [.. Sweep(-100, 100), .. TinyNumbers()];
        (Functions wide, Functions narrow) = (On(Lanes16.Count), On(width));

        Assert.Equal(wide.Exp(places), narrow.Exp(places));
        Assert.Equal(wide.Sigmoid(places), narrow.Sigmoid(places));
        Assert.Equal(wide.Tanh(places), narrow.Tanh(places));
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void No_value_is_outside_the_range_of_its_function(int width)
    {
        Assert.All(On(width).Sigmoid(Sweep(-200, 200)), value => Assert.InRange(value, 0, 1));
        Assert.All(On(width).Tanh(Sweep(-200, 200)), value => Assert.InRange(value, -1, 1));
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
        float[] places = [.. Enumerable.Repeat(a, Lanes.Count)];
        Assert.All(AllWidths, width =>
        {
            Functions functions = On(width);
            Assert.All(functions.Exp(places), value => Assert.Equal(exp, value));
            Assert.All(functions.Sigmoid(places), value => Assert.Equal(sigmoid, value));
            Assert.All(functions.Tanh(places), value => Assert.Equal(tanh, value));
            Assert.All(functions.Relu(places), value => Assert.Equal(relu, value));
        });
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void The_hyperbolic_tangent_keeps_the_sign_of_0(int width)
    {
        float[] zeros = [.. Enumerable.Range(0, Lanes.Count).Select(i => i % 2 == 0 ? 0f : -0f)];

        Assert.Equal(zeros.Select(float.IsNegative), On(width).Tanh(zeros).Select(float.IsNegative));
    }

    private static Functions On(int width) =>
        width == Lanes16.Count ? On<Lanes16>()
        : width == Lanes8.Count ? On<Lanes8>()
        : width == Lanes4.Count ? On<Lanes4>()
        : On<Lanes1>();

    private static Functions On<TLanes>()
        where TLanes : struct, ILanes<TLanes> => new(
            places => Values<TLanes>(Activations.Exp, places), places => Values<TLanes>(Activations.Sigmoid, places),
            places => Values<TLanes>(Activations.Tanh, places), places => Values<TLanes>(Activations.Relu, places));

    // For a number of places that is a multiple of every width.
    private static float[] Values<TLanes>(Func<TLanes, TLanes> function, float[] places)
        where TLanes : struct, ILanes<TLanes>
    {
        float[] values = new float[places.Length];
        for (int i = 0; i < places.Length; i += TLanes.Count)
            function(TLanes.Load(in places[i])).Store(ref values[i]);
        return values;
    }

    private static double LargestRelativeError(
        Func<float[], float[]> function, Func<double, double> exact, float[] places) =>
        places.Zip(function(places), (a, found) => Math.Abs(found - exact(a)) / Math.Abs(exact(a)))
            .Where(double.IsFinite).Max();

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

    private sealed record Functions(
        Func<float[], float[]> Exp, Func<float[], float[]> Sigmoid, Func<float[], float[]> Tanh,
        Func<float[], float[]> Relu);
}
