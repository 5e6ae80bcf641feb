using System.Collections.Immutable;

namespace Unrolled;

/// <summary>The drawing of one unrolled network, or of several in rows.</summary>
internal sealed class UnrolledDocument
{
    private const double TitleSize = 15, TitleHeight = 28, CaptionHeight = 22, Gap = 44, RowGap = 26, Widest = 960;

    private readonly string title;
    private readonly ImmutableArray<UnrolledModel> models;
    private readonly UnrolledArrangement[] diagrams;
    private readonly Place[] places;

    public UnrolledDocument(string title, ImmutableArray<UnrolledModel> models)
    {
        (this.title, this.models) = (title, models);
        diagrams = [.. models.Select(model => new UnrolledArrangement(model))];
        places = Places();
    }

    public int Width => (int)Math.Ceiling(Math.Max(
        Theme.Padding + places.Zip(diagrams, (place, diagram) => place.X + diagram.Width).Max(),
        2 * Theme.Padding + TextMetrics.Width(title, TitleSize, bold: true)));

    public int Height => (int)Math.Ceiling(
        Theme.Padding + places.Zip(diagrams, (place, diagram) => place.Y + diagram.Height).Max());

    public void Draw(SvgWriter svg, string id)
    {
        svg.Label(title, Theme.Padding, Theme.Padding + TitleSize, TitleSize, bold: true);
        for (int i = 0; i < diagrams.Length; i++)
        {
            if (models[i].Caption is { } caption)
                svg.Label(caption, places[i].X, places[i].Y - 8, Theme.LabelSize);
            (string x, string y) = (SvgWriter.Number(places[i].X), SvgWriter.Number(places[i].Y));
            svg.Open("g", ("transform", $"translate({x} {y})"));
            foreach (IPart part in diagrams[i].Parts)
                part.Draw(svg, default);
            svg.Close();
        }
    }

    private Place[] Places()
    {
        var found = new List<Place>();
        double head = models.Any(model => model.Caption is not null) ? CaptionHeight : 0;
        double x = Theme.Padding, y = Theme.Padding + TitleHeight + head, lowest = y;
        foreach ((int index, UnrolledArrangement diagram) in diagrams.Index())
        {
            if (x > Theme.Padding && x + diagram.Width > Widest)
                (x, y) = (Theme.Padding, lowest + RowGap + head);
            found.Add(new Place(x, y));
            lowest = Math.Max(lowest, y + diagram.Height);
            double caption = TextMetrics.Width(models[index].Caption ?? "", Theme.LabelSize);
            x += Math.Max(diagram.Width, caption) + Gap;
        }

        return [.. found];
    }
}
