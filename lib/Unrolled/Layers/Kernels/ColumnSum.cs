using System.Numerics;

namespace Unrolled.Layers.Kernels;

/// <summary>Adds every row to the sums, from the first to the last: a bias's gradient.</summary>
internal static class ColumnSum
{
    internal static void Add(ReadOnlySpan<float> rows, Span<float> sums)
    {
        for (int start = 0; start < rows.Length; start += sums.Length)
            AddRow(rows.Slice(start, sums.Length), sums);
    }

    private static void AddRow(ReadOnlySpan<float> row, Span<float> sums)
    {
        int j = 0;
        for (; j + Vector<float>.Count <= sums.Length; j += Vector<float>.Count)
            (new Vector<float>(sums[j..]) + new Vector<float>(row[j..])).CopyTo(sums[j..]);
        for (; j < sums.Length; j++)
            sums[j] += row[j];
    }
}
