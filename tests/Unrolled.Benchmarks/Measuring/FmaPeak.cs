using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Unrolled.Benchmarks.Measuring;

/// <summary>
/// The most that this machine computes: fused multiply-adds of the widest vectors that never leave the registers, in
/// enough independent sums to fill every unit's pipeline.
/// </summary>
internal static class FmaPeak
{
    private const int Sums = 10;
    private const int Iterations = 1_000_000;
    private const int Rounds = 20;

    /// <summary>
    /// GFLOP/s of a number of threads at once; the fastest of 20 rounds on each, since only disturbance can slow one.
    /// </summary>
    internal static double Gflops(int threads)
    {
        double[] peaks = new double[threads];
        Thread[] running = [.. Enumerable.Range(0, threads).Select(i => new Thread(() => peaks[i] = OneThread()))];
        foreach (Thread thread in running)
            thread.Start();
        foreach (Thread thread in running)
            thread.Join();
        return peaks.Sum();
    }

    private static double OneThread() =>
        Vector512.IsHardwareAccelerated
            ? Fastest<Fma512>()
            : Vector256.IsHardwareAccelerated ? Fastest<Fma256>() : Fastest<Fma128>();

    private static double Fastest<T>()
        where T : struct, IFmaVector<T> => Enumerable.Range(0, Rounds).Max(_ => Round<T>());

    private static double Round<T>()
        where T : struct, IFmaVector<T>
    {
        long start = Stopwatch.GetTimestamp();
        float kept = Loop<T>(1, 1e-9f);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        // A use of the sums, without which the loop could be left out.
        return kept < 0 ? 0 : 2.0 * Sums * Iterations * T.Width / seconds / 1e9;
    }

    // Ten sums and two factors fit the sixteen registers of AVX2.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Loop<T>(float factor, float term)
        where T : struct, IFmaVector<T>
    {
        T a = T.Broadcast(factor), b = T.Broadcast(term);
        T s0 = b, s1 = b, s2 = b, s3 = b, s4 = b, s5 = b, s6 = b, s7 = b, s8 = b, s9 = b;
        for (int i = 0; i < Iterations; i++)
        {
            (s0, s1) = (T.MultiplyAdd(a, b, s0), T.MultiplyAdd(a, b, s1));
            (s2, s3) = (T.MultiplyAdd(a, b, s2), T.MultiplyAdd(a, b, s3));
            (s4, s5) = (T.MultiplyAdd(a, b, s4), T.MultiplyAdd(a, b, s5));
            (s6, s7) = (T.MultiplyAdd(a, b, s6), T.MultiplyAdd(a, b, s7));
            (s8, s9) = (T.MultiplyAdd(a, b, s8), T.MultiplyAdd(a, b, s9));
        }

        return T.First(s0) + T.First(s1) + T.First(s2) + T.First(s3) + T.First(s4)
            + T.First(s5) + T.First(s6) + T.First(s7) + T.First(s8) + T.First(s9);
    }
}
