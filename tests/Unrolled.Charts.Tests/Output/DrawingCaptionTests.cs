using System.Text.Json;
using System.Xml.Linq;
using Unrolled.Charts.Tests.Diagrams;

namespace Unrolled.Charts.Tests.Output;

public class DrawingCaptionTests
{
    private const string Sentence = "The loss h_t & <b> falls.";

    [Fact]
    public void The_caption_is_text_below_the_picture_and_not_in_it()
    {
        string html = Captioned().ToHtml();

        Assert.StartsWith("<figure id=\"figure-2-3\" class=\"unrolled-figure\" data-figure=\"sha256:", html);
        Assert.Matches(
            @"</svg>[\s\S]*<figcaption [^>]*>\s*<b>Figure 2\.3\.</b> The loss h_t &amp; &lt;b&gt; falls\.\s*</figcap",
            html);
        XElement svg = XElement.Parse(Captioned().ToSvg());
        Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName == "text"
            && element.Value.Contains("Figure 2.3.", StringComparison.Ordinal));
    }

    [Fact]
    public void The_caption_is_the_last_line_of_the_text() =>
        Assert.Equal($"{Plain()}\nFigure 2.3. {Sentence}", Captioned().ToString());

    [Fact]
    public void The_alternative_text_begins_with_the_caption()
    {
        XElement svg = XElement.Parse(Captioned().ToSvg());

        Assert.Equal("Figure 2.3. Loss", svg.Elements().First(part => part.Name.LocalName == "title").Value);
        Assert.StartsWith(Sentence, svg.Elements().First(part => part.Name.LocalName == "desc").Value);
    }

    [Fact]
    public void The_data_and_the_digest_take_the_caption_in()
    {
        XElement svg = XElement.Parse(Captioned().ToSvg());
        string inside = svg.Elements().First(part => part.Name.LocalName == "metadata").Value;
        JsonElement caption = JsonDocument.Parse(inside).RootElement.GetProperty("caption");

        Assert.Equal("2.3", caption.GetProperty("number").GetString());
        Assert.Equal(Sentence, caption.GetProperty("text").GetString());
        string[] digests =
        [
            Plain().Digest, Captioned().Digest, Plain().Caption("2.4", Sentence).Digest,
            Plain().Caption("2.3", "So.").Digest,
        ];
        Assert.Equal(digests.Length, digests.Distinct().Count());
        Assert.Equal(CanonicalWriter.Digest(inside), Captioned().Digest);
    }

    [Fact]
    public void Every_kind_of_drawing_keeps_its_type()
    {
        CellDiagram cell = ((CellDiagram)DiagramGallery.Drawings["cell: lstm"]()).Caption("5.1", "The cell.");
        FigureGrid grid = Figure.Grid([Plain()]).Caption("1.12", "A grid.");
        UnrolledDiagram shapes = UnrolledDiagram.FiveShapes().Caption("1.1", "First.").Caption("1.2", "Second.");

        Assert.EndsWith("\nFigure 5.1. The cell.", cell.ToString());
        Assert.EndsWith("\nFigure 1.12. A grid.", grid.ToString());
        Assert.EndsWith("\nFigure 1.2. Second.", shapes.ToString());
        Assert.DoesNotContain("First.", shapes.ToHtml());
    }

    [Theory]
    [InlineData("")]
    [InlineData("2")]
    [InlineData("2.")]
    [InlineData("2.0")]
    [InlineData("2.3.1")]
    [InlineData("2.3\n")]
    [InlineData("Figure 2.3")]
    [InlineData("２.３")]
    public void A_number_of_another_form_is_refused(string number)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Plain().Caption(number, Sentence));

        Assert.Contains($"The number of a caption is \"{number}\"", error.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public void An_empty_caption_is_refused(string text) => Assert.Contains(
        "The caption of figure 2.3 is empty",
        Assert.Throws<ArgumentException>(() => Plain().Caption("2.3", text)).Message);

    private static Figure Plain() => new Figure("Loss").Line([1, 0.5], "BPTT");

    private static Figure Captioned() => Plain().Caption("2.3", Sentence);
}
