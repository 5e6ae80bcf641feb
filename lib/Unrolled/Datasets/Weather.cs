namespace Unrolled;

/// <summary>
/// Seattle's weather day by day from 2012 to 2015: 1,461 days, no gap.
/// Source: US National Oceanic and Atmospheric Administration, as in vega-datasets.
/// </summary>
public static class Weather
{
    /// <summary>The number of days.</summary>
    public const int Days = 1461;

    private static readonly DateOnly FirstDay = new(2012, 1, 1);

    private static readonly Dictionary<string, WeatherKind> Kinds =
        Enum.GetValues<WeatherKind>().ToDictionary(kind => kind.ToString().ToLowerInvariant());

    /// <summary>Reads the series, oldest day first.</summary>
    /// <param name="dataFolder">The data folder; searched for if not given, see <see cref="DataFolder"/>.</param>
    /// <exception cref="DataFileException">The file is missing or damaged.</exception>
    public static IReadOnlyList<WeatherDay> Load(string? dataFolder = null)
    {
        DataFile file = DataFolder.Find("weather/seattle-weather.csv", dataFolder);
        string[] columns = ["date", "precipitation", "temp_max", "temp_min", "wind", "weather"];
        WeatherDay[] days = [.. CsvFile.Read(file, columns, Days).Select(Day)];
        file.RequireChecksum("0845078a290b48e3149ab8639966824110a251db4e06fc144c06ebb534af23be");
        return days;
    }

    private static WeatherDay Day(CsvRow row, int index)
    {
        DateOnly date = row.Date(0, "yyyy-MM-dd");
        row.Require(0, date, FirstDay.AddDays(index));
        return new WeatherDay(date, row.Number(1), row.Number(2), row.Number(3), row.Number(4), Kind(row));
    }

    private static WeatherKind Kind(CsvRow row) =>
        Kinds.TryGetValue(row.Text(5), out WeatherKind kind)
            ? kind
            : throw row.Unexpected(5, $"one of {string.Join(", ", Kinds.Keys)}");
}

/// <summary>One day of <see cref="Weather"/>.</summary>
/// <param name="Date">The calendar day.</param>
/// <param name="Precipitation">Rain and melted snow, in millimetres.</param>
/// <param name="MaximumTemperature">The day's highest temperature, in degrees Celsius.</param>
/// <param name="MinimumTemperature">The day's lowest temperature, in degrees Celsius.</param>
/// <param name="Wind">Mean wind speed, in metres a second.</param>
/// <param name="Kind">The kind of weather.</param>
public sealed record WeatherDay(
    DateOnly Date,
    double Precipitation,
    double MaximumTemperature,
    double MinimumTemperature,
    double Wind,
    WeatherKind Kind);

/// <summary>The kind of weather that <see cref="Weather"/> gives a day.</summary>
public enum WeatherKind
{
    /// <summary>Drizzle.</summary>
    Drizzle,

    /// <summary>Rain.</summary>
    Rain,

    /// <summary>Sun.</summary>
    Sun,

    /// <summary>Snow.</summary>
    Snow,

    /// <summary>Fog.</summary>
    Fog,
}
