using Unrolled.NotebookHost.Checking;

namespace Unrolled.NotebookHost.Tests.Checking;

/// <summary>Numbers are found in text as people write them.</summary>
public sealed class NumberTextTests
{
    [Theory]
    [InlineData("from 1,234 to .05", "1234 0.05")]
    [InlineData("3e-4 and 2·10⁻³ and 10⁻⁴", "0.0003 0.002 0.0001")]
    [InlineData("5 % of −2.50", "5 -2.5")]
    [InlineData("h1, x_2, 4.5.1, LSTM-2x and 3-gram are names", "")]
    [InlineData("(12, 13.)", "12 13")]
    public void Figures_are_read(string text, string values) => Assert.Equal(
        values, string.Join(' ', NumberText.Figures(text).Select(number => number.Value.ToString(
            "G12", System.Globalization.CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData("twenty-three of them", "23")]
    [InlineData("two hundred, three thousand, a million", "200 3000 1000000")]
    [InlineData("Eighteen of twenty", "18 20")]
    [InlineData("the one that someone chose, often, tension", "")]
    [InlineData("one of five, one in four, one of the two, one hundred", "1 5 1 4 2 100")]
    [InlineData("五个种子，二十三步，一百零五次，三千条；两个门", "5 23 105 3000 2")]
    [InlineData("第三个，一个，这两个门，三月", "")]
    [InlineData("three quarters, two-thirds, a tenth of it", "0.75 0.6666667 0.1")]
    public void Words_are_read(string text, string values) => Assert.Equal(
        values, string.Join(' ', NumberText.Words(text).Select(number => number.Value.ToString(
            "G7", System.Globalization.CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData(".98", "0.9766", true)]
    [InlineData(".98", "0.9749", false)]
    [InlineData("98 %", "0.9766", true)]
    [InlineData("98 %", "98.2", true)]
    [InlineData("3.0", "3", false)]
    [InlineData("12", "12.4", true)]
    [InlineData("2", "2.4", false)]
    [InlineData("-2", "2", true)]
    public void A_number_is_held_by_one_that_rounds_to_it(string written, string shown, bool isHeld) => Assert.Equal(
        isHeld, NumberText.Figures(written).Single().IsRoundingOf(NumberText.Figures(shown).Single()));

    [Theory]
    [InlineData("37", "38", true)]
    [InlineData("37", "47", false)]
    [InlineData("37", "37", false)]
    [InlineData(".54", "0.5768", true)]
    [InlineData(".54", "0.5449", false)]
    [InlineData("54 %", ".58", true)]
    [InlineData("500", "501", true)]
    [InlineData("500", "600", false)]
    [InlineData("twenty", "30", true)]
    [InlineData("twenty", "21", false)]
    [InlineData("two thirds", ".333", true)]
    public void A_number_is_mistaken_for_one_that_differs_in_the_last_digit_alone(
        string written, string other, bool isMistaken) => Assert.Equal(
        isMistaken,
        NumberText.Figures(written).Concat(NumberText.Words(written)).Single()
            .IsMistakenFor(NumberText.Figures(other).Single()));
}
