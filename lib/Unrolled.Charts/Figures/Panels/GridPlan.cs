using System.Collections.Immutable;

namespace Unrolled;

/// <summary>The plan of a grid: all plots of one size and in line.</summary>
internal sealed class GridPlan
{
    private const double ColumnGap = 20, RowGap = 18, TitleSize = 15;

    private readonly GridModel grid;
    private readonly bool oneLegend;
    private readonly double panelWidth, headHeight;
    private readonly PanelPlan[] plans;
    private readonly Margins[] columns, rows;
    private readonly double plotWidth, plotHeight;

    private GridPlan(GridModel grid)
    {
        this.grid = grid;
        oneLegend = SameLegend(grid);
        panelWidth = (Inner - (grid.Columns - 1) * ColumnGap) / grid.Columns;
        headHeight = (grid.Title is null ? 0 : TitleSize + 14)
            + (oneLegend ? LegendRows.Count(grid.Panels[0], Inner) * LegendRows.RowHeight + 8 : 0);
        plans =
        [
            .. grid.Panels.Select((panel, index) => PanelPlan.For(panel, panelWidth, grid.PanelHeight, Options(index))),
        ];
        columns =
        [
            .. Enumerable.Range(0, grid.Columns).Select(column => Largest(index => index % grid.Columns == column)),
        ];
        rows = [.. Enumerable.Range(0, grid.Rows).Select(row => Largest(index => index / grid.Columns == row))];
        double around = (grid.Columns - 1) * ColumnGap + columns.Sum(column => column.Left + column.Right);
        plotWidth = (Inner - around) / grid.Columns;
        plotHeight = grid.PanelHeight - rows.Max(row => row.Top + row.Bottom);
    }

    private int Height =>
        (int)Math.Ceiling(2 * Theme.Padding + headHeight + rows.Sum(RowHeight) + (grid.Rows - 1) * RowGap);

    private double Inner => grid.Width - 2 * Theme.Padding;

    public static FigureLayout Layout(GridModel grid) => new GridPlan(grid).Layout();

    private FigureLayout Layout() => new(grid.Width, Height, Panels())
    {
        Title = grid.Title is { } title
            ? new PlacedText(title, Theme.Padding, Theme.Padding + TitleSize, TitleSize)
            : null,
        Legend = oneLegend
            ? new LegendRows(grid.Panels[0], Theme.Padding, Theme.Padding + headHeight - 16, Inner)
            : null,
    };

    private ImmutableArray<PanelLayout> Panels()
    {
        var panels = ImmutableArray.CreateBuilder<PanelLayout>();
        double top = Theme.Padding + headHeight;
        for (int row = 0; row < grid.Rows; row++)
        {
            double left = Theme.Padding;
            for (int column = 0; column < grid.Columns; column++)
            {
                if (row * grid.Columns + column is int index && index < grid.Panels.Length)
                    panels.Add(Panel(index, new Place(left, top)));
                left += columns[column].Left + plotWidth + columns[column].Right + ColumnGap;
            }

            top += RowHeight(rows[row]) + RowGap;
        }

        return panels.ToImmutable();
    }

    private PanelLayout Panel(int index, Place at)
    {
        Margins column = columns[index % grid.Columns], row = rows[index / grid.Columns];
        var margins = new Margins(column.Left, row.Top, column.Right, row.Bottom);
        var area = new Rect(at.X, at.Y, column.Left + plotWidth + column.Right, RowHeight(row));
        PanelPlan plan = plans[index] with { Margins = margins };
        return PanelLayout.Of(grid.Panels[index], area, plan, Options(index)) with { IdSuffix = $"-{index}" };
    }

    private double RowHeight(Margins row) => row.Top + plotHeight + row.Bottom;

    // A shared axis is named once: below the last panel of each column, left of the first of each row.
    private PanelOptions Options(int index)
    {
        bool lowest = index + grid.Columns >= grid.Panels.Length, first = index % grid.Columns == 0;
        return new PanelOptions(
            NamesX: !grid.ShareX || lowest, NamesY: !grid.ShareY || first,
            Legend: !oneLegend && grid.Panels[index].Legend != LegendPosition.None);
    }

    private Margins Largest(Func<int, bool> among) => plans.Index()
        .Where(item => among(item.Index)).Select(item => item.Item.Margins).DefaultIfEmpty().Aggregate(Margins.Max);

    private static bool SameLegend(GridModel grid)
    {
        (string?, string)[] first = Entries(grid.Panels[0]);
        return first.Length > 0 && grid.Panels.Length > 1 && grid.Panels.All(panel =>
            panel.Legend is LegendPosition.Auto or LegendPosition.Above && Entries(panel).SequenceEqual(first));
    }

    private static (string? Name, string Colour)[] Entries(FigureModel figure) =>
        [.. figure.Series.Where(series => series.InLegend).Select(series => (series.Name, series.Colour))];
}
