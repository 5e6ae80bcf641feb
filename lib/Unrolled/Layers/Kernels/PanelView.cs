namespace Unrolled.Layers.Kernels;

/// <summary>
/// The right factor of a product as the tiles read it: panels of 32 columns, each row of a panel contiguous.
/// <code>
///                packed                        a row-major matrix as it lies
///   panel 0: row 0, row 1, …  │ panel 1: …     row 0: panel 0, panel 1, … │ row 1: …
///   RowStride 32, PanelStride 32 · rows        RowStride the matrix's, PanelStride 32
/// </code>
/// </summary>
internal readonly ref struct PanelView
{
    /// <summary>The columns of a panel: two times <see cref="Lanes.Count"/>.</summary>
    internal const int Width = 2 * Lanes.Count;

    internal PanelView(Span<float> values, int rows, int columns, int rowStride, int panelStride)
    {
        Values = values;
        (Rows, Columns) = (rows, columns);
        (RowStride, PanelStride) = (rowStride, panelStride);
    }

    /// <summary>A row-major matrix as it lies; its columns are a multiple of sixteen.</summary>
    internal PanelView(MatrixView matrix)
        : this(matrix.Values, matrix.Rows, matrix.Columns, matrix.RowStride, Width)
    {
        if (matrix.ColumnStride != 1 || matrix.Columns % Lanes.Count != 0)
            throw new ArgumentException($"The rows of {matrix.ToString()} are not whole lanes.");
    }

    /// <summary>How many panels so many columns take.</summary>
    internal static int CountFor(int columns) => (columns + Width - 1) / Width;

    internal Span<float> Values { get; }

    internal int Rows { get; }

    internal int Columns { get; }

    internal int RowStride { get; }

    internal int PanelStride { get; }

    /// <summary>Some of the rows.</summary>
    internal PanelView RowBlock(int first, int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first + count, Rows);
        return new(Values[(first * RowStride)..], count, Columns, RowStride, PanelStride);
    }

    /// <summary>Some of the columns, from the beginning of a panel on.</summary>
    internal PanelView ColumnBlock(int first, int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first + count, Columns);
        ArgumentOutOfRangeException.ThrowIfNotEqual(first % Width, 0);
        return new(Values[(first / Width * PanelStride)..], Rows, count, RowStride, PanelStride);
    }

    public override string ToString() => $"[{Rows}, {Columns}]";
}
