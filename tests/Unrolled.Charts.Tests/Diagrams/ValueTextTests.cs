namespace Unrolled.Charts.Tests.Diagrams;

public class ValueTextTests
{
    [Theory]
    [InlineData(0, "0.000")]
    [InlineData(-0.0, "0.000")]
    [InlineData(-0.0004, "0.000")]
    [InlineData(0.6749, "0.675")]
    [InlineData(-0.4412, "−0.441")]
    [InlineData(12.345, "12.35")]
    [InlineData(-123.44, "−123.4")]
    [InlineData(0.5625, "0.563")]
    [InlineData(0.0625, "0.063")]
    [InlineData(1.0005, "1.001")]
    [InlineData(1234.5, "1235")]
    [InlineData(123456, "1.2e5")]
    [InlineData(125000, "1.3e5")]
    [InlineData(9.96e4, "10.0e4")]
    [InlineData(-1e100, "−1.0e100")]
    [InlineData(double.NaN, "NaN")]
    public void A_live_number_has_four_digits_and_a_true_minus_sign(double value, string text) =>
        Assert.Equal(text, ValueText.Of(value));
}
