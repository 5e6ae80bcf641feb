using System.Runtime.CompilerServices;

namespace Unrolled.Layers.Kernels;

/// <summary>
/// A right factor copied into panels (see <see cref="PanelView"/>), so that a product that is made again and again reads
/// it from front to back. What no block was placed on is 0.
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

        // Column by column, which is where a transposed block is contiguous.
        for (int j = 0; j < block.Columns; j++)
        {
            ReadOnlySpan<float> column = block.Values[(j * block.ColumnStride)..];
            for (int k = 0; k < block.Rows; k++)
                panel[k * PanelView.Width + j] = column[k * block.RowStride];
        }
    }
}
