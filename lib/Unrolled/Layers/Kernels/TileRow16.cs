using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Unrolled.Layers.Kernels;

/// <summary>A tile's row of 16 columns.</summary>
internal readonly struct TileRow16(Vector512<float> values) : ITileRow<TileRow16>
{
    private readonly Vector512<float> values = values;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TileRow16 Load(ref readonly float first) => new(Vector512.LoadUnsafe(in first));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref float first) => values.StoreUnsafe(ref first);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TileRow16 Add(Vector512<float> factor, TileRow16 row) => new(Vector512.FusedMultiplyAdd(factor, row.values, values));
}
