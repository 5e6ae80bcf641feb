using System.Text;

namespace Unrolled;

/// <summary>A vector between parts: straight lines with round corners.</summary>
internal sealed record Wire(params Place[] Path) : StillPart
{
    private const double Corner = 9, HeadLength = 7, HeadWidth = 6, ForkRadius = 2.6, Gap = 6;

    /// <summary>Whether it ends in an arrowhead.</summary>
    public bool Arrow { get; init; } = true;

    /// <summary>Whether it begins on another wire, as a copy, with a dot.</summary>
    public bool Forks { get; init; }

    /// <summary>Whether it passes over another wire, which then has a gap.</summary>
    public bool Bridges { get; init; }

    public string Colour { get; init; } = Ink.Wire;

    public string? Dash { get; init; }

    public double Thickness { get; init; } = 1.5;

    public override void Draw(SvgWriter svg)
    {
        string path = Outline();
        if (Bridges)
            svg.Empty("path", ("d", path), ("fill", "none"), ("stroke", Ink.Body), ("stroke-width", Gap));
        svg.Empty("path",
            ("d", path), ("fill", "none"), ("stroke", Colour), ("stroke-width", Thickness), ("stroke-dasharray", Dash));
        if (Forks)
            svg.Empty("circle", ("cx", Path[0].X), ("cy", Path[0].Y), ("r", ForkRadius), ("fill", Colour));
        if (Arrow)
            DrawHead(svg);
    }

    private string Outline()
    {
        Place end = Arrow ? Toward(Path[^1], Path[^2], HeadLength - 1) : Path[^1];
        var path = new StringBuilder("M" + Text(Path[0]));
        for (int i = 1; i < Path.Length - 1; i++)
        {
            double shorter = Math.Min(Distance(Path[i - 1], Path[i]), Distance(Path[i], Path[i + 1]));
            double radius = Math.Min(Corner, shorter / 2);
            path.Append('L').Append(Text(Toward(Path[i], Path[i - 1], radius)))
                .Append('Q').Append(Text(Path[i])).Append(' ').Append(Text(Toward(Path[i], Path[i + 1], radius)));
        }

        return path.Append('L').Append(Text(end)).ToString();
    }

    private void DrawHead(SvgWriter svg)
    {
        Place tip = Path[^1], back = Toward(tip, Path[^2], HeadLength);
        double dx = (tip.Y - back.Y) / HeadLength * HeadWidth / 2, dy = (back.X - tip.X) / HeadLength * HeadWidth / 2;
        Place left = new(back.X + dx, back.Y + dy), right = new(back.X - dx, back.Y - dy);
        svg.Empty("path", ("d", $"M{Text(tip)}L{Text(left)}L{Text(right)}Z"), ("fill", Colour));
    }

    private static Place Toward(Place from, Place to, double by)
    {
        double share = by / Distance(from, to);
        return new Place(from.X + share * (to.X - from.X), from.Y + share * (to.Y - from.Y));
    }

    private static double Distance(Place a, Place b) =>
        Math.Sqrt((a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y));

    internal static string Text(Place place) => $"{SvgWriter.Number(place.X)} {SvgWriter.Number(place.Y)}";
}
