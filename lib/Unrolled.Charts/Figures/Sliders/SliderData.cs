namespace Unrolled;

/// <summary>
/// The canonical data of a slider. The frames are named by their digests: nothing is drawn from their data.
/// </summary>
internal static class SliderData
{
    public static string Of(SliderModel model)
    {
        using var writer = new CanonicalWriter("slider");
        writer.Text("title", model.Title);
        writer.Objects("parameters", model.Parameters, parameter =>
        {
            writer.Text("name", parameter.Name);
            writer.Numbers("values", parameter.Values);
            writer.Number("start", parameter.Start);
        });
        writer.Words("frames", model.Frames.Select(frame => frame.Digest));
        return writer.Finish();
    }
}
