
namespace Unrolled.Tests.Datasets;

public sealed class WeatherTests
{
    [Fact]
    public void The_days_are_those_of_the_file()
    {
        IReadOnlyList<WeatherDay> days = Weather.Load();

        Assert.Equal(1461, days.Count);
        Assert.Equal(new WeatherDay(new DateOnly(2012, 1, 2), 10.9, 10.6, 2.8, 4.5, WeatherKind.Rain), days[1]);
        Assert.Equal(new WeatherDay(new DateOnly(2015, 12, 31), 0, 5.6, -2.1, 3.5, WeatherKind.Sun), days[^1]);
    }

    [Theory]
    [InlineData(WeatherKind.Drizzle, 53)]
    [InlineData(WeatherKind.Rain, 641)]
    [InlineData(WeatherKind.Sun, 640)]
    [InlineData(WeatherKind.Snow, 26)]
    [InlineData(WeatherKind.Fog, 101)]
    public void Each_kind_of_weather_comes_as_often_as_in_the_file(WeatherKind kind, int days)
    {
        Assert.Equal(days, Weather.Load().Count(day => day.Kind == kind));
    }

    [Fact]
    public void A_kind_of_weather_that_does_not_exist_is_named()
    {
        using DamagedData data = DamagedData.Text(
            "weather/seattle-weather.csv", text => text.Replace("4.7,drizzle", "4.7,hail", StringComparison.Ordinal));

        DataFileException error = Assert.Throws<DataFileException>(() => Weather.Load(data.Folder));

        Assert.Equal((2, 29), (error.Line, error.Column));
        Assert.EndsWith(
            "expected one of drizzle, rain, sun, snow, fog in column weather, found \"hail\"", error.Message,
            StringComparison.Ordinal);
    }
}
