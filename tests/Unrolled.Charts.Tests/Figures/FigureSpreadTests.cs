namespace Unrolled.Charts.Tests.Figures;

public class FigureSpreadTests
{
    [Fact]
    public void A_spread_is_the_median_and_the_range_of_its_curves()
    {
        string text = new Figure().Spread([[1, 10], [2, 20], [4, 90]], "three seeds").ToString();

        Assert.Contains("2 → 20", text);
        Assert.Contains("10 … 90 at the end", text);
    }

    [Fact]
    public void What_is_below_the_floor_is_not_drawn()
    {
        string text = new Figure().Spread([[1, 1e-9], [1, 1e-8]], floor: 1e-3).LogY().ToString();

        Assert.Contains("min 1, max 1", text);
    }

    [Fact]
    public void Curves_have_one_length() =>
        Assert.Throws<ArgumentException>(() => new Figure().Spread([[1, 2], [1]]));
}
