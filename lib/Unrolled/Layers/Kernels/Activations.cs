using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.Intrinsics.Vector512;

namespace Unrolled;

/// <summary>
/// The functions that gates and units put their net input through, sixteen numbers at a time. All rest on one
/// exponential: eˣ = 2ⁿ eʳ with n = round(x / ln 2) and |r| ≤ ln 2 / 2, where ln 2 is taken off in two parts (Cody and
/// Waite 1980) and eʳ − 1 is a minimax polynomial. NaN stays NaN.
/// </summary>
internal static class Activations
{
    // Added to a small number, it leaves its nearest integer, and 127 with it, in the lowest bits.
    private const float Rounding = 12_582_912 + ExponentBias;
    private const float ExponentBias = 127;
    private const float PerLn2 = 1.442695f;
    private const float Ln2 = 0.6931472f;
    private const float Ln2Rest = -1.904654323e-9f;

    /// <summary>
    /// 1 / (1 + e⁻ᵃ): relative error at most 2.1e-7 where it is not below 1e-38, and exactly 0 and 1 at ∓∞.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> Sigmoid(Vector512<float> a) =>
        Vector512<float>.One / (Vector512<float>.One + Exp(-a));

    /// <summary>
    /// −m / (2 + m) with m = e^(−2|a|) − 1, in a's sign: relative error at most 2.4e-7 everywhere, near 0 too, and
    /// exactly ∓1 at ∓∞.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> Tanh(Vector512<float> a)
    {
        // From 10 on, tanh is 1 in float.
        Vector512<float> p = ExpM1OfRest(MaxNative(Create(-20f), Create(-2f) * Abs(a)), out Vector512<float> power);
        Vector512<float> m = FusedMultiplyAdd(power, p, power - Vector512<float>.One);
        return CopySign(m / (Create(2f) + m), a);
    }

    /// <summary>max(a, 0).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> Relu(Vector512<float> a) => MaxNative(Vector512<float>.Zero, a);

    /// <summary>eˣ: relative error at most 1.3e-7; 0 below −87.7, infinite above 88.3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<float> Exp(Vector512<float> x)
    {
        // The bound is the first operand: the native minimum and maximum return their second operand if either is NaN.
        Vector512<float> p = ExpM1OfRest(
            MaxNative(Create(-88f), MinNative(Create(89f), x)), out Vector512<float> power);
        return power * (Vector512<float>.One + p);
    }

    // eʳ − 1, and 2ⁿ, for x from −88 to 89.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ExpM1OfRest(Vector512<float> x, out Vector512<float> power)
    {
        Vector512<float> rounded = FusedMultiplyAdd(x, Create(PerLn2), Create(Rounding));
        Vector512<float> n = rounded - Create(Rounding);
        Vector512<float> r = FusedMultiplyAdd(n, Create(-Ln2Rest), FusedMultiplyAdd(n, Create(-Ln2), x));
        Vector512<float> q = FusedMultiplyAdd(r, Create(0.0013882517f), Create(0.0083665475f));
        q = FusedMultiplyAdd(r, q, Create(0.0416672f));
        q = FusedMultiplyAdd(r, q, Create(0.16666543f));
        q = FusedMultiplyAdd(r, q, Create(0.49999997f));
        power = (rounded.AsInt32() << 23).AsSingle();
        return FusedMultiplyAdd(r * r, q, r);
    }
}
