namespace Unrolled;

/// <summary>
/// The horizontal places of a beam tree's nodes: continuations below their beginning, the most probable first, and no
/// two closer than the spacing.
/// </summary>
internal static class BeamColumns
{
    /// <summary>[level][index]; NaN for what is not drawn.</summary>
    public static double[][] Of(BeamModel model, double left, double spacing)
    {
        double room = BeamModel.Most * spacing;
        var columns = new double[model.Levels.Length][];
        for (int level = 0; level < columns.Length; level++)
        {
            double Above(BeamNode node) => level == 0 ? left + room / 2 : columns[level - 1][node.Parent];
            BeamNode[] order =
            [
                .. model.Levels[level].Where(node => node.IsDrawn)
                    .OrderBy(Above).ThenByDescending(node => node.Candidate.LogProbability),
            ];
            double[] wanted = Wanted(order, Above, spacing);
            double[] places = Apart(wanted, spacing, left + spacing / 2, left + room - spacing / 2);
            columns[level] = [.. Enumerable.Repeat(double.NaN, model.Levels[level].Length)];
            foreach ((BeamNode node, double place) in order.Zip(places))
                columns[level][node.Index] = place;
        }

        return columns;
    }

    // The continuations of a beginning around its middle.
    private static double[] Wanted(BeamNode[] order, Func<BeamNode, double> above, double spacing) =>
    [
        .. order.GroupBy(node => node.Parent).SelectMany(siblings => siblings.Select((node, place) =>
            above(node) + (place - (siblings.Count() - 1) / 2.0) * spacing)),
    ];

    // Moved to the right where one is too close to the one before, and then all together to where they want to be.
    private static double[] Apart(double[] wanted, double spacing, double first, double last)
    {
        double[] places = [.. wanted];
        for (int i = 1; i < places.Length; i++)
            places[i] = Math.Max(places[i], places[i - 1] + spacing);
        double shift = wanted.Average() - places.Average();
        for (int i = 0; i < places.Length; i++)
            places[i] += shift;
        for (int i = places.Length - 1; i >= 0; i--)
            places[i] = Math.Min(places[i], i == places.Length - 1 ? last : places[i + 1] - spacing);
        for (int i = 0; i < places.Length; i++)
            places[i] = Math.Max(places[i], i == 0 ? first : places[i - 1] + spacing);
        return places;
    }
}
