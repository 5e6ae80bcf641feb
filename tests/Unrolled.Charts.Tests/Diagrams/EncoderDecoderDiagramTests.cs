using System.Globalization;
using System.Text.RegularExpressions;

namespace Unrolled.Charts.Tests.Diagrams;

public class EncoderDecoderDiagramTests
{
    private static readonly EncoderDecoderDiagram Example = new(["tea", "?"], ["tea", ",", "please"]);

    [Fact]
    public void It_says_what_is_read_what_passes_and_what_is_written() => Assert.Equal(
        "An encoder and a decoder\n"
        + "The encoder reads tea ? in 2 steps. Its last state, h(2), is the decoder's first, s(0), and nothing else "
        + "passes. The decoder reads end and then each symbol that it has written, and writes tea , please end.",
        Example.ToString());

    [Fact]
    public void Every_word_is_drawn_where_it_is_read_and_where_it_is_written()
    {
        string svg = Example.ToSvg();

        Assert.Equal(3, Count(svg, ">tea<"));
        Assert.Equal(2, Count(svg, ">please<"));
        Assert.Equal(2, Count(svg, ">end<"));
        Assert.Contains("the one vector that passes", svg);
    }

    [Fact]
    public void Too_many_symbols_and_none_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new EncoderDecoderDiagram([], ["a"]));
        Assert.Throws<ArgumentException>(() => new EncoderDecoderDiagram(Enumerable.Repeat("a", 8), ["a"]));
        Assert.Throws<ArgumentException>(() => new EncoderDecoderDiagram(["a"], Enumerable.Repeat("a", 7)));
    }

    // On a page of 390 pixels a drawing has 340.
    [Fact]
    public void The_widest_diagram_has_letters_of_nine_pixels_on_a_phone()
    {
        string svg = new EncoderDecoderDiagram(Enumerable.Repeat("friday", 7), Enumerable.Repeat("sunday", 6)).ToSvg();
        double Number(Match match) => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        double width = Number(Regex.Match(svg, "viewBox=\"0 0 ([0-9.]+)"));

        Assert.All(
            Regex.Matches(svg, "font-size=\"([0-9.]+)\""),
            size => Assert.InRange(Number(size) * 340 / width, 9, 20));
    }

    private static int Count(string text, string piece) => text.Split(piece).Length - 1;
}
