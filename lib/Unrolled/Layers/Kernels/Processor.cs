using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Unrolled;

/// <summary>
/// The abilities of the processor that runs this program: the one place that decides how kernels compute. The runtime
/// knows the answers before it compiles a kernel, and leaves out what is not taken.
/// </summary>
internal static class Processor
{
    /// <summary>
    /// Whether it multiplies and adds with a single rounding: from AVX2 on, and on Arm64. Elsewhere kernels multiply,
    /// round, add and round again, so that the last bits differ: the single rounding in software takes a thousand
    /// times longer.
    /// </summary>
    internal static bool FusesMultiplyAdd
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Fma.IsSupported || AdvSimd.IsSupported;
    }

    /// <summary>
    /// The columns of a panel of a product's right factor: two of the widest vectors, which are a tile's width, or a
    /// multiple of it. A tile that reads a part of every row of a panel would use a part of the fastest cache only.
    /// </summary>
    internal static int PanelColumns
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.IsHardwareAccelerated ? 2 * Lanes.Count : Lanes.Count;
    }

    /// <summary>Runs a kernel on the widest vectors; the width changes no bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Run<TKernel>(scoped in TKernel kernel)
        where TKernel : struct, IKernel, allows ref struct
    {
        // Without this, every call would copy the kernel, which the compiler does not know to be unchangeable.
        ref TKernel same = ref Unsafe.AsRef(in kernel);
        if (Vector512.IsHardwareAccelerated)
            same.Run<Lanes16>();
        else if (Vector256.IsHardwareAccelerated)
            same.Run<Lanes8>();
        else if (Vector128.IsHardwareAccelerated)
            same.Run<Lanes4>();
        else
            same.Run<Lanes1>();
    }
}

/// <summary>Arithmetic on rows of numbers, written for vectors of any width.</summary>
internal interface IKernel
{
    /// <typeparam name="TLanes">A vector of the width that the processor has.</typeparam>
    void Run<TLanes>()
        where TLanes : struct, ILanes<TLanes>;
}
