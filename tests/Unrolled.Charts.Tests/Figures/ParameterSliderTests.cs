using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Unrolled.Charts.Tests.Figures;

public partial class ParameterSliderTests
{
    [Fact]
    public void The_still_picture_has_the_first_the_middle_and_the_last_frame_with_their_values()
    {
        string[] texts = TextsOf(ParameterSlider.Over("u", [1, 2, 3, 4, 5], u => Line(u)));

        Assert.Equal(["u = 1", "u = 3", "u = 5"], texts.Where(text => text.StartsWith('u')));
        Assert.Contains("3 of 5 frames: u = 1, 2, 3, 4, 5.", texts);
    }

    [Fact]
    public void The_still_picture_of_two_parameters_has_the_middle_frame_and_names_the_others()
    {
        string[] texts = TextsOf(Sliders.OfTwo());

        Assert.Contains("a = 10, b = 2", texts);
        Assert.Contains("1 of 6 frames: a = 10, 20; b = 1, 2, 3.", texts);
    }

    [Fact]
    public void A_start_is_the_frame_that_is_shown()
    {
        Assert.Contains("u = 2", TextsOf(ParameterSlider.Over("u", [1, 2, 3, 4], u => Line(u), start: 2)));
        Assert.Contains("a = 2, b = 4", TextsOf(
            ParameterSlider.Over(("a", [1, 2]), ("b", [3, 4]), (a, b) => Line(a * b), start: (2, 4))));
    }

    [Fact]
    public void All_frames_have_common_axes_wide_enough_for_all_data()
    {
        string svg = ParameterSlider.Over("u", [1, 100], u => Line(u).XLabel("step")).ToSvg();
        XElement[] frames = FramesOf(svg);

        Assert.Equal(2, frames.Length);
        Assert.Equal(Ticks(frames[1]), Ticks(frames[0]));
        Assert.Contains("100", Ticks(frames[0]));
    }

    [Fact]
    public void A_frame_that_sets_its_range_keeps_it()
    {
        XElement[] frames = FramesOf(
            ParameterSlider.Over("u", [1, 100], u => u == 1 ? Line(u).YRange(0, 2) : Line(u)).ToSvg());

        Assert.Contains("2", Ticks(frames[0]));
        Assert.DoesNotContain("100", Ticks(frames[0]));
        Assert.Contains("100", Ticks(frames[1]));
    }

    [Fact]
    public void Heat_maps_have_common_colours()
    {
        string svg = ParameterSlider.Over("u", [1, 4], u => new Figure().HeatMap(new[,] { { 0, u } })).ToSvg();
        XElement[][] cells = [.. FramesOf(svg).Select(frame => frame.Descendants()
            .Where(part => part.Attribute("class")?.Value == "cells").Elements().ToArray())];

        Assert.Equal(cells[0][0].Attribute("fill")!.Value, cells[1][0].Attribute("fill")!.Value);
        Assert.NotEqual(cells[0][1].Attribute("fill")!.Value, cells[1][1].Attribute("fill")!.Value);
    }

    [Fact]
    public void The_digest_is_over_all_frames_names_values_and_the_start()
    {
        ParameterSlider[] sliders =
        [
            ParameterSlider.Over("u", [1, 2, 3], u => Line(u)),
            ParameterSlider.Over("u", [1, 2, 3], u => Line(u == 1 ? 5 : u)),
            ParameterSlider.Over("v", [1, 2, 3], u => Line(u)),
            ParameterSlider.Over("u", [1, 2, 4], u => Line(Math.Min(u, 3))),
            ParameterSlider.Over("u", [1, 2, 3], u => Line(u), start: 1),
            ParameterSlider.Over("u", [1, 2, 3], u => Line(u), title: "t"),
        ];

        Assert.Equal(sliders.Length, sliders.Select(slider => slider.Digest).Distinct().Count());
        Assert.Equal(sliders[0].Digest, ParameterSlider.Over("u", [1, 2, 3], u => Line(u)).Digest);
        Assert.Equal(sliders[0].ToHtml(), ParameterSlider.Over("u", [1, 2, 3], u => Line(u)).ToHtml());
    }

    [Fact]
    public void The_text_is_a_table_with_a_row_for_each_frame()
    {
        string[] lines = Sliders.OfTwo().Caption("1.2", "Two.").ToString().Split('\n');

        Assert.Equal(["a", "b", "h"], Blanks().Split(lines[1].Trim()).Take(3));
        Assert.Equal(6, lines.Count(line => line.StartsWith("10 ", StringComparison.Ordinal)
            || line.StartsWith("20 ", StringComparison.Ordinal)));
        Assert.Equal("Figure 1.2. Two.", lines[^1]);
    }

    [Fact]
    public void Lines_that_frames_have_in_common_are_written_once()
    {
        int one = Sliders.OfOne().ToHtml().Length;
        int many = ParameterSlider.Over("u", [.. Enumerable.Range(0, 120)], u => Line(u)).ToHtml().Length;

        Assert.InRange(many, one, 8 * one);
    }

    [Fact]
    public void Every_kind_of_drawing_can_be_a_frame()
    {
        ParameterSlider[] sliders =
        [
            ParameterSlider.Over("u", [1, 2], u => Figure.Grid([Line(u), Line(2 * u)])),
            ParameterSlider.Over("u", [1, 2], u => new Pictures().Add(new[,] { { u, 0 } })),
            ParameterSlider.Over("u", [1, 2], u => new TruncationDiagram(4, u, 2)),
        ];

        Assert.All(sliders, slider => Assert.NotEmpty(slider.ToSvg()));
        Assert.All(sliders, slider => Assert.NotEmpty(slider.ToString()));
    }

    [Fact]
    public void More_frames_than_a_page_should_carry_are_refused()
    {
        int drawn = 0;
        Refused(
            "The slider would have 121 frames; at most 120 are allowed",
            () => ParameterSlider.Over("u", [.. Enumerable.Range(0, 121)], u => Line(u + drawn++)));
        Refused(
            "The slider would have 132 frames",
            () => ParameterSlider.Over(
                ("a", [.. Enumerable.Range(0, 11)]), ("b", [.. Enumerable.Range(0, 12)]), (a, b) => Line(drawn++)));
        Assert.Equal(0, drawn);
    }

    [Fact]
    public void Wrong_parameters_are_refused()
    {
        Refused("has 1 values; a slider needs two", () => ParameterSlider.Over("u", [1], u => Line(u)));
        Refused("has the value 1 at place 1", () => ParameterSlider.Over("u", [2, 1], u => Line(u)));
        Refused("has the value NaN at place 1", () => ParameterSlider.Over("u", [2, double.NaN], Line));
        Refused(
            "cannot start at 3; it has the values 1, 2.",
            () => ParameterSlider.Over("u", [1, 2], u => Line(u), start: 3));
        Refused("empty", () => ParameterSlider.Over(" ", [1, 2], u => Line(u)));
    }

    [Fact]
    public void Wrong_frames_are_refused()
    {
        Refused("Frame 0 of the slider is null", () => ParameterSlider.Over<int>("u", [1, 2], _ => null!));
        Refused(
            "Frame 1 of the slider is a FigureGrid, the first one a Figure",
            () => ParameterSlider.Over<int>("u", [1, 2], u => u == 1 ? Line(u) : Figure.Grid([Line(u)])));
        Refused(
            "Frame 0 of the slider has the caption of figure 1.1",
            () => ParameterSlider.Over("u", [1, 2], u => Line(u).Caption("1.1", "No.")));
        Refused("is a slider itself", () => ParameterSlider.Over<int>("u", [1, 2], _ => Sliders.OfOne()));
    }

    private static Figure Line(double u) => new Figure().Line([0, u / 2, u], "h");

    private static string[] TextsOf(Drawing drawing) =>
    [
        .. XElement.Parse(drawing.ToSvg()).Descendants()
            .Where(part => part.Name.LocalName == "text").Select(part => part.Value),
    ];

    private static XElement[] FramesOf(string svg) =>
        [.. XElement.Parse(svg).Descendants().Where(part => part.Attribute("class")?.Value == "frame")];

    private static string[] Ticks(XElement frame) =>
    [
        .. frame.Descendants().Single(part => part.Attribute("class")?.Value == "names").Elements()
            .Select(text => text.Value),
    ];

    private static void Refused(string message, Func<object> make) =>
        Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(make).Message);

    [GeneratedRegex(" +")]
    private static partial Regex Blanks();
}
