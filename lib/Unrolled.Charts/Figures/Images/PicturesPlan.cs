using System.Globalization;

namespace Unrolled;

/// <summary>The places of images in rows, for a width.</summary>
internal sealed class PicturesPlan
{
    /// <summary>The width that a row of images takes at most on a wide page.</summary>
    public const int Wide = 760;

    private const double
        Side = 90, LargestPixel = 24, SmallestPixel = 3, Gap = 16, RowGap = 14, TitleSize = Theme.TitleSize,
        TitleLine = 17, LabelLine = 14, LabelRoom = 12, BarWidth = 120, BarHeight = 10, AboveBar = 14;

    private const int MostTitles = 4000, BarSteps = 24;

    private readonly PicturesModel model;
    private readonly double pixel, cell, imageHeight;
    private readonly int columns, labelLines;
    private readonly IReadOnlyList<string> title;
    private readonly IReadOnlyList<string>[] labels;

    public PicturesPlan(PicturesModel model, int width)
    {
        this.model = model;
        int widest = model.Images.Max(image => image.Columns), highest = model.Images.Max(image => image.Rows);
        pixel = Math.Clamp(Math.Floor(Side / Math.Max(widest, highest)), SmallestPixel, LargestPixel);
        imageHeight = highest * pixel;
        double inner = width - 2 * Theme.Padding;
        // A label of one short word keeps its line; longer ones break.
        double longest = model.Images.SelectMany(image => (image.Label ?? "").Split(' '))
            .Max(word => TextMetrics.Width(word, Theme.TickSize));
        cell = Math.Min(Math.Max(widest * pixel, longest), inner);
        int fitting = Math.Max(1, (int)((inner + Gap) / (cell + Gap)));
        columns = model.Columns is { } wanted ? Math.Min(wanted, fitting) : Balanced(model.Images.Length, fitting);
        labels =
        [
            .. model.Images.Select(image =>
                FittedText.Lines(image.Label ?? "", Theme.TickSize, cell + LabelRoom, bold: false)),
        ];
        bool unlabelled = model.Images.All(image => string.IsNullOrEmpty(image.Label));
        labelLines = unlabelled ? 0 : labels.Max(lines => lines.Count);
        double used = Math.Max(columns * cell + (columns - 1) * Gap, BarRoom);
        double titleWidth = model.Title is { } text ? TextMetrics.Width(text, TitleSize, bold: true) : 0;
        double full = Math.Min(inner, Math.Max(used, titleWidth));
        title = model.Title is null ? [] : FittedText.Lines(model.Title, TitleSize, full, bold: true);
        Width = (int)Math.Ceiling(full + 2 * Theme.Padding);
        Height = (int)Math.Ceiling(
            2 * Theme.Padding + TitleHeight + Rows * RowHeight + (Rows - 1) * RowGap
            + (model.ShowScale ? AboveBar + BarHeight : 0));
    }

    public int Width { get; }

    public int Height { get; }

    private int Rows => (model.Images.Length + columns - 1) / columns;

    private double RowHeight => imageHeight + labelLines * LabelLine + (labelLines > 0 ? 3 : 0);

    private double TitleHeight => title.Count == 0 ? 0 : title.Count * TitleLine + 8;

    private double BarRoom => !model.ShowScale
        ? 0
        : BarWidth + 12 + new[] { Written(model.Range.Min), Written(model.Range.Max), model.Label ?? "" }
            .Sum(text => TextMetrics.Width(text, Theme.TickSize) + 6);

    public void Draw(SvgWriter svg, string id) => Draw(svg, texts: Pixels <= MostTitles);

    /// <summary>Draws without a text on each pixel, for a page that has no pointer.</summary>
    public void DrawWithoutTexts(SvgWriter svg, string id) => Draw(svg, texts: false);

    private int Pixels => model.Images.Sum(image => image.Values.Length);

    private void Draw(SvgWriter svg, bool texts)
    {
        svg.Labels(title, Theme.Padding, Theme.Padding + TitleSize, TitleLine, TitleSize, bold: true);
        foreach ((int index, PixelImage image) in model.Images.Index())
        {
            double left = Theme.Padding + index % columns * (cell + Gap) + (cell - image.Columns * pixel) / 2;
            double top = Theme.Padding + TitleHeight + index / columns * (RowHeight + RowGap);
            DrawImage(svg, image, new Place(Math.Round(left), Math.Round(top)), texts);
            foreach ((int line, string text) in labels[index].Index())
                svg.Label(
                    text, Theme.Padding + index % columns * (cell + Gap) + cell / 2,
                    top + imageHeight + 3 + Theme.TickSize + line * LabelLine, Theme.TickSize, "middle");
        }

        if (model.ShowScale)
            DrawScale(svg, new Place(Theme.Padding, Height - Theme.Padding - BarHeight));
    }

    private void DrawImage(SvgWriter svg, PixelImage image, Place at, bool texts)
    {
        svg.Open("g", ("class", "image"), ("shape-rendering", "crispEdges"));
        for (int row = 0; row < image.Rows; row++)
            for (int column = 0, end; column < image.Columns; column = end)
            {
                end = column + 1;
                string? colour = Colour(image, row, column);
                while (!texts && end < image.Columns && Colour(image, row, end) == colour)
                    end++;
                DrawPixels(svg, image, row, column, end, at, texts);
            }

        svg.Empty("rect",
            ("x", at.X), ("y", at.Y), ("width", image.Columns * pixel), ("height", image.Rows * pixel),
            ("fill", "none"), ("stroke", Theme.AxisLine), ("pointer-events", "none"));
        svg.Close();
    }

    private void DrawPixels(SvgWriter svg, PixelImage image, int row, int start, int end, Place at, bool texts)
    {
        svg.Open("rect",
            ("x", at.X + start * pixel), ("y", at.Y + row * pixel), ("width", (end - start) * pixel), ("height", pixel),
            ("fill", Colour(image, row, start) ?? "none"));
        if (texts)
            svg.Text("title", string.Create(
                CultureInfo.InvariantCulture,
                $"row {row + 1}, column {start + 1}: {Written(image.Values[row, start])}"));
        svg.Close();
    }

    private void DrawScale(SvgWriter svg, Place at)
    {
        double baseline = at.Y + BarHeight / 2 + Theme.TickSize * 0.36, x = at.X;
        if (model.Label is { } label)
        {
            svg.Label(label, x, baseline, Theme.TickSize);
            x += TextMetrics.Width(label, Theme.TickSize) + 10;
        }

        svg.Label(Written(model.Range.Min), x, baseline, Theme.TickSize, fill: Theme.Muted);
        x += TextMetrics.Width(Written(model.Range.Min), Theme.TickSize) + 6;
        svg.Open("g", ("shape-rendering", "crispEdges"));
        for (int i = 0; i < BarSteps; i++)
            svg.Empty("rect",
                ("x", x + i * BarWidth / BarSteps), ("y", at.Y), ("width", BarWidth / BarSteps), ("height", BarHeight),
                ("fill", ColourMap.Of(model.Colours).At((double)i / (BarSteps - 1)).ToString()));
        svg.Empty("rect",
            ("x", x), ("y", at.Y), ("width", BarWidth), ("height", BarHeight), ("fill", "none"),
            ("stroke", Theme.AxisLine));
        svg.Close();
        svg.Label(Written(model.Range.Max), x + BarWidth + 6, baseline, Theme.TickSize, fill: Theme.Muted);
    }

    // Two rows of four look better than one of seven and one more.
    private static int Balanced(int images, int fitting)
    {
        int rows = (images + fitting - 1) / fitting;
        return (images + rows - 1) / rows;
    }

    private string? Colour(PixelImage image, int row, int column) => double.IsNaN(image.Values[row, column])
        ? null
        : ColourMap.Of(model.Colours).At(model.Share(image.Values[row, column])).ToString();

    private static string Written(double value) => NumberText.Short(value);
}
