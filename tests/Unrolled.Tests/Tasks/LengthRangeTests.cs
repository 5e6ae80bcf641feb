
namespace Unrolled.Tests.Tasks;

public class LengthRangeTests
{
    [Fact]
    public void Every_length_of_the_range_is_equally_likely()
    {
        var random = new Xoshiro256(5);
        int[] lengths = [.. Enumerable.Range(0, 5000).Select(_ => LengthRange.TenthMore(100).Draw(random))];

        Assert.All(lengths, length => Assert.InRange(length, 100, 110));
        Drawn.AssertEquallyLikely(lengths, 11);
    }

    [Fact]
    public void A_number_is_a_range_of_one_length()
    {
        LengthRange range = 50;

        Assert.Equal((50, 50), (range.Shortest, range.Longest));
        Assert.Equal("T = 50", range.ToString());
        Assert.Equal("T = 5–12", new LengthRange(5, 12).ToString());
    }

    [Theory]
    [InlineData(0, 4, "shortest is 0; expected at least 1.")]
    [InlineData(5, 4, "longest is 4; expected at least 5.")]
    public void A_range_without_a_length_is_refused(int shortest, int longest, string message)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new LengthRange(shortest, longest));
        Assert.Contains(message, error.Message);
    }
}
