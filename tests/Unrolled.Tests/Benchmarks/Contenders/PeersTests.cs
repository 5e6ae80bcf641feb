using System.Diagnostics;
using Unrolled.Benchmarks.Contenders;
using Unrolled.Benchmarks.Measuring;
using Unrolled.Benchmarks.Workloads;

namespace Unrolled.Tests.Benchmarks.Contenders;

public sealed class PeersTests
{
    private static readonly Workload W1 = WorkloadTable.Choose(["W1"])[0];
    private static readonly Workload W5 = WorkloadTable.Choose(["W5"])[0];

    [Fact]
    public void What_is_not_installed_is_named_and_has_no_times()
    {
        using Peers peers = new(new LibtorchPeer("no-such-python"), new OneDnnPeer("no-such-compiler"));
        Assert.Collection(
            peers.Measure(CellKind.Lstm, W1, threads: 1, RunPlan.Quick),
            libtorch => AssertMissing("libtorch", "no-such-python is not installed", libtorch),
            oneDnn => AssertMissing("oneDNN", "no-such-compiler is not installed", oneDnn));
    }

    [Fact]
    public void A_peer_is_not_asked_for_what_it_does_not_offer()
    {
        using Peers peers = new(new OneDnnPeer("no-such-compiler"));
        Assert.Empty(peers.Measure(CellKind.Gru, W1, threads: 1, RunPlan.Quick));
        Assert.Empty(peers.Measure(CellKind.Lstm, W5, threads: 1, RunPlan.Quick));
    }

    [FactRequires(ExternalTool.Nbformat)]
    public void A_peer_gets_the_work_and_the_threads_and_answers_with_the_times_of_its_runs()
    {
        using Peers peers = new(new Scripted(
            """
            import os, sys
            print("ready 7", flush=True)
            for line in sys.stdin:
                work = "inference" if "inference" in line else "training-step"
                expected = work + " gru 2 32 50 32 5 0.05 1000"
                right = line.strip() == expected and os.environ["OMP_NUM_THREADS"] == "2"
                print(*([1, 2, 9] if right else [0]), flush=True)
            """));
        PeerResult result = Assert.Single(peers.Measure(CellKind.Gru, W1, threads: 2, RunPlan.Quick));
        Assert.Null(result.Missing);
        Assert.Equal("7", result.Version);
        Assert.Equal(2, result.Times[Work.TrainingStep]);
        Assert.Equal(2, result.Times[Work.Inference]);
    }

    [FactRequires(ExternalTool.Nbformat)]
    public void The_time_of_a_streaming_step_is_that_of_its_run_over_the_steps()
    {
        using Peers peers = new(
            new Scripted("import sys\nprint('ready 7', flush=True)\nfor _ in sys.stdin: print(5, flush=True)"));
        Assert.Equal(
            5.0 / RunPlan.StreamingStepsInRun,
            Assert.Single(peers.Measure(CellKind.Rnn, W5, threads: 1, RunPlan.Quick)).Times[Work.StreamingStep]);
    }

    [FactRequires(ExternalTool.Nbformat)]
    public void A_program_that_does_not_get_ready_says_why()
    {
        using Peers peers = new(new Scripted("import sys\nsys.exit('the library is not installed')"));
        AssertMissing(
            "scripted", "the library is not installed",
            Assert.Single(peers.Measure(CellKind.Rnn, W1, threads: 1, RunPlan.Quick)));
    }

    [FactRequires(ExternalTool.Nbformat)]
    public void A_program_that_ends_instead_of_answering_is_an_error_with_its_reason()
    {
        using Peers peers = new(
            new Scripted("import sys\nprint('ready 7', flush=True)\ninput()\nsys.exit('out of memory')"));
        InvalidOperationException thrown = Assert.Throws<InvalidOperationException>(
            () => peers.Measure(CellKind.Rnn, W1, threads: 1, RunPlan.Quick));
        Assert.EndsWith("ended: out of memory", thrown.Message);
    }

    private static void AssertMissing(string name, string reason, PeerResult result)
    {
        Assert.Equal((name, reason), (result.Name, result.Missing));
        Assert.Null(result.Times[Work.TrainingStep]);
    }

    private sealed class Scripted(string script) : IPeer
    {
        public string Name => "scripted";

        public bool Offers(Work work, CellKind cell) => true;

        public ProcessStartInfo Program() => new(ExternalTool.Python, ["-c", script]);
    }
}
