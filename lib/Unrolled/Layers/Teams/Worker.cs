using System.Diagnostics;

namespace Unrolled.Layers.Teams;

/// <summary>One thread of the <see cref="Team"/> beside the callers' own.</summary>
internal sealed class Worker
{
    private const int Idle = 0;
    private const int Asleep = 1;
    private const int AtWork = 2;

    // Long enough to be awake still at the next call of a training loop, short enough not to be felt by other programs.
    private static readonly long patience = Stopwatch.Frequency / 20_000;

    private readonly SemaphoreSlim awake = new(0);
    private int state;
    private ITeamWork? work;
    private Member member;
    private Exception? failure;

    internal Worker(int number) =>
        new Thread(Live) { IsBackground = true, Name = $"Unrolled layers {number}" }.Start();

    /// <summary>Hands over some work.</summary>
    internal void Begin(ITeamWork work, Member member)
    {
        (this.work, this.member) = (work, member);
        if (Interlocked.Exchange(ref state, AtWork) == Asleep)
            awake.Release();
    }

    /// <summary>Waits until the work is done.</summary>
    /// <returns>Why it failed; null if it did not.</returns>
    internal Exception? End()
    {
        SpinWait spinner = new();
        while (Volatile.Read(ref state) == AtWork)
            spinner.SpinOnce(sleep1Threshold: -1);
        Exception? why = failure;
        (work, failure) = (null, null);
        return why;
    }

    private void Live()
    {
        while (true)
        {
            WaitForWork();
            try
            {
                work!.Do(member);
            }
            catch (Exception exception)
            {
                failure = exception;
                member.Barrier.Break();
            }

            Volatile.Write(ref state, Idle);
        }
    }

    private void WaitForWork()
    {
        long start = Stopwatch.GetTimestamp();
        SpinWait spinner = new();
        while (Volatile.Read(ref state) == Idle)
        {
            if (Stopwatch.GetTimestamp() - start < patience)
                spinner.SpinOnce(sleep1Threshold: -1);
            else if (Interlocked.CompareExchange(ref state, Asleep, Idle) == Idle)
                awake.Wait();
        }
    }
}
