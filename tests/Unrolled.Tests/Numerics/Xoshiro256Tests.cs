using MathNet.Numerics.Random;

namespace Unrolled.Tests.Numerics;

public sealed class Xoshiro256Tests
{
    public static TheoryData<int> Seeds => [0, 1, 42, -1, int.MinValue, int.MaxValue];

    // A generator of another author, with the same seed expansion.
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_number_is_that_of_MathNets_generator_of_the_same_seed(int seed)
    {
        var (own, other) = (new Xoshiro256(seed), new Xoshiro256StarStar(seed));
        for (int i = 0; i < 2000; i++)
        {
            Assert.Equal(other.NextDouble(), own.NextDouble());
            Assert.Equal(other.Next(), own.Next());
            int bound = 1 + i * 37;
            Assert.Equal(other.Next(bound), own.Next(bound));
            Assert.Equal(other.Next(-bound, 2 * bound), own.Next(-bound, 2 * bound));
            Assert.Equal(other.Next(0, bound), own.Next(0, bound));
        }

        byte[] expected = new byte[21], bytes = new byte[21];
        other.NextBytes(expected);
        own.NextBytes(bytes);
        Assert.Equal(expected, bytes);
    }

    [Fact]
    public void Every_integer_of_a_range_comes_up_about_equally_often_however_wide_the_range()
    {
        Xoshiro256 random = new(1);
        int[] counts = new int[7];
        for (int i = 0; i < 70_000; i++)
            counts[random.Next(-3, 4) + 3]++;
        Assert.All(counts, count => Assert.InRange(count, 9_700, 10_300));

        for (int i = 0; i < 1000; i++)
        {
            Assert.InRange(random.Next(int.MinValue, int.MaxValue), int.MinValue, int.MaxValue - 1);
            Assert.InRange(random.NextInt64(-5, 6), -5, 5);
            Assert.InRange(random.NextInt64(long.MinValue, long.MaxValue), long.MinValue, long.MaxValue - 1);
            Assert.InRange(random.NextSingle(), 0, 1 - 1e-8f);
        }
    }

    [Fact]
    public void An_empty_range_is_refused()
    {
        Xoshiro256 random = new(1);
        Assert.Throws<ArgumentOutOfRangeException>(() => random.Next(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => random.Next(3, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => random.NextInt64(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => random.NextInt64(3, 3));
    }

    [Fact]
    public void A_generator_that_takes_over_the_state_of_another_goes_on_as_that_one_does()
    {
        Xoshiro256 one = new(1), other = new(2);
        one.NextDouble();
        other.State = one.State;
        Assert.Equal(one.Next(), other.Next());
        Assert.Throws<ArgumentException>(() => other.State = [0, 0, 0, 0]);
    }
}
