using System.Text.Json;
using System.Xml.Linq;

namespace Unrolled.Charts.Tests.Output;

/// <summary>Long lines and bands hold fewer points in a notebook, look the same, and keep an honest digest.</summary>
public class LongCurveTests
{
    private const int Many = 300_000;

    private static readonly double[] Walk = RandomWalk(Many);

    [Fact]
    public void A_line_of_a_million_points_does_not_weigh_more_than_a_page_may()
    {
        double[] million = RandomWalk(1_000_000);

        Assert.InRange(new Figure().Line(million).ToSvg().Length, 1, 1_000_000);
    }

    [Fact]
    public void A_long_lines_lowest_and_highest_points_and_its_ends_stay()
    {
        (double[] x, double[] y) = Points(new Figure().Line(Walk));

        Assert.InRange(x.Length, 4_000, 10_000);
        Assert.Equal((Rounded(Walk.Min()), Rounded(Walk.Max())), (y.Min(), y.Max()));
        Assert.Equal((0, Rounded(Many - 1)), (x[0], x[^1]));
        Assert.Equal((Rounded(Walk[0]), Rounded(Walk[^1])), (y[0], y[^1]));
        Assert.True(x.Zip(x.Skip(1)).All(pair => pair.First <= pair.Second));
    }

    [Fact]
    public void A_difference_in_any_point_is_one_in_the_digest_of_the_figure()
    {
        string digest = new Figure().Line(Walk).Digest;

        foreach (int index in (int[])[1, 77_777, 150_000, Many - 2])
        {
            double[] other = [.. Walk];
            other[index] = (other[index - 1] + other[index + 1]) / 2 + 0.01;
            Assert.NotEqual(digest, new Figure().Line(other).Digest);
        }
        Assert.Equal(digest, new Figure().Line([.. Walk]).Digest);
    }

    [Fact]
    public void The_last_bits_choose_no_point_of_a_long_line()
    {
        // Equal heights up to noise in the last bits: any of them could be a column's lowest.
        double[] flat = [.. Walk.Select(value => Math.Round(value))];
        double[] noisy = [.. flat.Select((value, i) => value * (1 + (i % 3 - 1) * 1e-15))];

        Assert.Equal(new Figure().Line(flat).Digest, new Figure().Line(noisy).Digest);
    }

    [Fact]
    public void A_long_line_on_a_logarithmic_axis_keeps_its_first_points()
    {
        (double[] x, _) = Points(new Figure().Line(Walk, from: 1).LogX());

        Assert.Equal(Enumerable.Range(1, 20).Select(i => (double)i), x.Take(20));
    }

    [Fact]
    public void A_gap_in_a_long_line_stays_a_gap()
    {
        double[] gapped = [.. Walk];
        Array.Fill(gapped, double.NaN, 100_000, 50_000);

        using JsonDocument data = Data(new Figure().Line(gapped));

        Assert.Contains(
            data.RootElement.GetProperty("series")[0].GetProperty("y").EnumerateArray(),
            value => value.ValueKind == JsonValueKind.Null);
    }

    [Fact]
    public void A_long_band_keeps_the_extremes_of_both_edges()
    {
        double[] x = [.. Enumerable.Range(0, Many).Select(i => i / 10.0)];
        double[] upper = [.. Walk.Select(value => value + 1)];
        using JsonDocument data = Data(new Figure().Band(x, Walk, upper));
        JsonElement band = data.RootElement.GetProperty("series")[0];

        Assert.InRange(band.GetProperty("x").GetArrayLength(), 4_000, 15_000);
        Assert.Equal(
            (Rounded(Walk.Min()), Rounded(upper.Max())),
            (Numbers(band.GetProperty("lower")).Min(), Numbers(band.GetProperty("upper")).Max()));
    }

    [Fact]
    public void Ten_thousand_points_are_kept_all()
    {
        Assert.Equal(10_000, Points(new Figure().Line(Walk[..10_000])).Y.Length);
    }

    private static (double[] X, double[] Y) Points(Figure figure)
    {
        using JsonDocument data = Data(figure);
        JsonElement line = data.RootElement.GetProperty("series")[0];
        return (line.TryGetProperty("x", out JsonElement x) ? Numbers(x) : [], Numbers(line.GetProperty("y")));
    }

    private static double[] Numbers(JsonElement array) =>
        [.. array.EnumerateArray().Where(value => value.ValueKind == JsonValueKind.Number)
            .Select(value => value.GetDouble())];

    private static JsonDocument Data(Figure figure) => JsonDocument.Parse(
        XElement.Parse(figure.ToSvg()).Elements().Single(element => element.Name.LocalName == "metadata").Value);

    private static double Rounded(double value) => CanonicalNumber.Rounded(value);

    private static double[] RandomWalk(int steps)
    {
        Random random = new(7);
        double at = 0;
        return [.. Enumerable.Range(0, steps).Select(_ => at += random.NextDouble() - 0.5)];
    }
}
