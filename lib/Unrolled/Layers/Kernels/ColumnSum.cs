namespace Unrolled.Layers.Kernels;

/// <summary>Adds every row to the sums, from the first to the last: a bias's gradient.</summary>
internal static class ColumnSum
{
    /// <param name="rows">[rows, n], n a multiple of sixteen.</param>
    /// <param name="sums">[1, n].</param>
    internal static void Add(MatrixView rows, MatrixView sums)
    {
        Lanes sum = sums.Row(0);
        for (int i = 0; i < rows.Rows; i++)
        {
            Lanes row = rows.Row(i);
            for (int k = 0; k < rows.Columns; k += Lanes.Count)
                sum[k] += row[k];
        }
    }
}
