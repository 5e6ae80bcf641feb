namespace Unrolled;

/// <summary>
/// The states of one or more runs as paths in the plane of their first two principal components.
/// <code>TrajectoryDiagram.Of([("BTSXSE", run["h"]), ("BPVVE", other["h"])])</code>
/// </summary>
public static class TrajectoryDiagram
{
    private const int MostNumbers = 6;
    private const double NumberWidth = 0.05, NumberHeight = 0.07, Margin = 0.06, Rounding = 1e-9;

    private static readonly int[] RoundSteps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

    /// <summary>
    /// The paths, with a disc where each starts, a square where it ends, and the numbers t of a few steps between, from
    /// t = 1; a number is left out where it would cover another.
    /// </summary>
    /// <param name="runs">
    /// A name and the states, [time][unit], such as <c>run["h"]</c>; at least two units and one step.
    /// </param>
    /// <param name="components">The components; null takes those of all drawn states.</param>
    /// <param name="every">The distance of two numbered steps; null takes a round one.</param>
    /// <param name="title">The title.</param>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <returns>The figure, to which more may be added.</returns>
    /// <exception cref="ArgumentException">
    /// There are no runs, or one has no step, the states differ in their numbers of units, have one unit, or are all
    /// equal.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">every is below 1.</exception>
    public static Figure Of(
        IEnumerable<(string Name, IReadOnlyList<Vector> States)> runs, PrincipalComponents? components = null,
        int? every = null, string title = "Hidden states", int width = 680, int height = 480)
    {
        ArgumentNullException.ThrowIfNull(runs);
        (string Name, IReadOnlyList<Vector> States)[] all = [.. runs];
        if (all.Length == 0)
            throw new ArgumentException("There are no runs; expected at least one.", nameof(runs));
        foreach ((string name, IReadOnlyList<Vector> states) in all)
            if (states is null || states.Count == 0)
                throw new ArgumentException($"Run \"{name}\" has no states; expected at least one.", nameof(runs));
        if (every < 1)
            throw new ArgumentOutOfRangeException(nameof(every), every, $"every is {every}; expected at least 1.");
        PrincipalComponents plane = components ?? PrincipalComponents.Of(all.SelectMany(run => run.States));
        if (plane.Variances.Count < 2)
            throw new ArgumentException("The states have one unit; a plane needs at least two.", nameof(runs));
        if (double.IsNaN(plane.Share(0)))
            throw new ArgumentException("All states are equal; they have no principal components.", nameof(runs));
        Track[] tracks = [.. all.Select(run => Track.Of(run.Name, run.States, plane))];
        return Drawn(new Figure(title, width, height), tracks, every ?? Round(tracks.Max(track => track.X.Length)))
            .XLabel($"first principal component, {Percent(plane.Share(0))} of the variance")
            .YLabel($"second, {Percent(plane.Share(1))}");
    }

    private static Figure Drawn(Figure figure, Track[] tracks, int every)
    {
        foreach (Track track in tracks)
            figure.Line(track.X, track.Y, track.Name);
        figure.Points(tracks.Select(track => track.X[0]), tracks.Select(track => track.Y[0]), "start", Marker.Circle, 9,
            Theme.Ink);
        figure.Points(tracks.Select(track => track.X[^1]), tracks.Select(track => track.Y[^1]), "end", Marker.Square, 9,
            Theme.Ink);
        foreach ((double x, double y, int t) in Numbers(tracks, every))
            figure.Annotate(x, y, $"{t}");
        return Within(
            figure, [.. tracks.SelectMany(track => track.X)], [.. tracks.SelectMany(track => track.Y)]);
    }

    // With a margin around the paths; those on a straight line have one, too.
    private static Figure Within(Figure figure, double[] x, double[] y)
    {
        double wide = Reach(x), high = Reach(y), least = Margin * Math.Max(wide, high) / 2;
        if (least == 0)
            return figure;
        (wide, high) = (Math.Max(Margin * wide, least), Math.Max(Margin * high, least));
        return figure.XRange(x.Min() - wide, x.Max() + wide).YRange(y.Min() - high, y.Max() + high);
    }

    // The numbered steps that are not too close to the ends of a path or to another number.
    private static IEnumerable<(double X, double Y, int T)> Numbers(Track[] tracks, int every)
    {
        double wide = Reach([.. tracks.SelectMany(track => track.X)]);
        double high = Reach([.. tracks.SelectMany(track => track.Y)]);
        List<(double X, double Y)> taken =
            [.. tracks.SelectMany(track => new[] { (track.X[0], track.Y[0]), (track.X[^1], track.Y[^1]) })];
        foreach (Track track in tracks)
            for (int t = every == 1 ? 2 : every; t < track.X.Length; t += every)
            {
                (double x, double y) = (track.X[t - 1], track.Y[t - 1]);
                if (taken.Any(
                    one => Math.Abs(one.X - x) < NumberWidth * wide && Math.Abs(one.Y - y) < NumberHeight * high))
                    continue;
                taken.Add((x, y));
                yield return (x, y, t);
            }
    }

    private static int Round(int steps) =>
        RoundSteps.First(every => every == RoundSteps[^1] || steps / every <= MostNumbers);

    private static double Reach(IReadOnlyCollection<double> values) => values.Max() - values.Min();

    private static string Percent(double share) => $"{NumberText.Fixed(100 * share, share < 0.0095 ? 1 : 0)} %";

    private sealed record Track(string Name, double[] X, double[] Y)
    {
        public static Track Of(string name, IReadOnlyList<Vector> states, PrincipalComponents plane)
        {
            // What is left of a 0 by rounding is none.
            double least = Rounding * Math.Sqrt(plane.Variances[0]);
            Vector[] places =
                [.. states.Select(state => plane.Project(state, 2).Map(z => Math.Abs(z) < least ? 0 : z))];
            return new Track(name, [.. places.Select(place => place[0])], [.. places.Select(place => place[1])]);
        }
    }
}
