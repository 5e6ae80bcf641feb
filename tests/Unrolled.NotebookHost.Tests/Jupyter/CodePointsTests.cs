using Unrolled.NotebookHost.Jupyter;

namespace Unrolled.NotebookHost.Tests.Jupyter;

public sealed class CodePointsTests
{
    [Theory]
    [InlineData("abc", 2, 2)]
    [InlineData("a😀b", 1, 1)]
    [InlineData("a😀b", 2, 3)]
    [InlineData("😀😀", 2, 4)]
    [InlineData("记忆", 2, 2)]
    [InlineData("", 0, 0)]
    public void A_place_is_counted_in_code_points_there_and_in_units_here(string text, int codePoints, int units)
    {
        Assert.Equal(units, CodePoints.ToUnits(text, codePoints));
        Assert.Equal(codePoints, CodePoints.FromUnits(text, units));
    }

    [Fact]
    public void A_place_behind_the_end_is_the_end() => Assert.Equal(3, CodePoints.ToUnits("abc", 9));
}
