using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Unrolled;

/// <summary>A line of text with the place of its baseline and its font size, in SVG units.</summary>
internal readonly record struct PlacedText(string Text, double X, double Y, double Size);

/// <summary>
/// The places of everything around the data of a figure or grid. They are computed once: the SVG is drawn from them,
/// and <see cref="ChartUpgrade"/> sends them to the browser, so that the interactive chart looks like the SVG.
/// </summary>
internal sealed record FigureLayout(int Width, int Height, ImmutableArray<PanelLayout> Panels)
{
    /// <summary>The title of a grid.</summary>
    public PlacedText? Title { get; init; }

    /// <summary>The legend that all panels of a grid share.</summary>
    public LegendRows? Legend { get; init; }

    public static FigureLayout Of(FigureModel figure) => Of(figure, PlanOf(figure));

    /// <summary>The layout with a plan that is not the figure's own, as where several are to be alike.</summary>
    public static FigureLayout Of(FigureModel figure, PanelPlan plan)
    {
        var options = new PanelOptions(Legend: figure.Legend != LegendPosition.None);
        return new FigureLayout(figure.Width, figure.Height, [PanelLayout.Of(figure, AreaOf(figure), plan, options)]);
    }

    public static PanelPlan PlanOf(FigureModel figure) =>
        PanelPlan.For(figure, AreaOf(figure).Width, AreaOf(figure).Height, new PanelOptions());

    /// <summary>
    /// The drawing; the interactive chart has the layout <paramref name="narrow"/> where the page is narrow.
    /// </summary>
    public DrawingParts Parts(string title, string description, string canonical, FigureLayout narrow) =>
        new(Width, Height, title, description, canonical, Draw, new ChartUpgrade(this, narrow));

    public void Draw(SvgWriter svg, string id)
    {
        if (Title is { } title)
            svg.Label(title.Text, title.X, title.Y, title.Size, bold: true);
        Legend?.Draw(svg);
        foreach (PanelLayout panel in Panels)
            PanelRenderer.Draw(svg, panel, id + panel.IdSuffix);
    }

    private static Rect AreaOf(FigureModel figure)
    {
        const double padding = Theme.Padding;
        return new Rect(padding, padding, figure.Width - 2 * padding, figure.Height - 2 * padding);
    }
}

/// <summary>The upgrade of a figure to a chart of plotly.js. Web/figures.js reads the layout.</summary>
internal sealed record ChartUpgrade(FigureLayout Wide, FigureLayout Narrow) : Upgrade
{
    public override JsonObject Layout
    {
        get
        {
            JsonObject layout = Whole(Wide);
            if (Narrow.Width < Wide.Width)
                layout["narrow"] = Whole(Narrow);
            return layout;
        }
    }

    public override string Html(DrawingParts parts, Func<string> plotly) =>
        $"{plotly()}<script>(window.unrolledFigures=window.unrolledFigures||[]).push(\"{parts.Digest}\")</script>\n";

    private static JsonObject Whole(FigureLayout figure) => Present(
        ("size", new JsonArray(figure.Width, figure.Height)),
        ("title", Placed(figure.Title)),
        ("legend", RowsOf(figure.Legend)),
        ("panels", Array(figure.Panels, Panel)));

    private static JsonObject Panel(PanelLayout panel) => Present(
        ("plot", new JsonArray(
            Units(panel.Axes.Plot.Left), Units(panel.Axes.Plot.Top),
            Units(panel.Axes.Plot.Width), Units(panel.Axes.Plot.Height))),
        ("x", Ends(panel.Axes.X)),
        ("y", Ends(panel.Axes.Y)),
        ("names", $"{(panel.Options.NamesX ? "x" : "")}{(panel.Options.NamesY ? "y" : "")}"),
        ("turned", PanelMeasure.NamesTurn(panel.Figure, panel.Axes.Plot.Width) ? true : null),
        ("title", panel.Title.IsEmpty ? null : Array(panel.Title, line => Placed(line))),
        ("xLabel", Placed(panel.XLabel)),
        ("yLabel", Placed(panel.YLabel)),
        ("references", panel.References.IsEmpty ? null : Array(panel.References, Reference)),
        ("legend", panel.LegendBox is { } box ? Box(box) : RowsOf(panel.LegendRows)),
        ("lineEnds", panel.LineEnds is { } ends ? Array(ends, End) : null));

    private static JsonObject? Placed(PlacedText? text) => text is { } placed
        ? new JsonObject
        {
            ["text"] = SafeText.Clean(placed.Text),
            ["x"] = Units(placed.X),
            ["y"] = Units(placed.Y),
            ["size"] = Units(placed.Size),
        }
        : null;

    private static JsonObject? Reference(ReferenceLabel? label) =>
        label is null ? null : new JsonObject { ["end"] = label.AtEnd, ["above"] = label.Above };

    private static JsonObject Box(Rect box) =>
        new() { ["inside"] = true, ["left"] = Units(box.Left), ["edge"] = Units(box.Top) };

    private static JsonObject? RowsOf(LegendRows? rows) => rows is null
        ? null
        : new JsonObject { ["inside"] = false, ["left"] = Units(rows.Left), ["edge"] = Units(rows.Edge) };

    private static JsonObject End(LineEnd end) => new()
    {
        ["text"] = SafeText.Clean(end.Name),
        ["colour"] = end.Colour,
        ["y"] = Units(end.Y),
    };

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode?> write) => [.. items.Select(write)];

    private static JsonObject Present(params ReadOnlySpan<(string Name, JsonNode? Value)> members)
    {
        var present = new JsonObject();
        foreach ((string name, JsonNode? value) in members)
            if (value is not null)
                present[name] = value;
        return present;
    }

    // Fourteen digits are the same on every machine, and tell the ends of every axis apart.
    private static JsonArray Ends(Scale scale) => new(
        [.. new[] { scale.Min, scale.Max }.Select(end => JsonValue.Create(
            double.Parse(end.ToString("E13", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)))]);

    private static double Units(double value) => Math.Round(value, 2, MidpointRounding.AwayFromZero);
}
