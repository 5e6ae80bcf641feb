namespace Unrolled;

/// <summary>A matrix laid over a span, with a stride for each dimension: blocks and transposes cost nothing.</summary>
internal readonly ref struct MatrixView
{
    /// <summary>A row-major matrix whose rows begin at a distance from each other.</summary>
    internal MatrixView(Span<float> values, int rows, int columns, int rowStride)
        : this(values, rows, columns, rowStride, 1)
    {
    }

    private MatrixView(Span<float> values, int rows, int columns, int rowStride, int columnStride)
    {
        Values = values;
        (Rows, Columns) = (rows, columns);
        (RowStride, ColumnStride) = (rowStride, columnStride);
    }

    /// <summary>A whole matrix, row-major.</summary>
    internal MatrixView(Span<float> values, int rows, int columns)
        : this(values[..(rows * columns)], rows, columns, columns, 1)
    {
    }

    internal Span<float> Values { get; }

    internal int Rows { get; }

    internal int Columns { get; }

    internal int RowStride { get; }

    internal int ColumnStride { get; }

    internal MatrixView Transposed => new(Values, Columns, Rows, ColumnStride, RowStride);

    /// <summary>
    /// A distance for rows of whole lanes that a product reads across: rows a power of two apart would push each other
    /// out of the cache.
    /// </summary>
    internal static int StrideFor(int columns) => columns + Lanes.Count;

    /// <summary>The same row again and again, such as a bias.</summary>
    internal static MatrixView Repeated(Span<float> row, int rows) => new(row, rows, row.Length, 0, 1);

    internal MatrixView ColumnBlock(int first, int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first + count, Columns);
        return new(Values[(first * ColumnStride)..], Rows, count, RowStride, ColumnStride);
    }

    internal MatrixView RowBlock(int first, int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first + count, Rows);
        return new(Values[(first * RowStride)..], count, Columns, RowStride, ColumnStride);
    }

    public override string ToString() => $"[{Rows}, {Columns}]";
}

/// <summary>Copies one matrix to another, for any layouts of the two.</summary>
internal static class MatrixCopy
{
    internal static void To(MatrixView source, MatrixView destination)
    {
        if ((source.ColumnStride, destination.ColumnStride) == (1, 1))
        {
            for (int i = 0; i < source.Rows; i++)
                source.Values.Slice(i * source.RowStride, source.Columns)
                    .CopyTo(destination.Values[(i * destination.RowStride)..]);
            return;
        }

        for (int i = 0; i < source.Rows; i++)
        {
            for (int j = 0; j < source.Columns; j++)
            {
                destination.Values[i * destination.RowStride + j * destination.ColumnStride] =
                    source.Values[i * source.RowStride + j * source.ColumnStride];
            }
        }
    }
}
