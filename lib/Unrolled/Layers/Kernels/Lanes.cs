using System.Runtime.CompilerServices;

namespace Unrolled;

/// <summary>The size to which rows of numbers are padded: that of the widest vector, on every machine.</summary>
internal static class Lanes
{
    /// <summary>The numbers in the widest vector.</summary>
    internal const int Count = 16;

    /// <summary>The next multiple of sixteen.</summary>
    internal static int Padded(int count) => (count + Count - 1) / Count * Count;
}

/// <summary>
/// A vector of numbers, each computed alone, so that the bits are the same in any width; see <see cref="Processor"/>.
/// </summary>
internal interface ILanes<TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    /// <summary>The numbers in a vector, by which sixteen can be divided.</summary>
    static abstract int Count { get; }

    /// <summary>The rows of a tile, two vectors wide, whose sums stay in registers: 8, 6 or 4.</summary>
    static abstract int TileRows { get; }

    static abstract TSelf Zero { get; }

    static abstract TSelf One { get; }

    /// <summary>The same number in all lanes.</summary>
    static abstract TSelf All(float value);

    static abstract TSelf Load(ref readonly float first);

    void Store(ref float first);

    static abstract TSelf operator +(TSelf a, TSelf b);

    static abstract TSelf operator -(TSelf a, TSelf b);

    static abstract TSelf operator -(TSelf a);

    static abstract TSelf operator *(TSelf a, TSelf b);

    static abstract TSelf operator /(TSelf a, TSelf b);

    /// <summary>a · b + sum, rounded once where the processor does that.</summary>
    static abstract TSelf MultiplyAdd(TSelf a, TSelf b, TSelf sum);

    /// <summary>
    /// Adds a · b to this, as <see cref="MultiplyAdd"/> does, and leaves the sum in its register: the compiler would
    /// move every new vector there.
    /// </summary>
    void AddProduct(TSelf a, TSelf b);

    /// <summary>The smaller; a where it is NaN, if the bound is none.</summary>
    static abstract TSelf AtMost(TSelf bound, TSelf a);

    /// <summary>The larger; a where it is NaN, if the bound is none.</summary>
    static abstract TSelf AtLeast(TSelf bound, TSelf a);

    static abstract TSelf Abs(TSelf a);

    static abstract TSelf CopySign(TSelf a, TSelf sign);

    /// <summary>The numbers whose bits are those of a, shifted to the left.</summary>
    static abstract TSelf ShiftLeft(TSelf a, int bits);

    /// <summary>a where the condition is above 0, else 0.</summary>
    static abstract TSelf WherePositive(TSelf condition, TSelf a);
}

/// <summary>
/// A row of numbers, read and written a vector at a time. A row that is read so is padded to a multiple of sixteen.
/// </summary>
/// <param name="first">The row's first number; the caller has checked the row's length.</param>
internal readonly ref struct LaneRow<TLanes>(ref float first)
    where TLanes : struct, ILanes<TLanes>
{
    private readonly ref float first = ref first;

    /// <summary>A row of a matrix.</summary>
    internal LaneRow(MatrixView matrix, int row)
        : this(ref matrix.Values.Slice(row * matrix.RowStride, matrix.Columns)[0])
    {
    }

    /// <summary>The vector from a place on.</summary>
    internal TLanes this[nint place]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TLanes.Load(in Unsafe.Add(ref first, place));
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        set => value.Store(ref Unsafe.Add(ref first, place));
    }

    /// <summary>The row that begins a number of elements later.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal LaneRow<TLanes> From(nint place) => new(ref Unsafe.Add(ref first, place));
}
