namespace Unrolled.Layers.Kernels;

/// <summary>Copies one matrix to another, whatever the layouts of the two.</summary>
internal static class Copy
{
    internal static void To(MatrixView source, MatrixView destination)
    {
        if ((source.ColumnStride, destination.ColumnStride) == (1, 1))
        {
            for (int i = 0; i < source.Rows; i++)
                source.Values.Slice(i * source.RowStride, source.Columns).CopyTo(destination.Values[(i * destination.RowStride)..]);
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
