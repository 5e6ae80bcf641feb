using System.Runtime.CompilerServices;
using MathNet.Numerics.Random;

namespace Unrolled;

/// <summary>
/// The four numbers that are all of a Xoshiro256** generator (Blackman and Vigna 2018). MathNet keeps them to itself.
/// </summary>
internal static class GeneratorState
{
    internal static long[] Of(Xoshiro256StarStar random) =>
        [(long)S0(random), (long)S1(random), (long)S2(random), (long)S3(random)];

    internal static void Set(Xoshiro256StarStar random, long[] state) =>
        (S0(random), S1(random), S2(random), S3(random)) =
            ((ulong)state[0], (ulong)state[1], (ulong)state[2], (ulong)state[3]);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_s0")]
    private static extern ref ulong S0(Xoshiro256StarStar random);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_s1")]
    private static extern ref ulong S1(Xoshiro256StarStar random);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_s2")]
    private static extern ref ulong S2(Xoshiro256StarStar random);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_s3")]
    private static extern ref ulong S3(Xoshiro256StarStar random);
}
