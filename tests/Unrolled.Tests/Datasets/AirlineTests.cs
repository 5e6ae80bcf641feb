
namespace Unrolled.Tests.Datasets;

public sealed class AirlineTests
{
    [Fact]
    public void The_months_run_from_1949_to_1960_and_end_with_432_thousand()
    {
        IReadOnlyList<AirlineMonth> months = Airline.Load();

        Assert.Equal(144, months.Count);
        Assert.Equal(new AirlineMonth(new DateOnly(1949, 1, 1), 112), months[0]);
        Assert.Equal(new AirlineMonth(new DateOnly(1960, 7, 1), 622), months.MaxBy(month => month.Passengers));
        Assert.Equal(new AirlineMonth(new DateOnly(1960, 12, 1), 432), months[^1]);
    }

    [Fact]
    public void A_month_left_out_is_named()
    {
        using DamagedData data = DamagedData.Text(
            "airline/airline-passengers.csv",
            text => text.Replace("\"1949-03\",132\r\n", "", StringComparison.Ordinal) + "\r\n\"1961-01\",1");

        DataFileException error = Assert.Throws<DataFileException>(() => Airline.Load(data.Folder));

        Assert.Equal((4, 1), (error.Line, error.Column));
        Assert.EndsWith(
            "expected 03/01/1949 in column Month, found \"1949-04\"", error.Message, StringComparison.Ordinal);
    }
}
