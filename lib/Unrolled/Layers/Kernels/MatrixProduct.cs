using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Unrolled;

/// <summary>
/// C = S + A B, in which S, what the sums start from, may be C itself, a bias or zeros. Every element of C is summed
/// over the inner dimension from first to last, one multiply-add a term, so that the bits depend neither on the width
/// of a vector, nor on how C is cut into tiles, nor on how rows or columns are shared out among threads.
/// </summary>
internal static class MatrixProduct
{
    // A panel of B, this high, stays in the fastest cache.
    private const int PanelRows = 256;

    private const int TileRows = 8;

    /// <summary>C += A B, of a B that is needed only once.</summary>
    /// <inheritdoc cref="Set(MatrixView, MatrixView, MatrixView, MatrixView)"/>
    internal static void Add(MatrixView a, MatrixView b, MatrixView c) => Set(c, a, b, c);

    /// <summary>C = S + A B, of a B that is needed only once: it is packed panel by panel.</summary>
    /// <param name="start">S, [m, n], its rows contiguous.</param>
    /// <param name="a">[m, k], in any layout.</param>
    /// <param name="b">[k, n], in any layout.</param>
    /// <param name="c">[m, n], its rows contiguous.</param>
    internal static void Set(MatrixView start, MatrixView a, MatrixView b, MatrixView c)
    {
        RequireProduct(a.Rows, a.Columns, b.Rows, b.Columns, c);
        float[] panel = ArrayPool<float>.Shared.Rent(PanelRows * PanelView.Width);
        for (int k = 0; k < b.Rows; k += PanelRows)
        {
            int count = Math.Min(PanelRows, b.Rows - k);
            for (int j = 0; j < b.Columns; j += PanelView.Width)
            {
                int width = Math.Min(PanelView.Width, b.Columns - j);
                PackedMatrix.CopyToPanel(b.RowBlock(k, count).ColumnBlock(j, width), panel);
                Set(
                    (k == 0 ? start : c).ColumnBlock(j, width), a.ColumnBlock(k, count),
                    new PanelView(panel, count, width, PanelView.Width, 0), c.ColumnBlock(j, width));
            }
        }

        ArrayPool<float>.Shared.Return(panel);
    }

    /// <summary>C += A B.</summary>
    /// <inheritdoc cref="Set(MatrixView, MatrixView, PanelView, MatrixView)"/>
    internal static void Add(MatrixView a, PanelView b, MatrixView c) => Set(c, a, b, c);

    /// <summary>C = S + A B.</summary>
    /// <param name="start">S, [m, n], its rows contiguous.</param>
    /// <param name="a">[m, k], in any layout.</param>
    /// <param name="b">[k, n].</param>
    /// <param name="c">[m, n], its rows contiguous.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Set(MatrixView start, MatrixView a, PanelView b, MatrixView c)
    {
        RequireShapes(start, a, b, c);
        if (c.Rows == 0)
            return;
        if (b.Rows <= PanelRows)
        {
            Processor.Run(new Block(start, a, b, c));
            return;
        }

        for (int k = 0; k < b.Rows; k += PanelRows)
        {
            int count = Math.Min(PanelRows, b.Rows - k);
            Processor.Run(new Block(k == 0 ? start : c, a.ColumnBlock(k, count), b.RowBlock(k, count), c));
        }
    }

    /// <summary>C = S + A B, of a B whose panels fit the fastest cache; the shapes have been checked.</summary>
    internal readonly ref struct Block(MatrixView start, MatrixView a, PanelView b, MatrixView c) : IKernel
    {
        private readonly MatrixView start = start, a = a, c = c;
        private readonly PanelView b = b;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TLanes>()
            where TLanes : struct, ILanes<TLanes>
        {
            int j = c.Rows == 1 && WideRow<TLanes>.Count <= PanelView.Width ? SetRow<TLanes>() : 0;
            for (; j < c.Columns; j += PanelView.Width)
            {
                int width = Math.Min(PanelView.Width, c.Columns - j);
                if (width % WideRow<TLanes>.Count == 0)
                    SetColumns<WideRow<TLanes>, TLanes>(j, width);
                else if (width % Lanes.Count == 0)
                    SetColumns<NarrowRow<TLanes>, TLanes>(j, width);
                else
                    SetEdge<TLanes>(j, width);
            }
        }

        // Of a single row. Returns how many columns are done.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private int SetRow<TLanes>()
            where TLanes : struct, ILanes<TLanes>
        {
            int step = WideRow<TLanes>.Count, count = TLanes.Count == Lanes.Count ? 2 : 4, j = 0;
            for (; j + count * step <= c.Columns; j += count * step)
            {
                if (count == 2)
                {
                    Tile<WideRow<TLanes>, TLanes>.AddOneOfTwo(
                        ref start.Values[j], ref First(a.Values), a.ColumnStride, ref b.At(j), ref b.At(j + step),
                        b.RowStride, b.Rows, ref c.Values[j]);
                }
                else
                {
                    Tile<WideRow<TLanes>, TLanes>.AddOneOfFour(
                        ref start.Values[j], ref First(a.Values), a.ColumnStride, ref b.At(j), ref b.At(j + step),
                        ref b.At(j + 2 * step), ref b.At(j + 3 * step), b.RowStride, b.Rows, ref c.Values[j]);
                }
            }

            return j;
        }

        // Columns of one panel.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void SetColumns<TRow, TLanes>(int first, int count)
            where TRow : struct, ITileRow<TRow, TLanes>
            where TLanes : struct, ILanes<TLanes>
        {
            for (int j = first; j < first + count; j += TRow.Count)
            {
                ref float panel = ref b.At(j);
                int i = 0;
                for (; TLanes.TileRows == 8 && i + 8 <= c.Rows; i += 8)
                {
                    Tile<TRow, TLanes>.AddEight(
                        ref start.Values[i * start.RowStride + j], start.RowStride, ref a.Values[i * a.RowStride],
                        a.RowStride, a.ColumnStride, ref panel, b.RowStride, b.Rows, ref c.Values[i * c.RowStride + j],
                        c.RowStride);
                }

                // The last eight rows are two tiles of four: a tile of two waits for its sums.
                for (; TLanes.TileRows == 6 && i + 6 <= c.Rows && i + 8 != c.Rows; i += 6)
                {
                    Tile<TRow, TLanes>.AddSix(
                        ref start.Values[i * start.RowStride + j], start.RowStride, ref a.Values[i * a.RowStride],
                        a.RowStride, a.ColumnStride, ref panel, b.RowStride, b.Rows, ref c.Values[i * c.RowStride + j],
                        c.RowStride);
                }

                for (; i + 4 <= c.Rows; i += 4)
                {
                    Tile<TRow, TLanes>.AddFour(
                        ref start.Values[i * start.RowStride + j], start.RowStride, ref a.Values[i * a.RowStride],
                        a.RowStride, a.ColumnStride, ref panel, b.RowStride, b.Rows, ref c.Values[i * c.RowStride + j],
                        c.RowStride);
                }

                for (; i + 2 <= c.Rows; i += 2)
                {
                    Tile<TRow, TLanes>.AddTwo(
                        ref start.Values[i * start.RowStride + j], start.RowStride, ref a.Values[i * a.RowStride],
                        a.RowStride, a.ColumnStride, ref panel, b.RowStride, b.Rows, ref c.Values[i * c.RowStride + j],
                        c.RowStride);
                }

                if (i < c.Rows)
                {
                    Tile<TRow, TLanes>.AddOne(
                        ref start.Values[i * start.RowStride + j], ref a.Values[i * a.RowStride], a.ColumnStride,
                        ref panel, b.RowStride, b.Rows, ref c.Values[i * c.RowStride + j]);
                }
            }
        }

        // Columns that are no whole lanes take the way through a buffer that is as wide as a panel.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void SetEdge<TLanes>(int first, int count)
            where TLanes : struct, ILanes<TLanes>
        {
            Span<float> buffer = stackalloc float[TileRows * PanelView.Width];
            buffer.Clear();
            int padded = Lanes.Padded(count);
            for (int i = 0; i < c.Rows; i += TileRows)
            {
                int rows = Math.Min(TileRows, c.Rows - i);
                MatrixView tile = new(buffer, rows, padded, PanelView.Width), own = tile.ColumnBlock(0, count);
                MatrixCopy.To(start.RowBlock(i, rows).ColumnBlock(first, count), own);
                new Block(tile, a.RowBlock(i, rows), b.ColumnBlock(first, count), tile).Run<TLanes>();
                MatrixCopy.To(own, c.RowBlock(i, rows).ColumnBlock(first, count));
            }
        }
    }

    private static ref float First(Span<float> values) => ref MemoryMarshal.GetReference(values);

    // The tiles load and store without checks of their own; these cover them.
    private static void RequireShapes(MatrixView start, MatrixView a, PanelView b, MatrixView c)
    {
        RequireProduct(a.Rows, a.Columns, b.Rows, b.Columns, c);
        if ((start.Rows, start.Columns) != (c.Rows, c.Columns))
            throw new ArgumentException($"S {start.ToString()} is not in the shape of C {c.ToString()}.");
        if ((start.ColumnStride, c.ColumnStride) != (1, 1))
            throw new ArgumentException("The rows of S and C must be contiguous.");
        RequireLength(start);
        RequireLength(a);
        RequireLength(c);
        int panels = PanelView.CountFor(b.Columns);
        if (b.Values.Length < (panels - 1) * b.PanelStride + (b.Rows - 1) * b.RowStride
            + Lanes.Padded((b.Columns - 1) % PanelView.Width + 1))
            throw new ArgumentException($"{b.Values.Length} values are too few for {b.ToString()}.");
    }

    private static void RequireProduct(int m, int k, int bRows, int n, MatrixView c)
    {
        if (k != bRows || m != c.Rows || n != c.Columns)
            throw new ArgumentException($"A [{m}, {k}] times B [{bRows}, {n}] is not C {c.ToString()}.");
    }

    private static void RequireLength(MatrixView matrix)
    {
        if (matrix.Rows > 0
            && matrix.Values.Length
                < (matrix.Rows - 1) * matrix.RowStride + (matrix.Columns - 1) * matrix.ColumnStride + 1)
            throw new ArgumentException($"{matrix.Values.Length} values are too few for {matrix.ToString()}.");
    }
}
