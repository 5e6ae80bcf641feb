
namespace Unrolled.Tests.Datasets.Baselines;

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
    [InlineData(0)]
    [InlineData(5)]
    public void An_order_that_the_series_cannot_settle_is_refused(int order)
    {
        Assert.Throws<ArgumentOutOfRangeException>(
            () => AutoRegression.Fit([1, 2, 3, 5, 8, 13, 21, 34, 55, 89], order));
    }
}
