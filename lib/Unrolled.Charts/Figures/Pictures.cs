using System.Numerics;

namespace Unrolled;

/// <summary>
/// Small images in a row, with square pixels, one scale of colours for all, and a label below each; on a narrow page
/// in several rows. A pointer over a pixel shows "row 2, column 3: 0.5", counted from 1 at the top left.
/// <code>new Pictures("The dot moves").Add(first, "t = 1").Add(second, "t = 2")</code>
/// </summary>
public sealed class Pictures : Drawing
{
    private const int LargestSide = 64;

    /// <summary>No images yet.</summary>
    /// <param name="title">The title; null for none.</param>
    /// <param name="scale">
    /// The colours; null takes blue–orange around zero where signs differ, and white to blue otherwise.
    /// </param>
    /// <param name="min">The value of the first colour; null takes the smallest of all, but at most 0.</param>
    /// <param name="max">The value of the last colour; null takes the largest of all.</param>
    /// <param name="columns">The number of images in a row; null takes as many as there is room for.</param>
    /// <param name="showScale">Whether the scale of colours is below the images.</param>
    /// <param name="label">The quantity that the colours show; null for none.</param>
    /// <exception cref="ArgumentException">The colours would not run upwards, or there are no columns.</exception>
    public Pictures(
        string? title = null, ColourScale? scale = null, double? min = null, double? max = null, int? columns = null,
        bool showScale = false, string? label = null)
    {
        Model = new PicturesModel(title, scale, min, max, columns, showScale, label);
        if (min >= max || !double.IsFinite(min ?? 0) || !double.IsFinite(max ?? 0))
            throw new ArgumentException($"{Model.Named}: the colours would run from {min} to {max}; they must rise.");
        if (columns < 1)
            throw new ArgumentException($"{Model.Named}: there are {columns} columns; expected one at least.");
    }

    internal PicturesModel Model { get; private set; }

    /// <summary>Adds an image.</summary>
    /// <typeparam name="T">A number.</typeparam>
    /// <param name="values">The pixels [row, column], row 0 at the top, 64 by 64 at most; NaN leaves one empty.</param>
    /// <param name="label">The text below; null for none.</param>
    /// <returns>These images.</returns>
    /// <exception cref="ArgumentException">The image is empty or too large, or a value is infinite.</exception>
    public Pictures Add<T>(T[,] values, string? label = null) where T : INumber<T>
    {
        ArgumentNullException.ThrowIfNull(values);
        string name = label is null ? $"image {Model.Images.Length + 1}" : $"image \"{label}\"";
        var input = new SeriesInput(Model.Named, name);
        double[,] pixels = input.Matrix(values);
        if (pixels.GetLength(0) > LargestSide || pixels.GetLength(1) > LargestSide)
            throw new ArgumentException(
                $"{input.Figure}, {input.Series}: it has {pixels.GetLength(0)} rows and {pixels.GetLength(1)} columns; "
                + $"there is room for {LargestSide} of each.");
        Model = Model with { Images = Model.Images.Add(new PixelImage(pixels, label)) };
        return this;
    }

    private protected override string Text() => PicturesText.Of(Model);

    private protected override DrawingParts Drawn()
    {
        if (Model.Images.IsEmpty)
            throw new InvalidOperationException($"{Model.Named}: there is no image yet; Add one.");
        var plan = new PicturesPlan(Model, PicturesPlan.Wide);
        var narrow = new PicturesPlan(Model, NarrowFigure.Width);
        string description = PicturesText.Describe(Model);
        string title = Model.Title ?? "Images", data = PicturesData.Of(Model);
        PicturesUpgrade? upgrade = plan.Width <= narrow.Width
            ? null
            : new PicturesUpgrade(
                new DrawingParts(narrow.Width, narrow.Height, title, description, data, narrow.DrawWithoutTexts));
        return new DrawingParts(plan.Width, plan.Height, title, description, data, plan.Draw, upgrade);
    }
}
