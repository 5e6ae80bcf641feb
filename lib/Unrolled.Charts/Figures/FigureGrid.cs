using System.Collections.Immutable;

namespace Unrolled;

/// <summary>Figures side by side; see <see cref="Figure.Grid"/>.</summary>
public sealed class FigureGrid : Drawing
{
    internal FigureGrid(
        IEnumerable<Figure> figures, int columns, string? title, bool shareX, bool shareY, int width, int panelHeight)
    {
        ArgumentNullException.ThrowIfNull(figures);
        ImmutableArray<FigureModel> panels = [.. figures.Select(figure => figure.Model)];
        string named = title is null ? "The grid" : $"Grid \"{title}\"";
        if (panels.IsEmpty)
            throw new ArgumentException($"{named} has no figures.", nameof(figures));
        if (columns < 1)
            throw new ArgumentException($"{named} has {columns} columns; it needs one at least.", nameof(columns));
        Figure.Bounded(width, 160, nameof(width));
        Figure.Bounded(panelHeight, 100, nameof(panelHeight));
        columns = Math.Min(columns, panels.Length);
        panels = SharedAxes.Of(panels, shareX, shareY);
        Model = new GridModel(title, panels, columns, shareX, shareY, width, panelHeight);
    }

    internal GridModel Model { get; }

    private protected override string Text() => FigureText.Of(Model);

    private protected override DrawingParts Drawn() => GridPlan.Layout(Model).Parts(
        Model.Title ?? "Figures", FigureDescription.Of(Model), FigureData.Of(Model),
        GridPlan.Layout(NarrowFigure.Of(Model)));
}
