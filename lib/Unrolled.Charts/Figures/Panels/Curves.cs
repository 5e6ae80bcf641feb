using System.Text;

namespace Unrolled;

/// <summary>Paths through values.</summary>
internal static class Curves
{
    /// <summary>The points between gaps, in order.</summary>
    public static IEnumerable<IReadOnlyList<Place>> Runs(double[] x, double[] y, Axes axes)
    {
        var run = new List<Place>();
        for (int i = 0; i < x.Length; i++)
        {
            if (!double.IsNaN(x[i]) && !double.IsNaN(y[i]))
            {
                run.Add(new Place(axes.Left(x[i]), axes.Top(y[i])));
                continue;
            }

            if (run.Count > 0)
                yield return run;
            run = [];
        }

        if (run.Count > 0)
            yield return run;
    }

    /// <summary>
    /// Appends a path through the points; with <paramref name="step"/> each value holds until the next point.
    /// </summary>
    public static void Append(StringBuilder path, IEnumerable<Place> points, bool step = false, char first = 'M')
    {
        char command = first;
        foreach (Place point in points)
        {
            if (step && command == 'L')
                path.Append($"H{SvgWriter.Number(point.X)}V{SvgWriter.Number(point.Y)}");
            else
                path.Append($"{command}{SvgWriter.Number(point.X)} {SvgWriter.Number(point.Y)}");
            command = 'L';
        }
    }
}
