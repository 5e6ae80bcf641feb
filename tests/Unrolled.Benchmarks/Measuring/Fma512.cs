using System.Runtime.Intrinsics;

namespace Unrolled.Benchmarks.Measuring;

/// <summary>512 bits.</summary>
internal readonly struct Fma512(Vector512<float> value) : IFmaVector<Fma512>
{
    private readonly Vector512<float> value = value;

    public static int Width => Vector512<float>.Count;

    public static Fma512 Broadcast(float value) => new(Vector512.Create(value));

    public static float First(Fma512 vector) => vector.value.ToScalar();

    public static Fma512 MultiplyAdd(Fma512 a, Fma512 b, Fma512 sum) =>
        new(Vector512.FusedMultiplyAdd(a.value, b.value, sum.value));
}
