namespace Unrolled.Layers.Kernels;

/// <summary>Copies a matrix [rows, columns] to [columns, rows], so that what was a column becomes contiguous.</summary>
internal static class Transpose
{
    internal static void Copy(MatrixView source, Span<float> destination)
    {
        for (int i = 0; i < source.Rows; i++)
        {
            for (int j = 0; j < source.Columns; j++)
                destination[j * source.Rows + i] = source.Values[i * source.RowStride + j * source.ColumnStride];
        }
    }
}
