using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Unrolled;

/// <summary>Adds one row to another of any length, element by element.</summary>
internal static class Accumulate
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Add(ReadOnlySpan<float> source, Span<float> sums)
    {
        source = source[..sums.Length];
        Lanes more = new(ref MemoryMarshal.GetReference(source)), sum = new(ref MemoryMarshal.GetReference(sums));
        int k = 0;
        for (; k + Lanes.Count <= sums.Length; k += Lanes.Count)
            sum[k] += more[k];
        for (; k < sums.Length; k++)
            sums[k] += source[k];
    }
}

/// <summary>Adds every row to the sums, from the first to the last: a bias's gradient.</summary>
internal static class ColumnSum
{
    // Several columns side by side: each addition to a single sum would wait for the one before.
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
            Vector512<float> s0 = sum[j], s1 = sum[j + Lanes.Count],
                s2 = sum[j + 2 * Lanes.Count], s3 = sum[j + 3 * Lanes.Count];
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

/// <summary>
/// C = S + A B for a B of a few columns, each of which would leave most of a tile empty: every element is a dot product
/// along a row of A. Its order is fixed too: sixteen sums, of every sixteenth term each, which are then added in pairs,
/// eight apart, four, two, one.
/// </summary>
internal static class RowDot
{
    /// <param name="start">S, [m, n], its rows contiguous.</param>
    /// <param name="a">[m, blocks · k], where a block has k numbers, padded to whole lanes.</param>
    /// <param name="b">Bᵀ, [n, blocks · k], padded in the same way with zeros.</param>
    /// <param name="blockSize">k; the rest of a block of A is not read.</param>
    /// <param name="c">[m, n], its rows contiguous.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Set(MatrixView start, MatrixView a, MatrixView b, int blockSize, MatrixView c)
    {
        int padded = Lanes.Padded(blockSize);
        int last = padded - Lanes.Count;
        Vector512<float> used = Vector512.LessThan(
            Vector512.CreateSequence(0f, 1f), Vector512.Create((float)(blockSize - last)));
        for (int i = 0; i < c.Rows; i++)
        {
            Lanes row = a.Row(i);
            for (int j = 0; j < c.Columns; j++)
            {
                Lanes column = b.Row(j);
                Vector512<float> sum = Vector512<float>.Zero, lastSum = Vector512<float>.Zero;
                for (int block = 0; block < a.Columns; block += padded)
                {
                    for (int k = block; k < block + last; k += Lanes.Count)
                        sum = Vector512.FusedMultiplyAdd(row[k], column[k], sum);
                    lastSum = Vector512.FusedMultiplyAdd(row[block + last] & used, column[block + last], lastSum);
                }

                c.Values[i * c.RowStride + j] = start.Values[i * start.RowStride + j] + Total(sum + lastSum);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Total(Vector512<float> sums)
    {
        Vector256<float> eight = sums.GetLower() + sums.GetUpper();
        Vector128<float> four = eight.GetLower() + eight.GetUpper();
        Vector128<float> two = four + Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1));
        return two[0] + two[1];
    }
}
