using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Unrolled.Layers.Kernels;

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
