using System.Runtime.CompilerServices;

namespace Unrolled;

/// <summary>
/// The functions that gates and units put their net input through, a vector of numbers at a time. All rest on one
/// exponential: eˣ = 2ⁿ eʳ with n = round(x / ln 2) and |r| ≤ ln 2 / 2, where ln 2 is taken off in two parts (Cody and
/// Waite 1980) and eʳ − 1 is a minimax polynomial. NaN stays NaN.
/// </summary>
internal static class Activations
{
    // Added to a small number, it leaves its nearest integer, and 127 with it, in the lowest bits.
    private const float Rounding = 12_582_912 + ExponentBias;
    private const float ExponentBias = 127;
    private const int MantissaBits = 23;
    private const float PerLn2 = 1.442695f;

    // ln 2 in two parts. A product that is rounded before it is added must be exact: then n times the first part is,
    // which has nine bits.
    private static float Ln2
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Processor.FusesMultiplyAdd ? 0.6931472f : 0.693359375f;
    }

    private static float Ln2Rest
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Processor.FusesMultiplyAdd ? -1.904654323e-9f : -2.12194440e-4f;
    }

    /// <summary>
    /// 1 / (1 + e⁻ᵃ): relative error at most 2.1e-7 where it is not below 1e-38, and exactly 0 and 1 at ∓∞.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLanes Sigmoid<TLanes>(TLanes a)
        where TLanes : struct, ILanes<TLanes> => TLanes.One / (TLanes.One + Exp(-a));

    /// <summary>
    /// −m / (2 + m) with m = e^(−2|a|) − 1, in a's sign: relative error at most 2.4e-7 everywhere, near 0 too, and
    /// exactly ∓1 at ∓∞.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLanes Tanh<TLanes>(TLanes a)
        where TLanes : struct, ILanes<TLanes>
    {
        // From 10 on, tanh is 1 in float.
        TLanes x = TLanes.AtLeast(TLanes.All(-20), TLanes.All(-2) * TLanes.Abs(a));
        TLanes p = ExpM1OfRest(x, out TLanes power);
        TLanes m = TLanes.MultiplyAdd(power, p, power - TLanes.One);
        return TLanes.CopySign(m / (TLanes.All(2) + m), a);
    }

    /// <summary>max(a, 0).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLanes Relu<TLanes>(TLanes a)
        where TLanes : struct, ILanes<TLanes> => TLanes.AtLeast(TLanes.Zero, a);

    /// <summary>eˣ: relative error at most 1.3e-7; 0 below −87.7, infinite above 88.3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLanes Exp<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes p = ExpM1OfRest(
            TLanes.AtLeast(TLanes.All(-88), TLanes.AtMost(TLanes.All(89), x)), out TLanes power);
        return power * (TLanes.One + p);
    }

    // eʳ − 1, and 2ⁿ, for x from −88 to 89.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes ExpM1OfRest<TLanes>(TLanes x, out TLanes power)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes rounded = TLanes.MultiplyAdd(x, TLanes.All(PerLn2), TLanes.All(Rounding));
        TLanes n = rounded - TLanes.All(Rounding);
        TLanes r = TLanes.MultiplyAdd(n, TLanes.All(-Ln2Rest), TLanes.MultiplyAdd(n, TLanes.All(-Ln2), x));
        TLanes q = TLanes.MultiplyAdd(r, TLanes.All(0.0013882517f), TLanes.All(0.0083665475f));
        q = TLanes.MultiplyAdd(r, q, TLanes.All(0.0416672f));
        q = TLanes.MultiplyAdd(r, q, TLanes.All(0.16666543f));
        q = TLanes.MultiplyAdd(r, q, TLanes.All(0.49999997f));
        power = TLanes.ShiftLeft(rounded, MantissaBits);
        return TLanes.MultiplyAdd(r * r, q, r);
    }
}
