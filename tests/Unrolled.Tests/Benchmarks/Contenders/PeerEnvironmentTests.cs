using Unrolled.Benchmarks.Contenders;

namespace Unrolled.Tests.Benchmarks.Contenders;

public sealed class PeerEnvironmentTests
{
    [Fact]
    public void What_would_slow_a_peer_is_removed_and_its_threads_are_set()
    {
        Dictionary<string, string?> environment = new()
        {
            ["OPENBLAS_CORETYPE"] = "Haswell",
            ["OPENBLAS_L2_SIZE"] = "1",
            ["OMP_NUM_THREADS"] = "64",
            ["HOME"] = "kept",
        };
        PeerEnvironment.Apply(environment, threads: 2);
        Assert.DoesNotContain("OPENBLAS_CORETYPE", environment.Keys);
        Assert.DoesNotContain("OPENBLAS_L2_SIZE", environment.Keys);
        Assert.Equal(
            ("2", "2", "kept"),
            (environment["OMP_NUM_THREADS"], environment["OPENBLAS_NUM_THREADS"], environment["HOME"]));
    }
}
