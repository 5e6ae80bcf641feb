using System.Runtime.Intrinsics;

namespace Unrolled.Layers.Kernels;

/// <summary>A row of a tile, in registers: one vector wide or two.</summary>
internal interface ITileRow<TSelf>
    where TSelf : struct, ITileRow<TSelf>
{
    static abstract TSelf Load(ref readonly float first);

    void Store(ref float first);

    /// <summary>This + factor · row, each rounded once.</summary>
    TSelf Add(Vector512<float> factor, TSelf row);
}
