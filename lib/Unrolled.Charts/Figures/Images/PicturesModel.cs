using System.Collections.Immutable;

namespace Unrolled;

/// <summary>An image of square pixels [row, column] with its label.</summary>
internal sealed record PixelImage(double[,] Values, string? Label)
{
    public int Rows => Values.GetLength(0);

    public int Columns => Values.GetLength(1);
}

/// <summary>The content of a row of images, without anything about how it is drawn.</summary>
internal sealed record PicturesModel(
    string? Title, ColourScale? Scale, double? Min, double? Max, int? Columns, bool ShowScale, string? Label)
{
    public ImmutableArray<PixelImage> Images { get; init; } = [];

    public string Named => Title is null ? "The images" : $"Images \"{Title}\"";

    public ColourScale Colours =>
        Scale ?? (Min is null && Data is { Min: < 0, Max: > 0 } ? ColourScale.BlueOrange : ColourScale.Blues);

    /// <summary>The values of the first and the last colour.</summary>
    public Interval Range
    {
        get
        {
            Interval data = Data;
            if (Colours == ColourScale.BlueOrange)
            {
                double reach = Math.Max(Math.Abs(data.Min), Math.Abs(data.Max));
                return new Interval(Min ?? -(Max ?? reach), Max ?? -(Min ?? -reach));
            }

            double low = Min ?? Math.Min(0, data.Min);
            return new Interval(low, Max ?? (data.Max > low ? data.Max : low + 1));
        }
    }

    /// <summary>Position of a value between the ends of the colour scale, 0 … 1.</summary>
    public double Share(double value) => Math.Clamp((value - Range.Min) / Range.Length, 0, 1);

    private Interval Data =>
        Interval.Covering(Images.SelectMany(image => image.Values.Cast<double>())) ?? new Interval(0, 1);
}

/// <summary>The canonical data of a row of images.</summary>
internal static class PicturesData
{
    public static string Of(PicturesModel model)
    {
        using var writer = new CanonicalWriter("pictures");
        writer.Text("title", model.Title);
        writer.Numbers("range", [model.Range.Min, model.Range.Max]);
        writer.Words("colours", ColourMap.Of(model.Colours).Stops);
        if (model.Columns is { } columns)
            writer.Number("columns", columns);
        writer.Flag("showScale", model.ShowScale);
        writer.Text("label", model.Label);
        writer.Objects("images", model.Images, image =>
        {
            writer.Text("label", image.Label);
            writer.Rows("values", image.Values);
        });
        return writer.Finish();
    }
}
