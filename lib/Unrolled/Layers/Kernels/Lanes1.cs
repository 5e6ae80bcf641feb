using System.Runtime.CompilerServices;

namespace Unrolled;

/// <summary>One number, where the runtime has no vectors.</summary>
internal struct Lanes1(float value) : ILanes<Lanes1>
{
    private float value = value;

    public static int Count => 1;

    public static int TileRows => 4;

    public static Lanes1 Zero => new(0);

    public static Lanes1 One => new(1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 All(float value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Load(ref readonly float first) => new(first);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(ref float first) => first = value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 operator +(Lanes1 a, Lanes1 b) => new(a.value + b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 operator -(Lanes1 a, Lanes1 b) => new(a.value - b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 operator -(Lanes1 a) => new(-a.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 operator *(Lanes1 a, Lanes1 b) => new(a.value * b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 operator /(Lanes1 a, Lanes1 b) => new(a.value / b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 MultiplyAdd(Lanes1 a, Lanes1 b, Lanes1 sum) => new(Processor.FusesMultiplyAdd
        ? MathF.FusedMultiplyAdd(a.value, b.value, sum.value)
        : a.value * b.value + sum.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddProduct(Lanes1 a, Lanes1 b) => value = MultiplyAdd(a, b, this).value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 AtMost(Lanes1 bound, Lanes1 a) => bound.value < a.value ? bound : a;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 AtLeast(Lanes1 bound, Lanes1 a) => bound.value > a.value ? bound : a;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Abs(Lanes1 a) => new(MathF.Abs(a.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 CopySign(Lanes1 a, Lanes1 sign) => new(MathF.CopySign(a.value, sign.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 ShiftLeft(Lanes1 a, int bits) =>
        new(BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(a.value) << bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 WherePositive(Lanes1 condition, Lanes1 a) => condition.value > 0 ? a : Zero;
}
