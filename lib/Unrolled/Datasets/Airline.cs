namespace Unrolled;

/// <summary>
/// International airline passengers month by month from January 1949 to December 1960: 144 months, no gap.
/// Source: Box and Jenkins, Time Series Analysis, 1970, series G.
/// </summary>
public static class Airline
{
    /// <summary>The number of months.</summary>
    public const int Months = 144;

    private static readonly DateOnly FirstMonth = new(1949, 1, 1);

    /// <summary>Reads the series, oldest month first.</summary>
    /// <param name="dataFolder">The data folder; searched for if not given, see <see cref="DataFolder"/>.</param>
    /// <exception cref="DataFileException">The file is missing or damaged.</exception>
    public static IReadOnlyList<AirlineMonth> Load(string? dataFolder = null)
    {
        DataFile file = DataFolder.Find("airline/airline-passengers.csv", dataFolder);
        AirlineMonth[] months = [.. CsvFile.Read(file, ["Month", "Passengers"], Months).Select(Month)];
        file.RequireChecksum("8cb51be753a718d9be5d76d7e238cc224792754676adc21faa59e954b0201621");
        return months;
    }

    private static AirlineMonth Month(CsvRow row, int index)
    {
        DateOnly month = row.Date(0, "yyyy-MM");
        row.Require(0, month, FirstMonth.AddMonths(index));
        return new AirlineMonth(month, row.WholeNumber(1));
    }
}

/// <summary>One month of <see cref="Airline"/>.</summary>
/// <param name="Month">The first day of the month.</param>
/// <param name="Passengers">International airline passengers, in thousands.</param>
public sealed record AirlineMonth(DateOnly Month, int Passengers);
