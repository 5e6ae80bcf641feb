using System.Text;

namespace Unrolled.Notebooks.Tests.Architecture;

/// <summary>
/// The rooms of a project and what each uses, a line a room: <c>Layers -> Numerics, Weights</c>. A room uses only rooms
/// above its own line, so no arrow leads back.
/// </summary>
internal sealed class RoomDrawing
{
    public RoomDrawing(string drawing)
    {
        Rooms = [.. drawing.Split('\n').Select(line => line.Split("->")[0].Trim())];
        Text = Normal(drawing);
    }

    /// <summary>The rooms from the first, which uses none, to the last.</summary>
    public IReadOnlyList<string> Rooms { get; }

    /// <summary>The drawing with its columns aligned.</summary>
    public string Text { get; }

    /// <summary>The drawing of these arrows, with the rooms in this one's order, then those that it lacks.</summary>
    public string Of(IEnumerable<string> rooms, RoomArrows arrows)
    {
        string[] known = [.. rooms.Concat(arrows.Uses.Keys.Select(arrow => arrow.From)).Distinct()];
        string[] order = [.. Rooms.Where(known.Contains), .. known.Except(Rooms).Order(StringComparer.Ordinal)];
        StringBuilder text = new();
        foreach (string room in order)
        {
            IEnumerable<string> targets = arrows.Uses.Keys.Where(arrow => arrow.From == room).Select(arrow => arrow.To);
            text.Append($"{room} -> {string.Join(", ", Sorted(targets, order))}\n");
        }

        return Normal(text.ToString().TrimEnd('\n'));
    }

    // Other projects first, then rooms in the order of the drawing.
    private static IEnumerable<string> Sorted(IEnumerable<string> targets, string[] order) =>
        targets.OrderBy(room => Array.IndexOf(order, room)).ThenBy(room => room, StringComparer.Ordinal);

    private static string Normal(string drawing)
    {
        string[][] lines = [.. drawing.Split('\n').Select(line => line.Split("->", StringSplitOptions.TrimEntries))];
        int width = lines.Max(line => line[0].Length);
        return string.Join('\n', lines.Select(line => $"{line[0].PadRight(width)} -> {line[^1]}".TrimEnd()));
    }
}
