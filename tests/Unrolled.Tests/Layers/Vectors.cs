using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Unrolled.Tests.Layers;

/// <summary>
/// The vectors on which a process computes, and the switches that narrow those of x64. The runtime ignores a switch
/// that is mistyped, so every process that is given one asks whether it took effect.
/// </summary>
internal static class Vectors
{
    /// <summary>The exit code of a process whose vectors are not as expected.</summary>
    internal const int Unexpected = 3;

    /// <summary>The numbers in a vector.</summary>
    internal static int Lanes =>
        Vector512.IsHardwareAccelerated ? Lanes16.Count
        : Vector256.IsHardwareAccelerated ? Lanes8.Count
        : Vector128.IsHardwareAccelerated ? Lanes4.Count
        : Lanes1.Count;

    /// <summary>The vectors of AVX2, which fuse as those of AVX-512 do.</summary>
    internal static (Dictionary<string, string> Environment, int Lanes) Narrower =>
        (new() { ["DOTNET_EnableAVX512"] = "0" }, Math.Min(Lanes, Lanes8.Count));

    /// <summary>The vectors of x64 before AVX2, without fused multiply-add.</summary>
    internal static (Dictionary<string, string> Environment, int Lanes) Unfused =>
        (new() { ["DOTNET_EnableAVX2"] = "0" }, Lanes4.Count);

    /// <summary>No vectors at all.</summary>
    internal static (Dictionary<string, string> Environment, int Lanes) None =>
        (new() { ["DOTNET_EnableHWIntrinsic"] = "0" }, Lanes1.Count);

    /// <summary>Whether vectors are of a width, and multiply-add is fused as it is there.</summary>
    internal static bool AreOf(int lanes)
    {
        bool fuses = lanes > (RuntimeInformation.ProcessArchitecture == Architecture.X64 ? Lanes4.Count : Lanes1.Count);
        if ((Lanes, Processor.FusesMultiplyAdd) == (lanes, fuses))
            return true;
        Console.Error.WriteLine(
            $"Vectors have {Lanes} numbers, and fused multiply-add is {Processor.FusesMultiplyAdd}; expected {lanes} "
            + $"and {fuses}.");
        return false;
    }
}

/// <summary>A test of numbers that are the same wherever the processor has fused multiply-add.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FusedFactAttribute : FactAttribute
{
    public FusedFactAttribute() => Skip = WhyNot;

    /// <summary>Why the numbers are not the same here; null where they are.</summary>
    internal static string? WhyNot => Processor.FusesMultiplyAdd
        ? null
        : "the last bits are others here: this processor has no fused multiply-add, or it is switched off.";
}

/// <summary>As <see cref="FusedFactAttribute"/>, for a test with several cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FusedTheoryAttribute : TheoryAttribute
{
    public FusedTheoryAttribute() => Skip = FusedFactAttribute.WhyNot;
}
