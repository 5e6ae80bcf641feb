namespace Unrolled.Charts.Tests.Figures;

public class NumberTextTests
{
    [Theory]
    [InlineData(0.1 + 0.2, "0.3")]
    [InlineData(-2.5, "−2.5")]
    [InlineData(-0.0, "0")]
    [InlineData(1234.0, "1234")]
    [InlineData(12347.0, "12\u202f350")]
    [InlineData(1e6, "1×10⁶")]
    [InlineData(0.00012345, "0.0001234")]
    [InlineData(-1.2346e-9, "−1.235×10⁻⁹")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.NegativeInfinity, "−∞")]
    public void Numbers_are_short(double value, string text) => Assert.Equal(text, NumberText.Short(value));

    [Fact]
    public void A_negative_value_that_rounds_to_nothing_has_no_sign() =>
        Assert.Equal("0.00", NumberText.Fixed(-0.001, 2));
}
