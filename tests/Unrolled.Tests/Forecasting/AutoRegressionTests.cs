
namespace Unrolled.Tests.Forecasting;

public sealed class AutoRegressionTests
{
    [Fact]
    public void The_coefficients_of_a_series_that_obeys_them_are_found()
    {
        List<double> series = [1, -2];
        while (series.Count < 40)
            series.Add(3 + (1.2 * series[^1]) - (0.8 * series[^2]));

        AutoRegression fitted = AutoRegression.Fit(series, 2);

        Assert.Equal(3, fitted.Intercept, 9);
        Assert.Equal(1.2, fitted.Coefficients[0], 9);
        Assert.Equal(-0.8, fitted.Coefficients[1], 9);
        Assert.Equal(3 + (1.2 * 7) - (0.8 * 5), fitted.Next([5, 7]), 9);
    }

    [Theory]
    [InlineData(0.0, "rank 1 of 3")]
    [InlineData(1.0, "rank 2 of 3")]
    [InlineData(0.1, "rank 2 of 3")]
    public void A_constant_series_and_a_straight_line_are_refused(double slope, string rank)
    {
        double[] series = [.. Enumerable.Range(0, 20).Select(t => 5 + slope * t)];

        ArgumentException error = Assert.Throws<ArgumentException>(() => AutoRegression.Fit(series, 2));

        Assert.StartsWith("The 2 lags of train and a constant are linearly dependent", error.Message);
        Assert.Contains(rank, error.Message);
    }

    [Fact]
    public void A_value_that_is_not_finite_is_refused_with_its_index() =>
        Assert.StartsWith(
            "train[3] is NaN", Assert.Throws<ArgumentException>(
                () => AutoRegression.Fit([1, 2, 3, double.NaN, 5, 8], 1)).Message);

    [Fact]
    public void Small_variations_of_large_values_are_fitted()
    {
        double[] series = [.. Sunspots.Load().Select(year => 1e6 + year.Number)];

        Assert.Equal(1.4, AutoRegression.Fit(series, 2).Coefficients[0], 1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void An_order_that_the_series_cannot_settle_is_refused(int order)
    {
        Assert.Throws<ArgumentOutOfRangeException>(
            () => AutoRegression.Fit([1, 2, 3, 5, 8, 13, 21, 34, 55, 89], order));
    }
}
