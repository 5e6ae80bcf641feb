using System.Text.Json;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;

namespace Unrolled.Charts.Tests.Output;

public class CanonicalDataTests
{
    private static readonly Arbitrary<double[]> Values =
        Gen.Choose(-1_000_000, 1_000_000)
            .Select(whole => whole / 1000.0).NonEmptyListOf().Select(list => list.ToArray()).ToArbitrary();

    [Fact]
    public void The_digest_is_that_of_the_data_inside_the_picture() => Prop.ForAll(Values, values =>
    {
        var figure = new Figure("f").Line(values, "y");
        XElement svg = XElement.Parse(figure.ToSvg());
        string inside = svg.Elements().Single(element => element.Name.LocalName == "metadata").Value;
        return CanonicalWriter.Digest(inside) == figure.Digest && svg.Attribute("data-figure")!.Value == figure.Digest;
    }).CheckSeeded();

    [Fact]
    public void Equal_data_have_equal_digests() => Prop.ForAll(Values, values =>
        new Figure("f").Line(values, "y").Digest == new Figure("f").Line([.. values], "y").Digest).CheckSeeded();

    [Fact]
    public void A_difference_behind_five_digits_does_not_count() => Prop.ForAll(
        Gen.Choose(10_000, 99_999).ToArbitrary(), digits =>
            new Figure().Line([digits * 1e-3]).Digest
            == new Figure().Line([digits * 1e-3 * (1 + 1e-12)]).Digest).CheckSeeded();

    [Fact]
    public void A_difference_in_the_fifth_digit_counts() => Prop.ForAll(
        Gen.Choose(10_000, 99_998).ToArbitrary(), digits =>
            new Figure().Line([digits * 1e-3]).Digest != new Figure().Line([(digits + 1) * 1e-3]).Digest).CheckSeeded();

    [Fact]
    public void Positions_that_count_up_are_told_apart_from_those_that_almost_do()
    {
        Figure counted = new Figure().Line([0.0, 1, 2], [5.0, 6, 7]);
        Figure almost = new Figure().Line([0.0, 1, 2.1], [5.0, 6, 7]);

        Assert.Equal(new Figure().Line([5.0, 6, 7]).Digest, counted.Digest);
        Assert.NotEqual(counted.Digest, almost.Digest);
        Assert.Equal(counted.Digest, new Figure().Line([0.0, 1, 2 + 1e-13], [5.0, 6, 7]).Digest);
    }

    [Fact]
    public void Everything_that_is_drawn_has_a_part_in_the_digest()
    {
        Func<Figure>[] figures =
        [
            () => new Figure("a").Line([1.0, 2]),
            () => new Figure("b").Line([1.0, 2]),
            () => new Figure("a").Line([1.0, 2], "n"),
            () => new Figure("a").Line([1.0, 2]).LogY(),
            () => new Figure("a").Line([1.0, 2], from: 2).LogX(),
            () => new Figure("a").Line([1.0, 2]).YRange(0, 2),
            () => new Figure("a").Line([1.0, 2]).XRange(0, 2),
            () => new Figure("a").Line([1.0, 2]).XLabel("x"),
            () => new Figure("a").Line([1.0, 2]).YLabel("x"),
            () => new Figure("a").Line([1.0, 2], dash: Dash.Dotted),
            () => new Figure("a").Line([1.0, 2], marker: Marker.Cross),
            () => new Figure("a").Line([1.0, 2], step: true),
            () => new Figure("a").Line([1.0, 2], colour: "#123456"),
            () => new Figure("a").Line([1.0, 2], from: 1),
            () => new Figure("a", width: 500).Line([1.0, 2]),
            () => new Figure("a").Line([1.0, 2]).HorizontalLine(1),
            () => new Figure("a").Line([1.0, 2]).VerticalLine(1),
            () => new Figure("a").Line([1.0, 2]).Annotate(1, 1, "x"),
            () => new Figure("a").Line([1.0, 2]).Legend(LegendPosition.None),
            () => new Figure("a").Points([0, 1], [1.0, 2]),
            () => new Figure("a").Line([1.0, double.NaN]),
            () => new Figure("a").Band([0, 1], [1.0, 2], [2.0, 3]),
            () => new Figure("a").Histogram([1.0, 2]),
            () => new Figure("a").Bars(["p", "q"], [1.0, 2]),
            () => new Figure("a").Bars(["p", "r"], [1.0, 2]),
            () => new Figure("a").Bars(["p", "q"], [1.0, 2], errors: [0.1, 0.1]),
            () => new Figure("a").HeatMap(new[,] { { 1.0, 2 } }),
            () => new Figure("a").HeatMap(new[,] { { 1.0 }, { 2 } }),
            () => new Figure("a").HeatMap(new[,] { { 1.0, 2 } }, scale: ColourScale.Blues),
        ];

        string[] digests = [.. figures.Select(make => make().Digest)];

        Assert.Equal(digests.Length, digests.Distinct().Count());
    }

    [Fact]
    public void Canonical_data_are_json_with_nulls_for_gaps()
    {
        string svg = new Figure("a \"b\" <c>").Line([1.0, double.NaN, 3.00004]).ToSvg();
        using JsonDocument data = JsonDocument.Parse(
            XElement.Parse(svg).Elements().Single(element => element.Name.LocalName == "metadata").Value);

        Assert.Equal("a \"b\" <c>", data.RootElement.GetProperty("title").GetString());
        Assert.Equal("[1,null,3]", data.RootElement.GetProperty("series")[0].GetProperty("y").GetRawText());
    }
}
