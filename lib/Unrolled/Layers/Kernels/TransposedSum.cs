using System.Runtime.CompilerServices;

namespace Unrolled.Layers.Kernels;

/// <summary>Adds the transpose of a matrix to another.</summary>
internal static class TransposedSum
{
    /// <param name="source">[columns, rows].</param>
    /// <param name="sums">[rows, columns].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Add(MatrixView source, MatrixView sums)
    {
        for (int i = 0; i < sums.Rows; i++)
        {
            Span<float> row = sums.Values.Slice(i * sums.RowStride, sums.Columns);
            ReadOnlySpan<float> column = source.Values[i..];
            for (int j = 0; j < row.Length; j++)
                row[j] += column[j * source.RowStride];
        }
    }
}
