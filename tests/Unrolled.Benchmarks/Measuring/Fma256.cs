using System.Runtime.Intrinsics;

namespace Unrolled.Benchmarks.Measuring;

/// <summary>256 bits.</summary>
internal readonly struct Fma256(Vector256<float> value) : IFmaVector<Fma256>
{
    private readonly Vector256<float> value = value;

    public static int Width => Vector256<float>.Count;

    public static Fma256 Broadcast(float value) => new(Vector256.Create(value));

    public static float First(Fma256 vector) => vector.value.ToScalar();

    public static Fma256 MultiplyAdd(Fma256 a, Fma256 b, Fma256 sum) =>
        new(Vector256.FusedMultiplyAdd(a.value, b.value, sum.value));
}
