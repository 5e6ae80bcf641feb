namespace Unrolled.Tests.Forecasting;

public sealed class SeasonalCurveTests
{
    [Fact]
    public void A_curve_of_its_own_form_is_found_also_where_the_season_is_not_whole()
    {
        double Of(int t) => 10 + 3 * Math.Cos(2 * Math.PI * t / 36.5) - 2 * Math.Sin(4 * Math.PI * t / 36.5);
        double[] series = [.. Enumerable.Range(0, 150).Select(Of)];

        SeasonalCurve curve = SeasonalCurve.Fit(series[..100], 36.5, harmonics: 2);

        Assert.Equal(Of(0), curve.At(0), 9);
        Assert.Equal(Of(149), curve.At(149), 9);
        Assert.All(curve.Remove(series), rest => Assert.Equal(0, rest, 9));
        Assert.Equal(Of(120), curve.Next(series.AsSpan(0, 120)), 9);
        Assert.Equal((36.5, 2), (curve.Season, curve.Harmonics));
    }

    [Fact]
    public void The_curve_is_the_one_of_least_squares()
    {
        double[] temperatures = [.. Weather.Load().Select(day => day.MaximumTemperature)];
        SeasonalCurve curve = SeasonalCurve.Fit(temperatures, 365.25, harmonics: 2);
        double[] rest = curve.Remove(temperatures);

        // The normal equations: what is left is orthogonal to every wave.
        foreach (Func<double, double> wave in new Func<double, double>[] { _ => 1, Math.Cos, Math.Sin })
        {
            Assert.Equal(0, rest.Select((value, t) => value * wave(2 * Math.PI * t / 365.25)).Average(), 9);
            Assert.Equal(0, rest.Select((value, t) => value * wave(4 * Math.PI * t / 365.25)).Average(), 9);
        }
    }

    [Fact]
    public void A_method_around_the_season_reads_what_is_left_of_it()
    {
        double[] series = [.. Enumerable.Range(0, 40).Select(t => Math.Sin(2 * Math.PI * t / 8) + (t % 2))];
        SeasonalCurve curve = SeasonalCurve.Fit(series[..24], 8, harmonics: 1);
        AroundSeason forecaster = new(curve, new Persistence());

        Assert.Equal(series[30] - curve.At(30) + curve.At(31), forecaster.Next(series.AsSpan(0, 31)), 12);
        Assert.Equal(("time of the year + persistence", 1), (forecaster.Name, forecaster.Order));
        Assert.Throws<ArgumentException>(() => forecaster.Next([]));
    }

    [Fact]
    public void A_part_shorter_than_a_season_and_too_many_harmonics_are_refused()
    {
        Assert.StartsWith(
            "train has 7 values; a season has 8.",
            Assert.Throws<ArgumentOutOfRangeException>(() => SeasonalCurve.Fit(new double[7], 8)).Message);
        Assert.StartsWith(
            "harmonics is 4",
            Assert.Throws<ArgumentOutOfRangeException>(() => SeasonalCurve.Fit(new double[9], 8, 4)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => SeasonalCurve.Fit(new double[9], double.NaN));
        Assert.StartsWith(
            "train[2] is NaN",
            Assert.Throws<ArgumentException>(
                () => SeasonalCurve.Fit([1, 2, double.NaN, 4, 5, 6], 5, 1)).Message);
    }
}
