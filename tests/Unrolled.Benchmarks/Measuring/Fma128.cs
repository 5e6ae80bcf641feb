using System.Runtime.Intrinsics;

namespace Unrolled.Benchmarks.Measuring;

/// <summary>128 bits.</summary>
internal readonly struct Fma128(Vector128<float> value) : IFmaVector<Fma128>
{
    private readonly Vector128<float> value = value;

    public static int Width => Vector128<float>.Count;

    public static Fma128 Broadcast(float value) => new(Vector128.Create(value));

    public static float First(Fma128 vector) => vector.value.ToScalar();

    public static Fma128 MultiplyAdd(Fma128 a, Fma128 b, Fma128 sum) =>
        new(Vector128.FusedMultiplyAdd(a.value, b.value, sum.value));
}
