using System.Collections.Concurrent;

namespace Unrolled.Tests.Layers.Kernels;

public sealed class WorkerPoolTests
{
    [Theory]
    [InlineData(33, 8, 2)]
    [InlineData(5, 8, 3)]
    [InlineData(64, 32, 4)]
    public void Shares_are_whole_multiples_and_cover_all_without_overlap(int count, int multiple, int members)
    {
        IndexRange[] shares = [.. Enumerable.Range(
            0, members).Select(i => new WorkerIndex(i, members, new WorkerBarrier()).Of(count, multiple))];

        Assert.Equal(
            Enumerable.Range(0, count), shares.SelectMany(share => Enumerable.Range(share.First, share.Count)));
        Assert.All(shares, share => Assert.True(share.Count == 0 || share.First % multiple == 0));
    }

    [Fact]
    public void The_part_of_a_share_in_a_block_is_what_both_have()
    {
        Assert.Equal(new IndexRange(16, 16), new IndexRange(0, 32).And(16, 48));
        Assert.Equal(0, new IndexRange(0, 16).And(32, 16).Count);
    }

    [Fact]
    public void Nobody_is_past_a_barrier_before_all_have_come()
    {
        Rounds work = new();

        for (int run = 0; run < 20; run++)
            WorkerPool.Run(work, 3);

        Assert.Empty(work.Wrong);
        Assert.NotEmpty(work.Threads);
    }

    [Fact]
    public void A_failure_reaches_the_caller_and_the_next_work_is_done()
    {
        // Work of the pool; another test may use the pool at this moment, and the caller then does it alone.
        for (int run = 0; run < 3; run++)
            Assert.Equal(
                "failed", Assert.Throws<InvalidOperationException>(() => WorkerPool.Run(new Failing(), 2)).Message);

        Rounds next = new();
        WorkerPool.Run(next, 2);
        Assert.Empty(next.Wrong);
    }

    [Fact]
    public void An_interrupt_of_the_caller_takes_effect_when_all_have_done_their_share()
    {
        Slow work = new();
        bool isWhole = false;
        ThreadInterruptedException? interruption = null;
        Thread caller = new(() =>
        {
            Thread.CurrentThread.Interrupt();
            try
            {
                WorkerPool.Run(work, 3);
                isWhole = work.Begun == work.Ended;
                Thread.Sleep(Timeout.Infinite);
            }
            catch (ThreadInterruptedException exception)
            {
                interruption = exception;
            }
        });

        caller.Start();
        caller.Join();

        Assert.True(isWhole, $"The caller went on while others worked:\n{interruption}");
        Assert.NotNull(interruption);
    }

    private sealed class Slow : IPoolWork
    {
        private int begun;
        private int ended;

        internal int Begun => begun;

        internal int Ended => ended;

        public void Do(WorkerIndex member)
        {
            Interlocked.Increment(ref begun);
            if (member.Index > 0)
                Thread.SpinWait(5_000_000);
            Interlocked.Increment(ref ended);
        }
    }

    private sealed class Rounds : IPoolWork
    {
        private readonly int[] reached = new int[3];

        internal ConcurrentBag<string> Wrong { get; } = [];

        internal ConcurrentDictionary<int, bool> Threads { get; } = [];

        public void Do(WorkerIndex member)
        {
            Threads[Environment.CurrentManagedThreadId] = true;
            int begin = reached[member.Index];
            for (int round = begin + 1; round <= begin + 50; round++)
            {
                Volatile.Write(ref reached[member.Index], round);
                member.WaitForOthers();
                for (int other = 0; other < member.Count; other++)
                {
                    if (Volatile.Read(ref reached[other]) < round)
                        Wrong.Add($"{member.Index} is past {round}, {other} is not");
                }
            }

            // Alone, this thread counts for all.
            for (int other = member.Count; other < reached.Length; other++)
                reached[other] = begin + 50;
        }
    }

    private sealed class Failing : IPoolWork
    {
        public void Do(WorkerIndex member)
        {
            if (member.Index == member.Count - 1)
                throw new InvalidOperationException("failed");
            member.WaitForOthers();
        }
    }
}
