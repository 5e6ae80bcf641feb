using System.Collections.Immutable;

namespace Unrolled.Charts.Model;

/// <summary>Figures side by side.</summary>
internal sealed record GridModel(
    string? Title, ImmutableArray<FigureModel> Panels, int Columns, bool ShareX, bool ShareY, int Width, int PanelHeight)
{
    public int Rows => (Panels.Length + Columns - 1) / Columns;
}
