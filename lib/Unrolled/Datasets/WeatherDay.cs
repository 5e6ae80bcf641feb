namespace Unrolled.Datasets;

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
