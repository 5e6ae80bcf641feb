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
    public void Words_are_read(string text, string values) => Assert.Equal(
        values, string.Join(' ', NumberText.Words(text).Select(number => number.Value)));

    [Theory]
    [InlineData(".98", "0.9766", true)]
    [InlineData(".98", "0.9749", false)]
    [InlineData("98 %", "0.9766", true)]
    [InlineData("98 %", "98.2", true)]
    [InlineData("3.0", "3", false)]
    [InlineData("12", "12.4", true)]
    [InlineData("-2", "2", true)]
    public void A_number_is_held_by_one_that_rounds_to_it(string written, string shown, bool isHeld) => Assert.Equal(
        isHeld, NumberText.Figures(written).Single().IsRoundingOf(NumberText.Figures(shown).Single()));
}
