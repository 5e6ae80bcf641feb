namespace Unrolled.Tests.Numerics;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("abc", "abc", 0)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("sunday", "saturday", 3)]
    [InlineData("ab", "ba", 2)]
    [InlineData("abcd", "bcde", 2)]
    public void The_fewest_insertions_deletions_and_replacements_are_counted(string one, string other, int distance)
    {
        Assert.Equal(distance, EditDistance.Between(one.ToCharArray(), other.ToCharArray()));
        Assert.Equal(distance, EditDistance.Between(other.ToCharArray(), one.ToCharArray()));
    }

    [Fact]
    public void It_is_what_the_recursive_definition_says()
    {
        var random = new Xoshiro256(1);
        for (int i = 0; i < 200; i++)
        {
            int[] one = Draw(random), other = Draw(random);
            Assert.Equal(Defined(one, other), EditDistance.Between(one, other));
        }
    }

    private static int[] Draw(Random random) =>
        [.. Enumerable.Range(0, random.Next(6)).Select(_ => random.Next(3))];

    private static int Defined(ReadOnlySpan<int> one, ReadOnlySpan<int> other)
    {
        if (one.IsEmpty || other.IsEmpty)
            return one.Length + other.Length;
        int replaced = Defined(one[1..], other[1..]) + (one[0] == other[0] ? 0 : 1);
        return Math.Min(replaced, 1 + Math.Min(Defined(one[1..], other), Defined(one, other[1..])));
    }
}
