using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FsCheck.Fluent;
using Unrolled.Charts.Tests.Diagrams;
using Unrolled.Charts.Tests.Figures;

namespace Unrolled.Charts.Tests.Output;

public partial class SvgDocumentTests
{
    private static readonly Dictionary<string, Func<Drawing>> All = new(
        [.. Gallery.Drawings, .. DiagramGallery.Drawings]);

    public static TheoryData<string> Names => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_figure_is_drawn_byte_for_byte_the_same(string name) =>
        Assert.Equal(All[name]().ToSvg(), All[name]().ToSvg());

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_in_a_picture_comes_from_elsewhere_or_runs(string name)
    {
        XElement svg = XElement.Parse(All[name]().ToSvg());

        Assert.DoesNotContain(
            svg.DescendantsAndSelf(),
            element => element.Name.LocalName is "script" or "image" or "use" or "foreignObject");
        Assert.DoesNotContain(
            svg.DescendantsAndSelf().Attributes(),
            attribute => attribute.Name.LocalName is "href"
                || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_coordinate_is_missing_or_outside_the_paper(string name)
    {
        XElement svg = XElement.Parse(All[name]().ToSvg());
        double width = double.Parse(svg.Attribute("width")!.Value, CultureInfo.InvariantCulture);

        Assert.DoesNotContain(
            "NaN", string.Join(' ', svg.Descendants().Attributes().Select(attribute => attribute.Value)));
        Assert.All(
            svg.Descendants()
                .Where(element => element.Name.LocalName == "text")
                .Select(text => double.Parse(text.Attribute("x")!.Value, CultureInfo.InvariantCulture)),
            x => Assert.InRange(x, 0, width));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_level_text_runs_over_the_edge(string name)
    {
        XElement svg = XElement.Parse(All[name]().ToSvg());
        double width = Parsed(svg.Attribute("width")!.Value);

        Assert.All(
            svg.Descendants()
                .Where(element => element.Name.LocalName == "text" && element.Attribute("transform") is null),
            text =>
        {
            double length = TextMetrics.Width(
                text.Value, Parsed(text.Attribute("font-size")!.Value), text.Attribute("font-weight") is not null);
            double before = text.Attribute("text-anchor")?.Value switch { "end" => 1, "middle" => 0.5, _ => 0 };
            double left = Parsed(text.Attribute("x")!.Value) - length * before;
            Assert.InRange(left, 0, width - length);
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Ids_are_unique_and_come_from_the_digest(string name)
    {
        Drawing drawing = All[name]();
        string[] ids = [.. XElement.Parse(drawing.ToSvg()).Descendants().Attributes("id").Select(id => id.Value)];

        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(ids, id => Assert.StartsWith("f" + drawing.Digest["sha256:".Length..][..12], id));
    }

    [Fact]
    public void Any_text_makes_valid_xml() => Prop.ForAll<string>(text =>
    {
        string words = text ?? "";
        var figure = new Figure(words)
            .Bars([words], [1.0], words).XLabel(words).YLabel(words).HorizontalLine(1, words).Annotate(0, 1, words);
        return XElement.Parse(figure.ToSvg())
            .Elements().First(element => element.Name.LocalName == "title").Value is not null;
    }).CheckSeeded();

    [Fact]
    public void All_points_of_a_line_lie_inside_the_plot() => Prop.ForAll(
        Gen.Choose(-1_000_000, 1_000_000).NonEmptyListOf().ToArbitrary(), Gen.Choose(-12, 12).ToArbitrary(),
        (values, exponent) =>
        {
            Figure figure = new Figure("f")
                .Line(values.Select(value => value * Math.Pow(10, exponent)), marker: Marker.Circle);
            Rect plot = FigureLayout.Of(figure.Model).Panels[0].Axes.Plot;
            XElement[] circles =
            [
                .. XElement.Parse(figure.ToSvg()).Descendants().Where(element => element.Name.LocalName == "circle"),
            ];
            return circles.Length > 0 && circles.All(circle =>
                Inside(Parsed(circle.Attribute("cx")!.Value), plot.Left, plot.Width)
                && Inside(Parsed(circle.Attribute("cy")!.Value), plot.Top, plot.Height));
        }).CheckSeeded();

    [Fact]
    public void A_gap_breaks_the_line()
    {
        string path = LineOf(new Figure().Line([1.0, 2, double.NaN, 3, 4]));

        Assert.Equal(2, path.Count(c => c == 'M'));
    }

    [Fact]
    public void A_long_line_is_thinned_in_the_picture_and_whole_in_the_data()
    {
        double[] values = [.. Enumerable.Range(0, 10_000).Select(i => Math.Sin(i * 0.7))];
        string svg = new Figure().Line(values).ToSvg();

        Assert.InRange(Command().Count(LineOf(new Figure().Line(values))), 600, 4 * 680);
        Assert.Equal(10_000, svg.Split("\"y\":[")[1].Split(']')[0].Split(',').Length);
    }

    [Fact]
    public void The_text_alternative_says_what_is_seen()
    {
        XElement svg = XElement.Parse(
            new Figure("Loss").Line([4.0, 1], "BPTT").LogY().YLabel("error").HorizontalLine(2, "mean").ToSvg());

        Assert.Equal("img", svg.Attribute("role")!.Value);
        Assert.Equal(
            "Line \"BPTT\", 2 points: 4 → 1, min 1, max 4. Vertical axis: error, logarithmic. "
            + "Horizontal line at 2 \"mean\".",
            svg.Elements().Single(element => element.Name.LocalName == "desc").Value);
    }

    private static string LineOf(Figure figure) =>
        XElement.Parse(figure.ToSvg())
            .Descendants().Single(element => element.Attribute("class")?.Value == "line").Attribute("d")!.Value;

    private static bool Inside(double value, double start, double length) =>
        value >= start - 0.01 && value <= start + length + 0.01;

    private static double Parsed(string number) => double.Parse(number, CultureInfo.InvariantCulture);

    [GeneratedRegex("[ML]")]
    private static partial Regex Command();
}
