using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Unrolled;

/// <summary>
/// The innermost loops of a product: some rows of C, one panel wide, stay in registers while a panel of B runs by.
/// Every element takes one fused multiply-add a term, from the first term to the last, whatever the tile's shape.
/// <code>
///        a row of B's panel: two vectors, loaded once
///   a0 ▸ ▒▒▒▒▒▒▒▒ ▒▒▒▒▒▒▒▒
///   a1 ▸ ▒▒▒▒▒▒▒▒ ▒▒▒▒▒▒▒▒   each number of A, in all lanes, times B's row, onto a row of C
///    ⋮        ⋮
/// </code>
/// Steps and strides are counted in numbers.
/// </summary>
/// <typeparam name="TRow">A row of the tile.</typeparam>
internal static class Tile<TRow>
    where TRow : struct, ITileRow<TRow>
{
    /// <summary>Eight rows: 16 sums and their factors fill the 32 registers of AVX-512.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void AddEight(
        ref float start, nint startStep, ref float a, nint aRow, nint aColumn, ref float b, nint bRow, int count,
        ref float c, nint cRow)
    {
        TRow s0 = TRow.Load(in start);
        TRow s1 = TRow.Load(in Unsafe.Add(ref start, startStep));
        TRow s2 = TRow.Load(in Unsafe.Add(ref start, 2 * startStep));
        TRow s3 = TRow.Load(in Unsafe.Add(ref start, 3 * startStep));
        TRow s4 = TRow.Load(in Unsafe.Add(ref start, 4 * startStep));
        TRow s5 = TRow.Load(in Unsafe.Add(ref start, 5 * startStep));
        TRow s6 = TRow.Load(in Unsafe.Add(ref start, 6 * startStep));
        TRow s7 = TRow.Load(in Unsafe.Add(ref start, 7 * startStep));
        ref float a1 = ref Unsafe.Add(ref a, aRow);
        ref float a2 = ref Unsafe.Add(ref a, 2 * aRow);
        ref float a3 = ref Unsafe.Add(ref a, 3 * aRow);
        ref float a4 = ref Unsafe.Add(ref a, 4 * aRow);
        ref float a5 = ref Unsafe.Add(ref a, 5 * aRow);
        ref float a6 = ref Unsafe.Add(ref a, 6 * aRow);
        ref float a7 = ref Unsafe.Add(ref a, 7 * aRow);
        nint place = 0;
        for (int k = 0; k < count; k++)
        {
            TRow row = TRow.Load(in b);
            b = ref Unsafe.Add(ref b, bRow);
            s0 = s0.Add(Vector512.Create(Unsafe.Add(ref a, place)), row);
            s1 = s1.Add(Vector512.Create(Unsafe.Add(ref a1, place)), row);
            s2 = s2.Add(Vector512.Create(Unsafe.Add(ref a2, place)), row);
            s3 = s3.Add(Vector512.Create(Unsafe.Add(ref a3, place)), row);
            s4 = s4.Add(Vector512.Create(Unsafe.Add(ref a4, place)), row);
            s5 = s5.Add(Vector512.Create(Unsafe.Add(ref a5, place)), row);
            s6 = s6.Add(Vector512.Create(Unsafe.Add(ref a6, place)), row);
            s7 = s7.Add(Vector512.Create(Unsafe.Add(ref a7, place)), row);
            place += aColumn;
        }

        s0.Store(ref c);
        s1.Store(ref Unsafe.Add(ref c, cRow));
        s2.Store(ref Unsafe.Add(ref c, 2 * cRow));
        s3.Store(ref Unsafe.Add(ref c, 3 * cRow));
        s4.Store(ref Unsafe.Add(ref c, 4 * cRow));
        s5.Store(ref Unsafe.Add(ref c, 5 * cRow));
        s6.Store(ref Unsafe.Add(ref c, 6 * cRow));
        s7.Store(ref Unsafe.Add(ref c, 7 * cRow));
    }

    /// <summary>Two rows: the rest after tiles of eight, and the most that the 16 registers of AVX2 hold.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void AddTwo(
        ref float start, nint startStep, ref float a, nint aRow, nint aColumn, ref float b, nint bRow, int count,
        ref float c, nint cRow)
    {
        TRow s0 = TRow.Load(in start);
        TRow s1 = TRow.Load(in Unsafe.Add(ref start, startStep));
        ref float a1 = ref Unsafe.Add(ref a, aRow);
        nint place = 0;
        for (int k = 0; k < count; k++)
        {
            TRow row = TRow.Load(in b);
            b = ref Unsafe.Add(ref b, bRow);
            s0 = s0.Add(Vector512.Create(Unsafe.Add(ref a, place)), row);
            s1 = s1.Add(Vector512.Create(Unsafe.Add(ref a1, place)), row);
            place += aColumn;
        }

        s0.Store(ref c);
        s1.Store(ref Unsafe.Add(ref c, cRow));
    }

    /// <summary>One row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void AddOne(
        ref float start, ref float a, nint aColumn, ref float b, nint bRow, int count, ref float c)
    {
        TRow s = TRow.Load(in start);
        nint place = 0;
        for (int k = 0; k < count; k++)
        {
            s = s.Add(Vector512.Create(Unsafe.Add(ref a, place)), TRow.Load(in b));
            b = ref Unsafe.Add(ref b, bRow);
            place += aColumn;
        }

        s.Store(ref c);
    }

    /// <summary>
    /// One row of two panels side by side: the sums of one panel would wait for themselves at every term. Four panels
    /// are read more slowly than two when they come from the second cache.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void AddOneOfTwoPanels(
        ref float start, ref float a, nint aColumn, ref float b, nint bRow, nint bPanel, int count, ref float c)
    {
        TRow s0 = TRow.Load(in start);
        TRow s1 = TRow.Load(in Unsafe.Add(ref start, PanelView.Width));
        ref float b1 = ref Unsafe.Add(ref b, bPanel);
        nint place = 0;
        nint row = 0;
        for (int k = 0; k < count; k++)
        {
            Vector512<float> factor = Vector512.Create(Unsafe.Add(ref a, place));
            s0 = s0.Add(factor, TRow.Load(in Unsafe.Add(ref b, row)));
            s1 = s1.Add(factor, TRow.Load(in Unsafe.Add(ref b1, row)));
            place += aColumn;
            row += bRow;
        }

        s0.Store(ref c);
        s1.Store(ref Unsafe.Add(ref c, PanelView.Width));
    }
}

/// <summary>A row of a tile, in registers: one vector wide or two.</summary>
internal interface ITileRow<TSelf>
    where TSelf : struct, ITileRow<TSelf>
{
    static abstract TSelf Load(ref readonly float first);

    void Store(ref float first);

    /// <summary>This + factor · row, each rounded once.</summary>
    TSelf Add(Vector512<float> factor, TSelf row);
}

/// <summary>A tile's row of 16 columns.</summary>
internal readonly struct TileRow16(Vector512<float> values) : ITileRow<TileRow16>
{
    private readonly Vector512<float> values = values;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TileRow16 Load(ref readonly float first) => new(Vector512.LoadUnsafe(in first));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref float first) => values.StoreUnsafe(ref first);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TileRow16 Add(Vector512<float> factor, TileRow16 row) =>
        new(Vector512.FusedMultiplyAdd(factor, row.values, values));
}

/// <summary>A tile's row of 32 columns.</summary>
internal readonly struct TileRow32(Vector512<float> left, Vector512<float> right) : ITileRow<TileRow32>
{
    private readonly Vector512<float> left = left;
    private readonly Vector512<float> right = right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TileRow32 Load(ref readonly float first) =>
        new(Vector512.LoadUnsafe(in first), Vector512.LoadUnsafe(in first, Lanes.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref float first)
    {
        left.StoreUnsafe(ref first);
        right.StoreUnsafe(ref first, Lanes.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TileRow32 Add(Vector512<float> factor, TileRow32 row) => new(
        Vector512.FusedMultiplyAdd(factor, row.left, left), Vector512.FusedMultiplyAdd(factor, row.right, right));
}

/// <summary>
/// A row of numbers, read and written sixteen at a time. Sixteen is the width on every machine: where registers are
/// narrower, the runtime splits each operation into halves or quarters, lane by lane, so the bits stay the same. A row
/// that is read as lanes is padded to a multiple of sixteen.
/// </summary>
/// <param name="first">The row's first number; the caller has checked the row's length.</param>
internal readonly ref struct Lanes(ref float first)
{
    /// <summary>The number of elements that are processed at a time.</summary>
    internal const int Count = 16;

    private readonly ref float first = ref first;

    /// <summary>The sixteen numbers from a place on.</summary>
    internal Vector512<float> this[nint place]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.LoadUnsafe(ref first, (nuint)place);
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        set => value.StoreUnsafe(ref first, (nuint)place);
    }

    /// <summary>The next multiple of sixteen.</summary>
    internal static int Padded(int count) => (count + Count - 1) / Count * Count;

    /// <summary>The row that begins a number of elements later.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Lanes From(nint place) => new(ref Unsafe.Add(ref first, place));
}
