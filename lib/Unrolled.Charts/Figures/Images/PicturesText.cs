using System.Globalization;

namespace Unrolled;

/// <summary>A row of images as text.</summary>
internal static class PicturesText
{
    private const int LineLength = 96, Gap = 3;

    private const string Shades = " ░▒▓█";

    /// <summary>The images side by side, two characters for each pixel, with their labels below.</summary>
    public static string Of(PicturesModel model)
    {
        var lines = new List<string>();
        if (model.Title is { } title)
            lines.Add(SafeText.Clean(title));
        foreach (PixelImage[] row in Rows(model))
        {
            int[] widths = [.. row.Select(WidthOf)];
            for (int y = 0; y < row.Max(image => image.Rows); y++)
                lines.Add(Joined(row, widths, image => y < image.Rows ? Shaded(model, image, y) : ""));
            lines.Add(Joined(row, widths, image => SafeText.Clean(image.Label ?? "")));
        }

        lines.Add($"' ' {NumberText.Short(model.Range.Min)} … '█' {NumberText.Short(model.Range.Max)}");
        return string.Join('\n', lines.Select(line => line.TrimEnd()));
    }

    /// <summary>The size of each image, and its largest and smallest pixel, in sentences.</summary>
    public static string Describe(PicturesModel model) => string.Join(
        " ", model.Images.Select((image, index) => Describe(image, index)));

    private static string Describe(PixelImage image, int index)
    {
        string named = image.Label is null ? $"Image {index + 1}" : $"Image \"{image.Label}\"";
        string size = string.Create(CultureInfo.InvariantCulture, $"{image.Rows} by {image.Columns} pixels");
        (int Row, int Column, double Value)[] pixels =
        [
            .. Enumerable.Range(0, image.Values.Length)
                .Select(place => (place / image.Columns, place % image.Columns))
                .Select(at => (at.Item1, at.Item2, image.Values[at.Item1, at.Item2]))
                .Where(pixel => !double.IsNaN(pixel.Item3)),
        ];
        if (pixels.Length == 0)
            return $"{named}, {size}, all empty.";
        (int row, int column, double largest) = pixels.MaxBy(pixel => pixel.Value);
        double smallest = pixels.Min(pixel => pixel.Value);
        return largest == smallest
            ? $"{named}, {size}, all {NumberText.Short(largest)}."
            : string.Create(CultureInfo.InvariantCulture, $"{named}, {size}, {NumberText.Short(smallest)} … ")
                + string.Create(CultureInfo.InvariantCulture, $"{NumberText.Short(largest)}, the largest in row ")
                + string.Create(CultureInfo.InvariantCulture, $"{row + 1}, column {column + 1}.");
    }

    private static IEnumerable<PixelImage[]> Rows(PicturesModel model)
    {
        int widest = model.Images.Max(WidthOf);
        int fitting = Math.Max(1, (LineLength + Gap) / (widest + Gap));
        return model.Images.Chunk(Math.Min(model.Columns ?? fitting, fitting));
    }

    private static int WidthOf(PixelImage image) =>
        Math.Max(2 * image.Columns, SafeText.Clean(image.Label ?? "").Length);

    private static string Joined(PixelImage[] row, int[] widths, Func<PixelImage, string> text) => string.Join(
        new string(' ', Gap), row.Select((image, index) => text(image).PadRight(widths[index])));

    private static string Shaded(PicturesModel model, PixelImage image, int row) => string.Concat(
        Enumerable.Range(0, image.Columns).Select(column => Shade(model, image.Values[row, column])));

    private static string Shade(PicturesModel model, double value) => double.IsNaN(value)
        ? "··"
        : new string(Shades[(int)Math.Round(model.Share(value) * (Shades.Length - 1))], 2);
}
