namespace Unrolled;

/// <summary>The canonical data of a step diagram; Web/steps.js reads them.</summary>
internal static class StepsData
{
    public static string Of(
        string view, string title, Recording recording, IEnumerable<int> shown, Action<CanonicalWriter> more)
    {
        using var writer = new CanonicalWriter("steps");
        writer.Text("view", view);
        writer.Text("title", title);
        writer.Number("steps", recording.Steps);
        writer.Numbers("shown", shown.Select(step => (double)step));
        writer.Words("symbols", recording.Symbols);
        writer.Number("unit", recording.Unit);
        writer.Number("firstUnit", recording.Units.First);
        writer.Number("units", recording.Units.Count);
        writer.Number("allUnits", recording.Units.All);
        writer.Objects("quantities", recording.Quantities, quantity => Write(writer, quantity));
        more(writer);
        return writer.Finish();
    }

    private static void Write(CanonicalWriter writer, Quantity quantity)
    {
        writer.Text("key", quantity.Key);
        writer.Text("name", quantity.Name.ToString());
        writer.Flag("followsUnit", quantity.FollowsUnit);
        writer.Number("reach", quantity.Reach);
        writer.Rows("values", quantity.Values);
    }
}
