using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;

namespace Unrolled;

/// <summary>Four numbers: the vectors of Arm64, of x64 before AVX2, and of WebAssembly.</summary>
internal struct Lanes4(Vector128<float> values) : ILanes<Lanes4>
{
    private Vector128<float> values = values;

    public static int Count => Vector128<float>.Count;

    public static int TileRows => AdvSimd.IsSupported ? 8 : 4;

    public static Lanes4 Zero => new(Vector128<float>.Zero);

    public static Lanes4 One => new(Vector128<float>.One);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 All(float value) => new(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Load(ref readonly float first) => new(Vector128.LoadUnsafe(in first));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(ref float first) => values.StoreUnsafe(ref first);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 operator +(Lanes4 a, Lanes4 b) => new(a.values + b.values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 operator -(Lanes4 a, Lanes4 b) => new(a.values - b.values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 operator -(Lanes4 a) => new(-a.values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 operator *(Lanes4 a, Lanes4 b) => new(a.values * b.values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 operator /(Lanes4 a, Lanes4 b) => new(a.values / b.values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 MultiplyAdd(Lanes4 a, Lanes4 b, Lanes4 sum) => new(Processor.FusesMultiplyAdd
        ? Vector128.FusedMultiplyAdd(a.values, b.values, sum.values)
        : a.values * b.values + sum.values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddProduct(Lanes4 a, Lanes4 b) => values = MultiplyAdd(a, b, this).values;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 AtMost(Lanes4 bound, Lanes4 a) => new(Vector128.MinNative(bound.values, a.values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 AtLeast(Lanes4 bound, Lanes4 a) => new(Vector128.MaxNative(bound.values, a.values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Abs(Lanes4 a) => new(Vector128.Abs(a.values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 CopySign(Lanes4 a, Lanes4 sign) => new(Vector128.CopySign(a.values, sign.values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 ShiftLeft(Lanes4 a, int bits) => new((a.values.AsInt32() << bits).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 WherePositive(Lanes4 condition, Lanes4 a) =>
        new(Vector128.GreaterThan(condition.values, Vector128<float>.Zero) & a.values);
}
