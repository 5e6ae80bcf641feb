using System.Runtime.CompilerServices;

namespace Unrolled;

/// <summary>
/// The innermost loops of a product: some rows of C, two vectors wide, stay in registers while a panel of B runs by.
/// Every element takes one multiply-add a term, from the first term to the last, whatever the tile's shape.
/// <code>
///        a row of B's panel: two vectors, loaded once
///   a0 ▸ ▒▒▒▒▒▒▒▒ ▒▒▒▒▒▒▒▒
///   a1 ▸ ▒▒▒▒▒▒▒▒ ▒▒▒▒▒▒▒▒   each number of A, in all lanes, times B's row, onto a row of C
///    ⋮        ⋮
/// </code>
/// Steps and strides are counted in numbers.
/// </summary>
/// <typeparam name="TRow">A row of the tile.</typeparam>
/// <typeparam name="TLanes">The vectors of which it has one or two.</typeparam>
internal static class Tile<TRow, TLanes>
    where TRow : struct, ITileRow<TRow, TLanes>
    where TLanes : struct, ILanes<TLanes>
{
    /// <summary>Eight rows: 16 sums and their factors fill the 32 registers of AVX-512 and of Arm64.</summary>
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
            s0.Add(TLanes.All(Unsafe.Add(ref a, place)), row);
            s1.Add(TLanes.All(Unsafe.Add(ref a1, place)), row);
            s2.Add(TLanes.All(Unsafe.Add(ref a2, place)), row);
            s3.Add(TLanes.All(Unsafe.Add(ref a3, place)), row);
            s4.Add(TLanes.All(Unsafe.Add(ref a4, place)), row);
            s5.Add(TLanes.All(Unsafe.Add(ref a5, place)), row);
            s6.Add(TLanes.All(Unsafe.Add(ref a6, place)), row);
            s7.Add(TLanes.All(Unsafe.Add(ref a7, place)), row);
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

    /// <summary>Six rows: 12 sums, the row of B and a factor fill the 16 registers of AVX2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void AddSix(
        ref float start, nint startStep, ref float a, nint aRow, nint aColumn, ref float b, nint bRow, int count,
        ref float c, nint cRow)
    {
        TRow s0 = TRow.Load(in start);
        TRow s1 = TRow.Load(in Unsafe.Add(ref start, startStep));
        TRow s2 = TRow.Load(in Unsafe.Add(ref start, 2 * startStep));
        TRow s3 = TRow.Load(in Unsafe.Add(ref start, 3 * startStep));
        TRow s4 = TRow.Load(in Unsafe.Add(ref start, 4 * startStep));
        TRow s5 = TRow.Load(in Unsafe.Add(ref start, 5 * startStep));
        ref float a1 = ref Unsafe.Add(ref a, aRow);
        ref float a2 = ref Unsafe.Add(ref a, 2 * aRow);
        ref float a3 = ref Unsafe.Add(ref a, 3 * aRow);
        ref float a4 = ref Unsafe.Add(ref a, 4 * aRow);
        ref float a5 = ref Unsafe.Add(ref a, 5 * aRow);
        nint place = 0;
        for (int k = 0; k < count; k++)
        {
            TRow row = TRow.Load(in b);
            b = ref Unsafe.Add(ref b, bRow);
            s0.Add(TLanes.All(Unsafe.Add(ref a, place)), row);
            s1.Add(TLanes.All(Unsafe.Add(ref a1, place)), row);
            s2.Add(TLanes.All(Unsafe.Add(ref a2, place)), row);
            s3.Add(TLanes.All(Unsafe.Add(ref a3, place)), row);
            s4.Add(TLanes.All(Unsafe.Add(ref a4, place)), row);
            s5.Add(TLanes.All(Unsafe.Add(ref a5, place)), row);
            place += aColumn;
        }

        s0.Store(ref c);
        s1.Store(ref Unsafe.Add(ref c, cRow));
        s2.Store(ref Unsafe.Add(ref c, 2 * cRow));
        s3.Store(ref Unsafe.Add(ref c, 3 * cRow));
        s4.Store(ref Unsafe.Add(ref c, 4 * cRow));
        s5.Store(ref Unsafe.Add(ref c, 5 * cRow));
    }

    /// <summary>Four rows: the rest after tiles of more, and the tile of other processors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void AddFour(
        ref float start, nint startStep, ref float a, nint aRow, nint aColumn, ref float b, nint bRow, int count,
        ref float c, nint cRow)
    {
        TRow s0 = TRow.Load(in start);
        TRow s1 = TRow.Load(in Unsafe.Add(ref start, startStep));
        TRow s2 = TRow.Load(in Unsafe.Add(ref start, 2 * startStep));
        TRow s3 = TRow.Load(in Unsafe.Add(ref start, 3 * startStep));
        ref float a1 = ref Unsafe.Add(ref a, aRow);
        ref float a2 = ref Unsafe.Add(ref a, 2 * aRow);
        ref float a3 = ref Unsafe.Add(ref a, 3 * aRow);
        nint place = 0;
        for (int k = 0; k < count; k++)
        {
            TRow row = TRow.Load(in b);
            b = ref Unsafe.Add(ref b, bRow);
            s0.Add(TLanes.All(Unsafe.Add(ref a, place)), row);
            s1.Add(TLanes.All(Unsafe.Add(ref a1, place)), row);
            s2.Add(TLanes.All(Unsafe.Add(ref a2, place)), row);
            s3.Add(TLanes.All(Unsafe.Add(ref a3, place)), row);
            place += aColumn;
        }

        s0.Store(ref c);
        s1.Store(ref Unsafe.Add(ref c, cRow));
        s2.Store(ref Unsafe.Add(ref c, 2 * cRow));
        s3.Store(ref Unsafe.Add(ref c, 3 * cRow));
    }

    /// <summary>Two rows: the rest after tiles of more.</summary>
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
            s0.Add(TLanes.All(Unsafe.Add(ref a, place)), row);
            s1.Add(TLanes.All(Unsafe.Add(ref a1, place)), row);
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
            s.Add(TLanes.All(Unsafe.Add(ref a, place)), TRow.Load(in b));
            b = ref Unsafe.Add(ref b, bRow);
            place += aColumn;
        }

        s.Store(ref c);
    }

    /// <summary>
    /// One row, two of a tile's rows side by side: the sums of one would wait for themselves at every term. Four panels
    /// of 32 columns are read more slowly than two when they come from the second cache.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void AddOneOfTwo(
        ref float start, ref float a, nint aColumn, ref float b, ref float b1, nint bRow, int count, ref float c)
    {
        TRow s0 = TRow.Load(in start);
        TRow s1 = TRow.Load(in Unsafe.Add(ref start, TRow.Count));
        nint place = 0;
        nint row = 0;
        for (int k = 0; k < count; k++)
        {
            TLanes factor = TLanes.All(Unsafe.Add(ref a, place));
            s0.Add(factor, TRow.Load(in Unsafe.Add(ref b, row)));
            s1.Add(factor, TRow.Load(in Unsafe.Add(ref b1, row)));
            place += aColumn;
            row += bRow;
        }

        s0.Store(ref c);
        s1.Store(ref Unsafe.Add(ref c, TRow.Count));
    }

    /// <summary>The same for rows of a tile that are narrower: four of them, which may lie in the same panel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void AddOneOfFour(
        ref float start, ref float a, nint aColumn, ref float b, ref float b1, ref float b2, ref float b3, nint bRow,
        int count, ref float c)
    {
        TRow s0 = TRow.Load(in start);
        TRow s1 = TRow.Load(in Unsafe.Add(ref start, TRow.Count));
        TRow s2 = TRow.Load(in Unsafe.Add(ref start, 2 * TRow.Count));
        TRow s3 = TRow.Load(in Unsafe.Add(ref start, 3 * TRow.Count));
        nint place = 0;
        nint row = 0;
        for (int k = 0; k < count; k++)
        {
            TLanes factor = TLanes.All(Unsafe.Add(ref a, place));
            s0.Add(factor, TRow.Load(in Unsafe.Add(ref b, row)));
            s1.Add(factor, TRow.Load(in Unsafe.Add(ref b1, row)));
            s2.Add(factor, TRow.Load(in Unsafe.Add(ref b2, row)));
            s3.Add(factor, TRow.Load(in Unsafe.Add(ref b3, row)));
            place += aColumn;
            row += bRow;
        }

        s0.Store(ref c);
        s1.Store(ref Unsafe.Add(ref c, TRow.Count));
        s2.Store(ref Unsafe.Add(ref c, 2 * TRow.Count));
        s3.Store(ref Unsafe.Add(ref c, 3 * TRow.Count));
    }
}

/// <summary>A row of a tile, in registers: one vector wide or two.</summary>
internal interface ITileRow<TSelf, TLanes>
    where TSelf : struct, ITileRow<TSelf, TLanes>
    where TLanes : struct, ILanes<TLanes>
{
    /// <summary>The number of columns.</summary>
    static abstract int Count { get; }

    static abstract TSelf Load(ref readonly float first);

    void Store(ref float first);

    /// <summary>Adds a row to this.</summary>
    void Add(TSelf row);

    /// <summary>Adds factor · row to this; see <see cref="ILanes{TSelf}.AddProduct"/>.</summary>
    void Add(TLanes factor, TSelf row);
}

/// <summary>A tile's row of one vector.</summary>
internal struct NarrowRow<TLanes>(TLanes values) : ITileRow<NarrowRow<TLanes>, TLanes>
    where TLanes : struct, ILanes<TLanes>
{
    private TLanes values = values;

    public static int Count => TLanes.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NarrowRow<TLanes> Load(ref readonly float first) => new(TLanes.Load(in first));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(ref float first) => values.Store(ref first);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(NarrowRow<TLanes> row) => values += row.values;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(TLanes factor, NarrowRow<TLanes> row) => values.AddProduct(factor, row.values);
}

/// <summary>A tile's row of two vectors.</summary>
internal struct WideRow<TLanes>(TLanes left, TLanes right) : ITileRow<WideRow<TLanes>, TLanes>
    where TLanes : struct, ILanes<TLanes>
{
    private TLanes left = left;
    private TLanes right = right;

    public static int Count => 2 * TLanes.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideRow<TLanes> Load(ref readonly float first) =>
        new(TLanes.Load(in first), TLanes.Load(in Unsafe.Add(ref Unsafe.AsRef(in first), TLanes.Count)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(ref float first)
    {
        left.Store(ref first);
        right.Store(ref Unsafe.Add(ref first, TLanes.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(WideRow<TLanes> row)
    {
        left += row.left;
        right += row.right;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(TLanes factor, WideRow<TLanes> row)
    {
        left.AddProduct(factor, row.left);
        right.AddProduct(factor, row.right);
    }
}
