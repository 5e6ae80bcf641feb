using System.Runtime.CompilerServices;

namespace Unrolled;

/// <summary>
/// A right factor copied into panels (see <see cref="PanelView"/>), so that a product that is computed repeatedly
/// reads it from front to back. What no block was placed on is 0.
/// </summary>
internal sealed class PackedMatrix
{
    private float[] values = [];

    internal int Rows { get; private set; }

    internal int Columns { get; private set; }

    internal PanelView Panels => new(values, Rows, Columns, PanelView.Width, Rows * PanelView.Width);

    /// <summary>Takes a shape. Under the shape that it has already, it keeps its values.</summary>
    internal void Shape(int rows, int columns)
    {
        if ((rows, columns) == (Rows, Columns))
            return;
        (Rows, Columns) = (rows, columns);
        values = new float[rows * PanelView.CountFor(columns) * PanelView.Width];
    }

    /// <summary>Copies a block to a place in this matrix.</summary>
    internal void Place(int firstRow, int firstColumn, MatrixView block)
    {
        for (int j = 0; j < block.Columns;)
        {
            int column = (firstColumn + j) % PanelView.Width;
            int count = Math.Min(PanelView.Width - column, block.Columns - j);
            int start = ((firstColumn + j) / PanelView.Width * Rows + firstRow) * PanelView.Width + column;
            CopyToPanel(block.ColumnBlock(j, count), values.AsSpan(start));
            j += count;
        }
    }

    /// <summary>Copies at most a panel's columns to a panel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void CopyToPanel(MatrixView block, Span<float> panel)
    {
        if (block.ColumnStride == 1)
        {
            for (int k = 0; k < block.Rows; k++)
                block.Values.Slice(k * block.RowStride, block.Columns).CopyTo(panel[(k * PanelView.Width)..]);
            return;
        }

        // Row by row: a few lines of every column stay in the cache, and a panel is written from front to back.
        for (int k = 0; k < block.Rows; k++)
        {
            ReadOnlySpan<float> source = block.Values[(k * block.RowStride)..];
            Span<float> row = panel.Slice(k * PanelView.Width, block.Columns);
            for (int j = 0; j < row.Length; j++)
                row[j] = source[j * block.ColumnStride];
        }
    }
}

/// <summary>
/// The right factor of a product as the tiles read it: panels of 32 columns, or of 16, each row of a panel contiguous.
/// <code>
///                packed                        a row-major matrix in place
///   panel 0: row 0, row 1, …  │ panel 1: …     row 0: panel 0, panel 1, … │ row 1: …
///   RowStride Width, PanelStride Width · rows  RowStride the matrix's, PanelStride Width
/// </code>
/// </summary>
internal readonly ref struct PanelView
{
    /// <summary>The columns of a panel, a multiple of <see cref="Lanes.Count"/>.</summary>
    internal static int Width
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Processor.PanelColumns;
    }

    internal PanelView(Span<float> values, int rows, int columns, int rowStride, int panelStride)
    {
        Values = values;
        (Rows, Columns) = (rows, columns);
        (RowStride, PanelStride) = (rowStride, panelStride);
    }

    /// <summary>A row-major matrix in place; its columns are a multiple of sixteen.</summary>
    internal PanelView(MatrixView matrix)
        : this(matrix.Values, matrix.Rows, matrix.Columns, matrix.RowStride, Width)
    {
        if (matrix.ColumnStride != 1 || matrix.Columns % Lanes.Count != 0)
            throw new ArgumentException($"The rows of {matrix.ToString()} are not whole lanes.");
    }

    /// <summary>The number of panels for a number of columns.</summary>
    internal static int CountFor(int columns) => (columns + Width - 1) / Width;

    internal Span<float> Values { get; }

    internal int Rows { get; }

    internal int Columns { get; }

    internal int RowStride { get; }

    internal int PanelStride { get; }

    /// <summary>The first row's number in a column.</summary>
    internal ref float At(int column) => ref Values[column / Width * PanelStride + column % Width];

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
