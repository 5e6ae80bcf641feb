using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Unrolled;

/// <summary>Sixteen numbers: the vectors of AVX-512.</summary>
internal struct Lanes16(Vector512<float> values) : ILanes<Lanes16>
{
    private Vector512<float> values = values;

    public static int Count => Vector512<float>.Count;

    public static int TileRows => 8;

    public static Lanes16 Zero => new(Vector512<float>.Zero);

    public static Lanes16 One => new(Vector512<float>.One);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 All(float value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 Load(ref readonly float first) => new(Vector512.LoadUnsafe(in first));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(ref float first) => values.StoreUnsafe(ref first);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 operator +(Lanes16 a, Lanes16 b) => new(a.values + b.values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 operator -(Lanes16 a, Lanes16 b) => new(a.values - b.values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 operator -(Lanes16 a) => new(-a.values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 operator *(Lanes16 a, Lanes16 b) => new(a.values * b.values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 operator /(Lanes16 a, Lanes16 b) => new(a.values / b.values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 MultiplyAdd(Lanes16 a, Lanes16 b, Lanes16 sum) =>
        new(Vector512.FusedMultiplyAdd(a.values, b.values, sum.values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddProduct(Lanes16 a, Lanes16 b) => values = Vector512.FusedMultiplyAdd(a.values, b.values, values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 AtMost(Lanes16 bound, Lanes16 a) => new(Vector512.MinNative(bound.values, a.values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 AtLeast(Lanes16 bound, Lanes16 a) => new(Vector512.MaxNative(bound.values, a.values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 Abs(Lanes16 a) => new(Vector512.Abs(a.values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 CopySign(Lanes16 a, Lanes16 sign) => new(Vector512.CopySign(a.values, sign.values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 ShiftLeft(Lanes16 a, int bits) => new((a.values.AsInt32() << bits).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 WherePositive(Lanes16 condition, Lanes16 a) =>
        new(Vector512.GreaterThan(condition.values, Vector512<float>.Zero) & a.values);
}
