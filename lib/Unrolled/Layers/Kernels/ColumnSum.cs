using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Unrolled.Layers.Kernels;

/// <summary>Adds every row to the sums, from the first to the last: a bias's gradient.</summary>
internal static class ColumnSum
{
    // Several columns side by side: a single sum would wait for itself at every row.
    private const int Together = 4 * Lanes.Count;

    /// <param name="rows">[rows, n], n a multiple of sixteen.</param>
    /// <param name="sums">[1, n].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Add(MatrixView rows, MatrixView sums)
    {
        if (rows.Rows == 0 || rows.Columns == 0)
            return;
        Lanes first = rows.Row(0), sum = sums.Row(0);
        int j = 0;
        for (; j + Together <= rows.Columns; j += Together)
        {
            Lanes column = first.From(j);
            Vector512<float> s0 = sum[j], s1 = sum[j + Lanes.Count], s2 = sum[j + 2 * Lanes.Count], s3 = sum[j + 3 * Lanes.Count];
            for (int i = 0; i < rows.Rows; i++)
            {
                s0 += column[0];
                s1 += column[Lanes.Count];
                s2 += column[2 * Lanes.Count];
                s3 += column[3 * Lanes.Count];
                column = column.From(rows.RowStride);
            }

            (sum[j], sum[j + Lanes.Count], sum[j + 2 * Lanes.Count], sum[j + 3 * Lanes.Count]) = (s0, s1, s2, s3);
        }

        for (; j < rows.Columns; j += Lanes.Count)
        {
            Lanes column = first.From(j);
            Vector512<float> s = sum[j];
            for (int i = 0; i < rows.Rows; i++, column = column.From(rows.RowStride))
                s += column[0];
            sum[j] = s;
        }
    }
}
