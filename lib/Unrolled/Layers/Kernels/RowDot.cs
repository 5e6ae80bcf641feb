using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Unrolled.Layers.Kernels;

/// <summary>
/// C = S + A B for a B of a few columns, each of which would leave most of a tile empty: every element is a dot product along
/// a row of A. Its order is fixed too: sixteen sums, of every sixteenth term each, which are then added in pairs, eight
/// apart, four, two, one.
/// </summary>
internal static class RowDot
{
    /// <param name="start">S, [m, n], its rows contiguous.</param>
    /// <param name="a">[m, blocks · k], where a block has k numbers, padded to whole lanes.</param>
    /// <param name="b">Bᵀ, [n, blocks · k], padded in the same way with zeros.</param>
    /// <param name="blockSize">k; what stands in a block of A beside it is not looked at.</param>
    /// <param name="c">[m, n], its rows contiguous.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Set(MatrixView start, MatrixView a, MatrixView b, int blockSize, MatrixView c)
    {
        int padded = Lanes.Padded(blockSize);
        int last = padded - Lanes.Count;
        Vector512<float> used = Vector512.LessThan(Vector512.CreateSequence(0f, 1f), Vector512.Create((float)(blockSize - last)));
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
