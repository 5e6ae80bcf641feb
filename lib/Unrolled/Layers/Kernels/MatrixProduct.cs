using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Unrolled;

/// <summary>
/// C = S + A B, in which S, what the sums start from, may be C itself, a bias or zeros. Every element of C is summed
/// over the inner dimension from first to last, one fused multiply-add a term, so that the bits depend neither on the
/// width of a vector, nor on how C is cut into tiles, nor on how rows or columns are shared out among threads.
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
        for (int k = 0; k < b.Rows; k += PanelRows)
        {
            int count = Math.Min(PanelRows, b.Rows - k);
            SetBlock(k == 0 ? start : c, a.ColumnBlock(k, count), b.RowBlock(k, count), c);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SetBlock(MatrixView start, MatrixView a, PanelView b, MatrixView c)
    {
        int j = c.Rows == 1 ? SetPairsOfPanels(start, a, b, c) : 0;
        for (; j < c.Columns; j += PanelView.Width)
        {
            int width = Math.Min(PanelView.Width, c.Columns - j);
            MatrixView from = start.ColumnBlock(j, width);
            PanelView panel = b.ColumnBlock(j, width);
            MatrixView to = c.ColumnBlock(j, width);
            if (width == PanelView.Width)
                SetPanel<TileRow32>(from, a, panel, to);
            else if (width == Lanes.Count)
                SetPanel<TileRow16>(from, a, panel, to);
            else
                SetEdge(from, a, panel, to);
        }
    }

    // Returns how many columns are done.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int SetPairsOfPanels(MatrixView start, MatrixView a, PanelView b, MatrixView c)
    {
        const int width = 2 * PanelView.Width;
        int j = 0;
        for (; j + width <= c.Columns; j += width)
        {
            Tile<TileRow32>.AddOneOfTwoPanels(
                ref start.Values[j], ref First(a.Values), a.ColumnStride,
                ref b.Values[j / PanelView.Width * b.PanelStride],
                b.RowStride, b.PanelStride, b.Rows, ref c.Values[j]);
        }

        return j;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SetPanel<TRow>(MatrixView start, MatrixView a, PanelView b, MatrixView c)
        where TRow : struct, ITileRow<TRow>
    {
        ref float panel = ref First(b.Values);
        int i = 0;
        for (; Vector512.IsHardwareAccelerated && i + TileRows <= c.Rows; i += TileRows)
        {
            Tile<TRow>.AddEight(
                ref start.Values[i * start.RowStride], start.RowStride, ref a.Values[i * a.RowStride], a.RowStride,
                a.ColumnStride,
                ref panel, b.RowStride, b.Rows, ref c.Values[i * c.RowStride], c.RowStride);
        }

        for (; i + 2 <= c.Rows; i += 2)
        {
            Tile<TRow>.AddTwo(
                ref start.Values[i * start.RowStride], start.RowStride, ref a.Values[i * a.RowStride], a.RowStride,
                a.ColumnStride,
                ref panel, b.RowStride, b.Rows, ref c.Values[i * c.RowStride], c.RowStride);
        }

        if (i < c.Rows)
        {
            Tile<TRow>.AddOne(
                ref start.Values[i * start.RowStride], ref a.Values[i * a.RowStride], a.ColumnStride,
                ref panel, b.RowStride, b.Rows, ref c.Values[i * c.RowStride]);
        }
    }

    // Columns that are no whole lanes take the way through a buffer that is as wide as a panel.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SetEdge(MatrixView start, MatrixView a, PanelView b, MatrixView c)
    {
        Span<float> buffer = stackalloc float[TileRows * PanelView.Width];
        buffer.Clear();
        for (int i = 0; i < c.Rows; i += TileRows)
        {
            int rows = Math.Min(TileRows, c.Rows - i);
            MatrixView tile = new(buffer, rows, PanelView.Width);
            MatrixCopy.To(start.RowBlock(i, rows), tile);
            if (c.Columns > Lanes.Count)
                SetPanel<TileRow32>(tile, a.RowBlock(i, rows), b, tile);
            else
                SetPanel<TileRow16>(tile, a.RowBlock(i, rows), b, tile);
            MatrixCopy.To(tile.ColumnBlock(0, c.Columns), c.RowBlock(i, rows));
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
