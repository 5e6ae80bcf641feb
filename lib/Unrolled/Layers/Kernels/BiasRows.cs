namespace Unrolled.Layers.Kernels;

/// <summary>Sets every row to the bias, or to the sum of two.</summary>
internal static class BiasRows
{
    internal static void Fill(Span<float> rows, ReadOnlySpan<float> bias)
    {
        for (int start = 0; start < rows.Length; start += bias.Length)
            bias.CopyTo(rows[start..]);
    }

    internal static void Fill(Span<float> rows, ReadOnlySpan<float> first, ReadOnlySpan<float> second)
    {
        for (int start = 0; start < rows.Length; start += first.Length)
        {
            Span<float> row = rows.Slice(start, first.Length);
            for (int j = 0; j < row.Length; j++)
                row[j] = first[j] + second[j];
        }
    }
}
