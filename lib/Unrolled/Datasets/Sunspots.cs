namespace Unrolled;

/// <summary>
/// The yearly mean sunspot number from 1700 to 2008: 309 years, no gap, old (version 1) scale.
/// Source: US National Geophysical Data Center.
/// </summary>
public static class Sunspots
{
    /// <summary>The first year of the series.</summary>
    public const int FirstYear = 1700;

    /// <summary>The number of years.</summary>
    public const int Years = 309;

    /// <summary>Reads the series, oldest year first.</summary>
    /// <param name="dataFolder">The data folder; searched for if not given, see <see cref="DataFolder"/>.</param>
    /// <exception cref="DataFileException">The file is missing or damaged.</exception>
    public static IReadOnlyList<SunspotYear> Load(string? dataFolder = null)
    {
        DataFile file = DataFolder.Find("sunspots/sunspots_yearly_1700_2008.csv", dataFolder);
        SunspotYear[] years = [.. CsvFile.Read(file, ["YEAR", "SUNACTIVITY"], Years).Select(Year)];
        file.RequireChecksum("f67889b1d9002cd5227f0e0ef54e35b419cdd85a31279adef6f73fb41e5c0a9b");
        return years;
    }

    private static SunspotYear Year(CsvRow row, int index)
    {
        int year = row.WholeNumber(0);
        row.Require(0, year, FirstYear + index);
        return new SunspotYear(year, row.Number(1));
    }
}

/// <summary>One year of <see cref="Sunspots"/>.</summary>
/// <param name="Year">The calendar year.</param>
/// <param name="Number">The yearly mean sunspot number, old (version 1) scale; it has no unit.</param>
public sealed record SunspotYear(int Year, double Number);
