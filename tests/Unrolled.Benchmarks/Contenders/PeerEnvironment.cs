using System.Runtime.Intrinsics.X86;

namespace Unrolled.Benchmarks.Contenders;

/// <summary>
/// The environment in which a peer is as fast as it can be: its libraries look at the processor themselves, instead of
/// at what a machine's administrator set for another one.
/// </summary>
internal static class PeerEnvironment
{
    internal static void Apply(IDictionary<string, string?> environment, int threads)
    {
        environment.Remove("OPENBLAS_CORETYPE");
        environment.Remove("OPENBLAS_L2_SIZE");
        environment["OPENBLAS_NUM_THREADS"] = environment["OMP_NUM_THREADS"] = $"{threads}";
        if (Avx512F.IsSupported)
            environment["ATEN_CPU_CAPABILITY"] = "avx512";
        else
            environment.Remove("ATEN_CPU_CAPABILITY");
    }
}
