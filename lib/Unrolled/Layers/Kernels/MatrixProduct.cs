using System.Buffers;
using System.Numerics;

namespace Unrolled.Layers.Kernels;

/// <summary>
/// C += A B. Every element of C is summed over the inner dimension from first to last, one fused multiply-add a term,
/// so that the bits depend neither on the width of a vector nor on how C is cut into tiles.
/// </summary>
internal static class MatrixProduct
{
    private const int TileRows = 4;

    // A panel of B, this high and a tile wide, stays in the fastest cache.
    private const int PanelRows = 256;

    /// <param name="a">[m, k], in any layout.</param>
    /// <param name="b">[k, n], its rows contiguous.</param>
    /// <param name="c">[m, n], its rows contiguous.</param>
    internal static void Add(MatrixView a, MatrixView b, MatrixView c)
    {
        RequireShapes(a, b, c);
        float[] panel = ArrayPool<float>.Shared.Rent(PanelRows * 2 * Vector<float>.Count);
        for (int k = 0; k < a.Columns; k += PanelRows)
        {
            int count = Math.Min(PanelRows, a.Columns - k);
            AddBlock(a.ColumnBlock(k, count), b.RowBlock(k, count), c, panel);
        }

        ArrayPool<float>.Shared.Return(panel);
    }

    private static void AddBlock(MatrixView a, MatrixView b, MatrixView c, Span<float> buffer)
    {
        int tileColumns = 2 * Vector<float>.Count;
        int j = 0;
        for (; j + tileColumns <= c.Columns; j += tileColumns)
        {
            MatrixView columns = b.ColumnBlock(j, tileColumns);
            AddPanel(a, c.Rows > TileRows ? Packed(columns, buffer) : columns, c.ColumnBlock(j, tileColumns));
        }

        if (j < c.Columns)
            AddColumns(a, b.ColumnBlock(j, c.Columns - j), c.ColumnBlock(j, c.Columns - j));
    }

    private static void AddPanel(MatrixView a, MatrixView panel, MatrixView c)
    {
        int i = 0;
        for (; i + TileRows <= c.Rows; i += TileRows)
            AddTile(a, panel, c, i);
        for (; i < c.Rows; i++)
            AddRowTile(a, panel, c, i);
    }

    // Rows one beside the other: rows a power of two apart would push each other out of the cache.
    private static MatrixView Packed(MatrixView columns, Span<float> buffer)
    {
        for (int k = 0; k < columns.Rows; k++)
            columns.Values.Slice(k * columns.RowStride, columns.Columns).CopyTo(buffer[(k * columns.Columns)..]);
        return new MatrixView(buffer, columns.Rows, columns.Columns);
    }

    private static void AddTile(MatrixView a, MatrixView b, MatrixView c, int i)
    {
        nuint width = (nuint)Vector<float>.Count;
        ref float c0 = ref c.Values[i * c.RowStride];
        ref float c1 = ref c.Values[(i + 1) * c.RowStride];
        ref float c2 = ref c.Values[(i + 2) * c.RowStride];
        ref float c3 = ref c.Values[(i + 3) * c.RowStride];
        var (s00, s01) = (Vector.LoadUnsafe(ref c0), Vector.LoadUnsafe(ref c0, width));
        var (s10, s11) = (Vector.LoadUnsafe(ref c1), Vector.LoadUnsafe(ref c1, width));
        var (s20, s21) = (Vector.LoadUnsafe(ref c2), Vector.LoadUnsafe(ref c2, width));
        var (s30, s31) = (Vector.LoadUnsafe(ref c3), Vector.LoadUnsafe(ref c3, width));
        ReadOnlySpan<float> rows = a.Values[(i * a.RowStride)..];
        int stride = a.RowStride;
        for (int k = 0; k < a.Columns; k++)
        {
            ref float row = ref b.Values[k * b.RowStride];
            var (b0, b1) = (Vector.LoadUnsafe(ref row), Vector.LoadUnsafe(ref row, width));
            int place = k * a.ColumnStride;
            var a0 = Vector.Create(rows[place]);
            var a1 = Vector.Create(rows[place + stride]);
            var a2 = Vector.Create(rows[place + 2 * stride]);
            var a3 = Vector.Create(rows[place + 3 * stride]);
            (s00, s01) = (Vector.FusedMultiplyAdd(a0, b0, s00), Vector.FusedMultiplyAdd(a0, b1, s01));
            (s10, s11) = (Vector.FusedMultiplyAdd(a1, b0, s10), Vector.FusedMultiplyAdd(a1, b1, s11));
            (s20, s21) = (Vector.FusedMultiplyAdd(a2, b0, s20), Vector.FusedMultiplyAdd(a2, b1, s21));
            (s30, s31) = (Vector.FusedMultiplyAdd(a3, b0, s30), Vector.FusedMultiplyAdd(a3, b1, s31));
        }

        s00.StoreUnsafe(ref c0);
        s01.StoreUnsafe(ref c0, width);
        s10.StoreUnsafe(ref c1);
        s11.StoreUnsafe(ref c1, width);
        s20.StoreUnsafe(ref c2);
        s21.StoreUnsafe(ref c2, width);
        s30.StoreUnsafe(ref c3);
        s31.StoreUnsafe(ref c3, width);
    }

    private static void AddRowTile(MatrixView a, MatrixView b, MatrixView c, int i)
    {
        nuint width = (nuint)Vector<float>.Count;
        ref float target = ref c.Values[i * c.RowStride];
        var (s0, s1) = (Vector.LoadUnsafe(ref target), Vector.LoadUnsafe(ref target, width));
        for (int k = 0; k < a.Columns; k++)
        {
            ref float row = ref b.Values[k * b.RowStride];
            var factor = Vector.Create(a.Values[i * a.RowStride + k * a.ColumnStride]);
            s0 = Vector.FusedMultiplyAdd(factor, Vector.LoadUnsafe(ref row), s0);
            s1 = Vector.FusedMultiplyAdd(factor, Vector.LoadUnsafe(ref row, width), s1);
        }

        s0.StoreUnsafe(ref target);
        s1.StoreUnsafe(ref target, width);
    }

    // What is left at the right of the tiles.
    private static void AddColumns(MatrixView a, MatrixView b, MatrixView c)
    {
        for (int i = 0; i < c.Rows; i++)
        {
            Span<float> target = c.Values.Slice(i * c.RowStride, c.Columns);
            for (int k = 0; k < a.Columns; k++)
            {
                float factor = a.Values[i * a.RowStride + k * a.ColumnStride];
                ReadOnlySpan<float> row = b.Values.Slice(k * b.RowStride, c.Columns);
                for (int j = 0; j < target.Length; j++)
                    target[j] = MathF.FusedMultiplyAdd(factor, row[j], target[j]);
            }
        }
    }

    // The tiles are loaded without a check of their own; this one covers them.
    private static void RequireShapes(MatrixView a, MatrixView b, MatrixView c)
    {
        if (a.Columns != b.Rows || a.Rows != c.Rows || b.Columns != c.Columns)
            throw new ArgumentException($"A {a.ToString()} times B {b.ToString()} is not C {c.ToString()}.");
        if ((b.ColumnStride, c.ColumnStride) != (1, 1))
            throw new ArgumentException("The rows of B and C must be contiguous.");
        RequireLength(b);
        RequireLength(c);
    }

    private static void RequireLength(MatrixView matrix)
    {
        if (matrix.Rows > 0 && matrix.Values.Length < (matrix.Rows - 1) * matrix.RowStride + matrix.Columns)
            throw new ArgumentException($"{matrix.Values.Length} values are too few for {matrix.ToString()}.");
    }
}
