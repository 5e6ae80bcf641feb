using System.IO.Compression;
using Unrolled.NotebookHost.Figures;

namespace Unrolled.NotebookHost.Tests.Figures;

public class PngTests
{
    private const int Red = 0xFF0000, White = 0xFFFFFF;

    [Fact]
    public void Every_filter_is_undone()
    {
        // One pixel a column; stored by hand as what PNG 9.2 subtracts from the rows (10 20 30)(40 50 60), repeated.
        byte[] rows =
        [
            0, 10, 20, 30, 40, 50, 60,
            1, 10, 20, 30, 30, 30, 30,
            2, 0, 0, 0, 0, 0, 0,
            3, 5, 10, 15, 15, 15, 15,
            4, 0, 0, 0, 0, 0, 0,
        ];

        RgbImage image = PngReader.Read(TrueColour(width: 2, height: 5, rows))!;

        Assert.Equal([.. Enumerable.Repeat(new[] { 0x0A141E, 0x28323C }, 5).SelectMany(row => row)], image.Pixels);
    }

    [Fact]
    public void A_damaged_file_is_an_error_that_says_what_is_wrong()
    {
        byte[] whole = TrueColour(width: 1, height: 1, [9, 1, 2, 3]);

        Assert.Contains("unknown filter 9", Assert.Throws<InvalidDataException>(() => PngReader.Read(whole)).Message);
        Assert.Contains("no PNG", Assert.Throws<InvalidDataException>(() => PngReader.Read(whole[1..])).Message);
        Assert.Contains(
            "in the middle", Assert.Throws<InvalidDataException>(() => PngReader.Read(whole[..46])).Message);
        Assert.Contains(
            "row 2 of 3",
            Assert.Throws<InvalidDataException>(() => PngReader.Read(TrueColour(1, 3, [0, 1, 2, 3]))).Message);
    }

    [Fact]
    public void The_check_is_that_of_the_specification() => Assert.Equal(0xAE426082, PngFormat.Crc("IEND"u8));

    [Fact]
    public void A_picture_of_few_colours_keeps_them_exactly()
    {
        RgbImage image = Random(width: 16, height: 16, colours: 256);
        PngPalette palette = PngPalette.Of(image);

        Assert.Equal(image.Pixels, image.Pixels.Select(colour => palette.Colours[palette[colour]]));
        Assert.Equal(image.Pixels.Distinct().Count(), palette.Colours.Count);
    }

    [Fact]
    public void A_picture_of_many_colours_gets_256_and_no_colour_moves_far()
    {
        RgbImage image = new(256, 256, [.. Enumerable.Range(0, 65536).Select(i => (i >> 8) << 16 | (i & 0xFF) << 8)]);
        PngPalette palette = PngPalette.Of(image);

        Assert.Equal(256, palette.Colours.Count);
        // 256 equal boxes over a plane of 256 × 256 are 16 wide: no colour is further than 8 from the middle of its
        // own.
        Assert.All(image.Pixels, colour => Assert.True(Distance(colour, palette.Colours[palette[colour]]) <= 8));
    }

    [Fact]
    public void The_paper_stays_white_among_many_colours()
    {
        RgbImage image = Random(width: 100, height: 100, colours: 5000);
        RgbImage onPaper =
            image with { Height = 1100, Pixels = [.. image.Pixels, .. Enumerable.Repeat(White, 100_000)] };
        PngPalette palette = PngPalette.Of(onPaper);

        Assert.Equal(White, palette.Colours[palette[White]]);
    }

    [FactRequires(ExternalTool.Chromium)]
    public async Task A_browser_reads_what_is_written()
    {
        RgbImage image = Random(width: 20, height: 10, colours: 200);
        string address = "data:image/png;base64," + Convert.ToBase64String(IndexedPng.Write(image));
        await using Chromium browser = await Chromium.StartAsync(ExternalTool.ChromiumPath, CancellationToken.None);

        Picture shown = await browser.DrawAsync(
            $"<img style=\"image-rendering:pixelated\" src=\"{address}\">", "img", CancellationToken.None);

        RgbImage read = PngReader.Read(shown.Png)!;
        Assert.Equal((40, 20), (read.Width, read.Height));
        Assert.Equal(image.Pixels, Enumerable.Range(0, 200).Select(i => read.Pixels[i / 20 * 2 * 40 + i % 20 * 2]));
    }

    [Fact]
    public void A_file_that_is_of_another_form_stays_as_it_is()
    {
        byte[] indexed = IndexedPng.Write(new RgbImage(1, 1, [Red]));

        Assert.Same(indexed, IndexedPng.Compact(indexed));
    }

    private static RgbImage Random(int width, int height, int colours)
    {
        Random random = new(7);
        int[] chosen = [.. Enumerable.Range(0, colours).Select(_ => random.Next(White))];
        return new RgbImage(
            width, height, [.. Enumerable.Range(0, width * height).Select(_ => chosen[random.Next(colours)])]);
    }

    private static int Distance(int a, int b) =>
        Enumerable.Range(0, 3).Max(channel => Math.Abs((a >> 8 * channel & 0xFF) - (b >> 8 * channel & 0xFF)));

    // The checks after the chunks are left at zero: readers of a file that was just made need none.
    private static byte[] TrueColour(byte width, byte height, byte[] rows)
    {
        using MemoryStream data = new();
        using (ZLibStream deflated = new(data, CompressionLevel.Fastest))
            deflated.Write(rows);
        return
        [
            .. PngFormat.Signature,
            .. Chunk("IHDR"u8, [0, 0, 0, width, 0, 0, 0, height, 8, PngFormat.TrueColour, 0, 0, 0]),
            .. Chunk("IDAT"u8, data.ToArray()),
            .. Chunk("IEND"u8, []),
        ];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> type, byte[] content) =>
        [0, 0, 0, (byte)content.Length, .. type, .. content, 0, 0, 0, 0];
}
