using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Unrolled;

/// <summary>Eight numbers: the vectors of AVX2.</summary>
internal struct Lanes8(Vector256<float> values) : ILanes<Lanes8>
{
    private Vector256<float> values = values;

    public static int Count => Vector256<float>.Count;

    public static int TileRows => 6;

    public static Lanes8 Zero => new(Vector256<float>.Zero);

    public static Lanes8 One => new(Vector256<float>.One);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 All(float value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Load(ref readonly float first) => new(Vector256.LoadUnsafe(in first));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(ref float first) => values.StoreUnsafe(ref first);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 operator +(Lanes8 a, Lanes8 b) => new(a.values + b.values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 operator -(Lanes8 a, Lanes8 b) => new(a.values - b.values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 operator -(Lanes8 a) => new(-a.values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 operator *(Lanes8 a, Lanes8 b) => new(a.values * b.values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 operator /(Lanes8 a, Lanes8 b) => new(a.values / b.values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 MultiplyAdd(Lanes8 a, Lanes8 b, Lanes8 sum) =>
        new(Vector256.FusedMultiplyAdd(a.values, b.values, sum.values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddProduct(Lanes8 a, Lanes8 b) => values = Vector256.FusedMultiplyAdd(a.values, b.values, values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 AtMost(Lanes8 bound, Lanes8 a) => new(Vector256.MinNative(bound.values, a.values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 AtLeast(Lanes8 bound, Lanes8 a) => new(Vector256.MaxNative(bound.values, a.values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Abs(Lanes8 a) => new(Vector256.Abs(a.values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 CopySign(Lanes8 a, Lanes8 sign) => new(Vector256.CopySign(a.values, sign.values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 ShiftLeft(Lanes8 a, int bits) => new((a.values.AsInt32() << bits).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 WherePositive(Lanes8 condition, Lanes8 a) =>
        new(Vector256.GreaterThan(condition.values, Vector256<float>.Zero) & a.values);
}
