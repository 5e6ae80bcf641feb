using System.Globalization;

namespace Unrolled;

/// <summary>Frames of the same size one after the other, as an animation by a style sheet inside the SVG.</summary>
internal static class StepAnimation
{
    public static void Draw(SvgWriter svg, string id, IReadOnlyList<StepFrames> frames, double secondsPerStep)
    {
        svg.Text("style", Style(id, frames.Count, secondsPerStep));
        foreach ((int index, StepFrames frame) in frames.Index())
        {
            string delay = (index * secondsPerStep).ToString("0.##", CultureInfo.InvariantCulture);
            svg.Open("g", ("class", $"{id}-step"), ("style", $"animation-delay:{delay}s"));
            frame.Draw(svg, id);
            svg.Close();
        }
    }

    // Without animation the first frame, the only one that is not hidden, stays.
    private static string Style(string id, int count, double secondsPerStep)
    {
        string total = (count * secondsPerStep).ToString("0.##", CultureInfo.InvariantCulture);
        string share = (100.0 / count).ToString("0.####", CultureInfo.InvariantCulture);
        return $"@keyframes {id}{{0%,{share}%{{visibility:visible}}{share}1%,100%{{visibility:hidden}}}}"
            + $".{id}-step:not(:first-of-type){{visibility:hidden}}"
            + "@media (prefers-reduced-motion:no-preference)"
            + $"{{.{id}-step{{animation:{id} {total}s step-end infinite}}}}";
    }
}
