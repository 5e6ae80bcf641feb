using System.Xml.Linq;

namespace Unrolled.Charts.Tests.Figures;

public class PicturesTests
{
    private static readonly double[,] Dot = { { 0, 0 }, { 0, 1 } };

    [Fact]
    public void Every_pixel_is_square_and_says_its_place_and_its_value()
    {
        XElement[] pixels = [.. PixelsOf(new Pictures().Add(new[,] { { 0.25, 0, 1 }, { 0, 0, 0.5625 } }))];

        Assert.Equal(6, pixels.Length);
        Assert.All(pixels, pixel => Assert.Equal(pixel.Attribute("width")!.Value, pixel.Attribute("height")!.Value));
        Assert.Equal("row 1, column 1: 0.25", pixels[0].Value);
        Assert.Equal("row 2, column 3: 0.5625", pixels[5].Value);
    }

    [Fact]
    public void White_is_the_smallest_value_and_all_images_have_one_scale()
    {
        XElement[] pixels = [.. PixelsOf(new Pictures().Add(Dot).Add(new[,] { { 0.0, 0.5 } }))];
        string[] colours = [.. pixels.Select(pixel => pixel.Attribute("fill")!.Value)];

        Assert.Equal("#ffffff", colours[0]);
        Assert.Equal(ColourMap.Of(ColourScale.Blues).At(1).ToString(), colours[3]);
        Assert.Equal(ColourMap.Of(ColourScale.Blues).At(0.5).ToString(), colours[5]);
    }

    [Fact]
    public void Values_beyond_the_ends_have_the_colours_of_the_ends_and_keep_their_numbers()
    {
        XElement[] pixels = [.. PixelsOf(new Pictures(min: 0, max: 1).Add(new[,] { { -0.2, 1.5 } }))];

        Assert.Equal("#ffffff", pixels[0].Attribute("fill")!.Value);
        Assert.Equal(ColourMap.Of(ColourScale.Blues).At(1).ToString(), pixels[1].Attribute("fill")!.Value);
        Assert.Equal("row 1, column 1: −0.2", pixels[0].Value);
    }

    [Fact]
    public void Signs_on_both_sides_are_blue_and_orange_around_white() => Assert.Equal(
        [ColourMap.Of(ColourScale.BlueOrange).At(0).ToString(), "#ffffff"],
        PixelsOf(new Pictures().Add(new[,] { { -2.0, 0, 1 } })).Take(2)
            .Select(pixel => pixel.Attribute("fill")!.Value));

    [Fact]
    public void A_row_that_is_too_long_for_a_phone_has_a_second_form()
    {
        Pictures eight = Enumerable.Range(1, 8).Aggregate(new Pictures(), (row, t) => row.Add(Dot, $"t = {t}"));

        Assert.Contains("unrolled-images-narrow", eight.ToHtml());
        Assert.DoesNotContain("unrolled-images-narrow", new Pictures().Add(Dot).ToHtml());
    }

    [Fact]
    public void The_alternative_text_says_where_the_largest_pixel_is() => Assert.Contains(
        "Image \"t = 1\", 2 by 2 pixels, 0 … 1, the largest in row 2, column 2.",
        new Pictures().Add(Dot, "t = 1").ToSvg());

    [Fact]
    public void The_text_has_the_images_side_by_side()
    {
        string[] lines = new Pictures("Dots").Add(Dot, "one").Add(Dot, "two").ToString().Split('\n');

        Assert.Equal(["Dots", "", "  ██     ██", "one    two"], lines[..4]);
    }

    [Fact]
    public void Everything_that_is_drawn_has_a_part_in_the_digest()
    {
        Pictures[] pictures =
        [
            new Pictures().Add(Dot), new Pictures("t").Add(Dot), new Pictures(max: 2).Add(Dot),
            new Pictures(showScale: true).Add(Dot), new Pictures(label: "l").Add(Dot), new Pictures().Add(Dot, "d"),
            new Pictures(columns: 1).Add(Dot), new Pictures(scale: ColourScale.Viridis).Add(Dot),
            new Pictures().Add(Dot).Add(Dot), new Pictures().Add(new[,] { { 1.0, 0 }, { 0, 0 } }),
        ];

        Assert.Equal(pictures.Length, pictures.Select(picture => picture.Digest).Distinct().Count());
    }

    [Fact]
    public void Wrong_images_are_refused()
    {
        Refused("image \"d\": the matrix has 0 rows", () => new Pictures().Add(new double[0, 0], "d"));
        Refused("it has 65 rows and 1 columns", () => new Pictures().Add(new double[65, 1]));
        Refused("values[0, 0] = ∞", () => new Pictures().Add(new[,] { { double.PositiveInfinity } }));
        Refused("the colours would run from 1 to 1", () => new Pictures(min: 1, max: 1));
        Refused("there are 0 columns", () => new Pictures(columns: 0));
        Assert.Contains(
            "there is no image yet", Assert.Throws<InvalidOperationException>(() => new Pictures().ToSvg()).Message);
    }

    private static IEnumerable<XElement> PixelsOf(Drawing drawing) => XElement.Parse(drawing.ToSvg()).Descendants()
        .Where(part => part.Attribute("class")?.Value == "image").Elements()
        .Where(part => part.Attribute("stroke") is null);

    private static void Refused(string message, Func<object> make) =>
        Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(make).Message);
}
