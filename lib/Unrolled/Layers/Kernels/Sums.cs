using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Unrolled;

/// <summary>Adds one row to another of any length, element by element.</summary>
internal static class Accumulate
{
    internal static void Add(ReadOnlySpan<float> source, Span<float> sums) =>
        Processor.Run(new Sum(source[..sums.Length], sums));

    private readonly ref struct Sum(ReadOnlySpan<float> source, Span<float> sums) : IKernel
    {
        private readonly ReadOnlySpan<float> source = source;
        private readonly Span<float> sums = sums;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TLanes>()
            where TLanes : struct, ILanes<TLanes>
        {
            LaneRow<TLanes> more = new(ref MemoryMarshal.GetReference(source)),
                sum = new(ref MemoryMarshal.GetReference(sums));
            int k = 0;
            for (; k + TLanes.Count <= sums.Length; k += TLanes.Count)
                sum[k] += more[k];
            for (; k < sums.Length; k++)
                sums[k] += source[k];
        }
    }
}

/// <summary>
/// Adds every row to the sums, from the first to the last, which is a bias's gradient, and copies the rows to panels on
/// the way.
/// </summary>
/// <param name="rows">[rows, n], n a multiple of sixteen.</param>
/// <param name="panels">[rows, n].</param>
/// <param name="sums">[1, n].</param>
internal readonly ref struct PackedSum(MatrixView rows, PanelView panels, MatrixView sums) : IKernel
{
    private readonly MatrixView rows = rows, sums = sums;
    private readonly PanelView panels = panels;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TLanes>()
        where TLanes : struct, ILanes<TLanes>
    {
        if (rows.Rows == 0)
            return;
        int j = 0;
        int wide = WideRow<TLanes>.Count <= PanelView.Width ? rows.Columns : 0;
        for (; j + WideRow<TLanes>.Count <= wide; j += WideRow<TLanes>.Count)
            AddColumns<WideRow<TLanes>, TLanes>(j);
        for (; j < rows.Columns; j += TLanes.Count)
            AddColumns<NarrowRow<TLanes>, TLanes>(j);
    }

    private void AddColumns<TRow, TLanes>(int first)
        where TRow : struct, ITileRow<TRow, TLanes>
        where TLanes : struct, ILanes<TLanes>
    {
        ref float source = ref rows.Values[first], panel = ref panels.At(first);
        TRow sum = TRow.Load(in sums.Values[first]);
        for (int i = 0; i < rows.Rows; i++)
        {
            TRow row = TRow.Load(in Unsafe.Add(ref source, i * rows.RowStride));
            row.Store(ref Unsafe.Add(ref panel, i * panels.RowStride));
            sum.Add(row);
        }

        sum.Store(ref sums.Values[first]);
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
/// <param name="start">S, [m, n], its rows contiguous.</param>
/// <param name="a">[m, blocks · k], where a block has k numbers, padded to whole lanes.</param>
/// <param name="b">Bᵀ, [n, blocks · k], padded in the same way with zeros.</param>
/// <param name="blockSize">k; the rest of a block of A is not read.</param>
/// <param name="c">[m, n], its rows contiguous.</param>
internal readonly ref struct RowDot(MatrixView start, MatrixView a, MatrixView b, int blockSize, MatrixView c) : IKernel
{
    private readonly MatrixView start = start, a = a, b = b, c = c;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TLanes>()
        where TLanes : struct, ILanes<TLanes>
    {
        int padded = Lanes.Padded(blockSize);
        int last = padded - Lanes.Count;
        Span<float> used = stackalloc float[Lanes.Count], sums = stackalloc float[Lanes.Count];
        used[..(blockSize - last)].Fill(1);
        for (int i = 0; i < c.Rows; i++)
        {
            LaneRow<TLanes> row = new(a, i);
            for (int j = 0; j < c.Columns; j++)
            {
                LaneRow<TLanes> column = new(b, j);
                for (int lane = 0; lane < Lanes.Count; lane += TLanes.Count)
                {
                    TLanes sum = TLanes.Zero, lastSum = TLanes.Zero, isUsed = TLanes.Load(in used[lane]);
                    for (int block = lane; block < a.Columns; block += padded)
                    {
                        for (int k = block; k < block + last; k += Lanes.Count)
                            sum = TLanes.MultiplyAdd(row[k], column[k], sum);
                        TLanes lastTerm = TLanes.WherePositive(isUsed, row[block + last]);
                        lastSum = TLanes.MultiplyAdd(lastTerm, column[block + last], lastSum);
                    }

                    (sum + lastSum).Store(ref sums[lane]);
                }

                c.Values[i * c.RowStride + j] = start.Values[i * start.RowStride + j] + Total(ref sums[0]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Total(ref float sums)
    {
        Vector128<float> four = Vector128.LoadUnsafe(ref sums) + Vector128.LoadUnsafe(ref sums, 8)
            + (Vector128.LoadUnsafe(ref sums, 4) + Vector128.LoadUnsafe(ref sums, 12));
        Vector128<float> two = four + Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1));
        return two[0] + two[1];
    }
}
