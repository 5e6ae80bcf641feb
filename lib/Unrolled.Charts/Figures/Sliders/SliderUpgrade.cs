using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Unrolled;

/// <summary>
/// The upgrade of a slider's picture to one frame with a control for each parameter. All frames travel as text, in
/// which lines that frames have in common are written once; Web/sliders.js puts them together.
/// </summary>
internal sealed record SliderUpgrade(SliderModel Model) : Upgrade
{
    private readonly ImmutableArray<SliderFrame> full = SliderFrames.Full(Model), narrow = SliderFrames.Narrow(Model);

    /// <summary>
    /// The upgrade of a whole picture to the stages from 0 to <paramref name="last"/> in which it comes about; it
    /// starts with the last.
    /// </summary>
    public static SliderUpgrade Through(string name, int last, Func<int, Drawing> stage)
    {
        int[] stages = [.. Enumerable.Range(0, last + 1)];
        return new(SliderModel.Of(null, [SliderParameter.Of<int>(name, stages, last)], [.. stages.Select(stage)]));
    }

    public override JsonObject Layout
    {
        get
        {
            JsonArray parameters = [.. Model.Parameters.Select(parameter => (JsonNode)new JsonObject
            {
                ["name"] = parameter.Name,
                ["values"] = new JsonArray(
                    [.. parameter.Values.Select((_, index) => (JsonNode)parameter.Written(index))]),
                ["start"] = parameter.Start,
            })];
            JsonArray sizes = narrow.IsEmpty ? [Size(full)] : [Size(full), Size(narrow)];
            return new JsonObject { ["parameters"] = parameters, ["sizes"] = sizes };
        }
    }

    public override string Html(DrawingParts parts, Func<string> plotly)
    {
        var lines = new FrameLines();
        foreach ((int index, SliderFrame frame) in full.Concat(narrow).Index())
            lines.Add(Written(frame, Model.Frames[index % full.Length].Parts().Description));
        string call = $"(window.unrolledSliders=window.unrolledSliders||[]).push(\"{parts.Digest}\")";
        return $"""
            <script type="text/plain" data-frames>
            {lines}
            </script>
            {SharedScripts.Sliders()}<script>{call}</script>

            """;
    }

    private static JsonNode Size(ImmutableArray<SliderFrame> frames) =>
        new JsonArray(frames.Max(frame => frame.Width), frames.Max(frame => frame.Height));

    // One frame is on the page at a time, so that all can have the same ids.
    private static string Written(SliderFrame frame, string description)
    {
        using var svg = new SvgWriter();
        svg.Open("g", ("data-text", description));
        frame.Draw(svg, "slider");
        svg.Close();
        return svg.Finish();
    }
}

/// <summary>Texts of which lines that occur several times are kept once.</summary>
internal sealed class FrameLines
{
    private readonly Dictionary<string, int> places = [];
    private readonly List<string> lines = [], frames = [];

    public void Add(string text) =>
        frames.Add(Runs([.. text.Split('\n').Select(line => PlaceOf(line.TrimStart(' ')))]));

    /// <summary>
    /// All different lines, an empty line, and for each text its lines by their places, such as 0-12,57,13.
    /// </summary>
    public override string ToString() => string.Join('\n', [.. lines, "", .. frames]);

    private int PlaceOf(string line)
    {
        if (!places.TryGetValue(line, out int place))
        {
            places[line] = place = lines.Count;
            lines.Add(line);
        }

        return place;
    }

    private static string Runs(int[] places)
    {
        var runs = new List<string>();
        for (int start = 0, end; start < places.Length; start = end)
        {
            end = start + 1;
            while (end < places.Length && places[end] == places[end - 1] + 1)
                end++;
            runs.Add(end == start + 1 ? $"{places[start]}" : $"{places[start]}-{places[end - 1]}");
        }

        return string.Join(',', runs);
    }
}
