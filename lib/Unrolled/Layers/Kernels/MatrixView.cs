namespace Unrolled.Layers.Kernels;

/// <summary>A matrix laid over a span, with a stride for each dimension: blocks and transposes cost nothing.</summary>
internal readonly ref struct MatrixView
{
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
