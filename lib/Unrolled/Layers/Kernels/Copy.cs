namespace Unrolled.Layers.Kernels;

/// <summary>Copies one matrix to another, whatever the layouts of the two.</summary>
internal static class Copy
{
    internal static void To(MatrixView source, MatrixView destination)
    {
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
