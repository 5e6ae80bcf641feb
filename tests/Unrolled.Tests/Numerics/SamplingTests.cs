namespace Unrolled.Tests.Numerics;

public sealed class SamplingTests
{
    private static readonly float[] Logits = [0, MathF.Log(2), MathF.Log(5)];

    [Fact]
    public void At_temperature_1_the_probabilities_are_the_softmax()
    {
        AssertNear([1 / 8.0, 2 / 8.0, 5 / 8.0], Sampling.Softmax(Logits), 1e-7);
        AssertNear([1 / 8.0, 2 / 8.0, 5 / 8.0], Sampling.Softmax([.. Logits.Select(a => a + 80)]), 1e-5);
    }

    [Fact]
    public void A_temperature_divides_the_logits()
    {
        // e^{a/2} is the square root, e^{2a} the square.
        double sum = 1 + Math.Sqrt(2) + Math.Sqrt(5);
        AssertNear([1 / sum, Math.Sqrt(2) / sum, Math.Sqrt(5) / sum], Sampling.Softmax(Logits, 2), 1e-7);
        AssertNear([1 / 30.0, 4 / 30.0, 25 / 30.0], Sampling.Softmax(Logits, .5), 1e-6);
        AssertNear([1 / 3.0, 1 / 3.0, 1 / 3.0], Sampling.Softmax(Logits, 1e9), 1e-8);
    }

    [Theory]
    [InlineData(1e-3)]
    [InlineData(1e-300)]
    [InlineData(double.Epsilon)]
    public void Towards_temperature_0_only_the_largest_logit_is_left(double temperature)
    {
        Assert.Equal([0, 0, 1], Sampling.Softmax(Logits, temperature));
        Assert.Equal([.5, 0, .5], Sampling.Softmax([3e38f, -3e38f, 3e38f], temperature));
    }

    [Fact]
    public void Draws_come_as_often_as_their_probabilities_say_and_the_same_seed_draws_the_same()
    {
        int[] Draws(int seed)
        {
            Xoshiro256 random = new(seed);
            return [.. Enumerable.Range(0, 20_000).Select(_ => Sampling.Draw(Logits, 1, random))];
        }

        int[] draws = Draws(1);

        Assert.Equal(draws, Draws(1));
        Assert.NotEqual(draws, Draws(2));
        // Four standard errors are at most .014.
        for (int k = 0; k < 3; k++)
            Assert.Equal(Sampling.Softmax(Logits)[k], draws.Count(one => one == k) / 20_000.0, .014);
    }

    [Fact]
    public void A_class_that_is_excluded_is_never_drawn_whatever_is_left_over()
    {
        One random = new();

        Assert.Equal(1, Sampling.Draw([0, 0, float.NegativeInfinity], 1, random));
        Assert.Equal(0, Sampling.Draw([0, float.NegativeInfinity, float.NegativeInfinity], 1, random));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_temperature_that_is_not_more_than_0_and_finite_is_refused(double temperature) => Assert.StartsWith(
        "temperature is ",
        Assert.Throws<ArgumentOutOfRangeException>(
            () => Sampling.Draw(Logits, temperature, new Xoshiro256(1))).Message);

    [Fact]
    public void Logits_without_probabilities_are_refused()
    {
        Assert.StartsWith(
            "logits[1] is NaN", Assert.Throws<ArgumentException>(() => Sampling.Softmax([0, float.NaN])).Message);
        Assert.Throws<ArgumentException>(() => Sampling.Softmax([0, float.PositiveInfinity]));
        Assert.StartsWith("No class has a logit", Assert.Throws<ArgumentException>(() => Sampling.Softmax([])).Message);
        Assert.Throws<ArgumentException>(() => Sampling.Softmax([float.NegativeInfinity]));
    }

    private static void AssertNear(double[] expected, double[] found, double tolerance) =>
        Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First, pair.Second, tolerance));

    // More than the probabilities' sum, as rounding can leave it.
    private sealed class One : Random
    {
        public override double NextDouble() => 1;
    }
}
