namespace Unrolled.Datasets;

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
