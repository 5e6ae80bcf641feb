using System.Collections.Immutable;

namespace Unrolled;

/// <summary>The values of a step diagram as text.</summary>
internal static class StepsText
{
    private const int MostRows = 24, MostElements = 8;

    /// <summary>A table with a row for each step; of a long run, with the shown steps alone.</summary>
    public static string Table(string title, Recording recording, ImmutableArray<int> shown)
    {
        IEnumerable<Column> quantities = recording.Quantities.Select(quantity => new Column(quantity.Name.ToString()));
        var table = new Table(
            recording.HasUnits ? $"{title}: unit {recording.Unit}" : title,
            [new("t"), .. recording.Symbols.IsEmpty ? Array.Empty<Column>() : [new("input")], .. quantities]);
        foreach (int step in recording.Steps <= MostRows ? Enumerable.Range(0, recording.Steps) : shown)
            table.Row(Row(new Moment(recording, step)));
        return table.ToString();
    }

    /// <summary>The values of the shown steps, in sentences.</summary>
    public static string Sentences(Recording recording, ImmutableArray<int> shown) =>
        $"{recording.Steps} steps{(recording.HasUnits ? $", {recording.Units}" : "")}. "
        + string.Join(" ", shown.Select(step => $"{recording.Heading(step)}: {Numbers(new Moment(recording, step))}."));

    private static object[] Row(Moment moment)
    {
        Recording recording = moment.Recording;
        object[] symbol = recording.Symbols.IsEmpty ? [] : [recording.Symbols[moment.Step]];
        return [moment.Step + 1, .. symbol, .. recording.Quantities.Select(quantity => Text(moment, quantity))];
    }

    private static string Numbers(Moment moment) =>
        string.Join(", ", moment.Recording.Quantities.Select(quantity => $"{quantity.Name} {Text(moment, quantity)}"));

    private static string Text(Moment moment, Quantity quantity)
    {
        if (quantity.FollowsUnit || quantity.Elements == 1)
            return ValueText.Of(moment.Value(quantity, moment.ChosenOf(quantity)));
        string elements = string.Join(' ', quantity.At(moment.Step).Take(MostElements).Select(ValueText.Of));
        return $"[{elements}{(quantity.Elements > MostElements ? " …" : "")}]";
    }
}
