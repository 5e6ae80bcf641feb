namespace Unrolled.Charts.Tests.Figures;

public class LandscapeTests
{
    private static readonly double[] Positions = [0, 1, 2];

    [Fact]
    public void A_landscape_has_its_lowest_row_at_the_bottom_and_numbers_on_both_axes()
    {
        string[] lines = Tilted().ToString().Split('\n');

        Assert.StartsWith("  2", lines[^4]);
        Assert.StartsWith("  0", lines[^2]);
    }

    [Fact]
    public void A_line_lies_over_a_landscape_at_the_axes_numbers()
    {
        string svg = Tilted().Line([0.0, 2], [0.0, 2], colour: "#ffffff").ToSvg();

        Assert.True(svg.IndexOf("class=\"cells\"", StringComparison.Ordinal)
            < svg.IndexOf("class=\"line\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Positions_must_rise_and_a_landscape_comes_first()
    {
        Assert.Throws<ArgumentException>(() => new Figure().Landscape([2, 1], Positions, (x, y) => x));
        Assert.Throws<ArgumentException>(() => new Figure().Landscape([1], Positions, (x, y) => x));
        Assert.Throws<ArgumentException>(() => new Figure().Line([1.0]).Landscape(Positions, Positions, (x, y) => x));
        Assert.Throws<ArgumentException>(() => Tilted().Band(Positions, Positions, Positions));
    }

    private static Figure Tilted() => new Figure("Tilted").Landscape(Positions, Positions, (x, y) => x + 10 * y, "height");
}
