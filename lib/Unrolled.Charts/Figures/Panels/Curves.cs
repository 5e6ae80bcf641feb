using System.Text;

namespace Unrolled.Charts.Svg;

/// <summary>From values to paths.</summary>
internal static class Curves
{
    /// <summary>The points between gaps, in order.</summary>
    public static IEnumerable<IReadOnlyList<Place>> Runs(double[] x, double[] y, Frame frame)
    {
        var run = new List<Place>();
        for (int i = 0; i < x.Length; i++)
        {
            if (!double.IsNaN(x[i]) && !double.IsNaN(y[i]))
            {
                run.Add(new Place(frame.Left(x[i]), frame.Top(y[i])));
                continue;
            }

            if (run.Count > 0)
                yield return run;
            run = [];
        }

        if (run.Count > 0)
            yield return run;
    }

    /// <summary>A path through the points; with <paramref name="step"/> each value holds until the next point.</summary>
    public static void Append(StringBuilder path, IEnumerable<Place> points, bool step = false, char first = 'M')
    {
        char command = first;
        foreach (Place point in points)
        {
            if (step && command == 'L')
                path.Append('H').Append(SvgWriter.Number(point.X)).Append('V').Append(SvgWriter.Number(point.Y));
            else
                path.Append(command).Append(SvgWriter.Number(point.X)).Append(' ').Append(SvgWriter.Number(point.Y));
            command = 'L';
        }
    }
}
