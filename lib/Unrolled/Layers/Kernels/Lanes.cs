using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Unrolled.Layers.Kernels;

/// <summary>
/// A row of numbers, read and written sixteen at a time. Sixteen is the width on every machine: where registers are
/// narrower, the runtime splits each operation into halves or quarters, lane by lane, so the bits stay the same. A row
/// that is read as lanes is padded to a multiple of sixteen.
/// </summary>
/// <param name="first">The row's first number; whoever makes the lanes has checked how many follow.</param>
internal readonly ref struct Lanes(ref float first)
{
    /// <summary>How many numbers are worked on at a time.</summary>
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

    /// <summary>The row that begins later by so many numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Lanes From(nint place) => new(ref Unsafe.Add(ref first, place));
}
