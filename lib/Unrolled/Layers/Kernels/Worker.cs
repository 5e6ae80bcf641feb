using System.Diagnostics;

namespace Unrolled;

/// <summary>One thread of the <see cref="WorkerPool"/> beside the callers' own.</summary>
internal sealed class Worker
{
    private const int Idle = 0;
    private const int Asleep = 1;
    private const int AtWork = 2;

    // Long enough to span the gap between two calls of a training loop, short enough not to disturb other programs.
    private static readonly long Patience = Stopwatch.Frequency / 20_000;

    private readonly SemaphoreSlim awake = new(0);
    private int state;
    private IPoolWork? work;
    private WorkerIndex member;
    private Exception? failure;

    internal Worker(int number) =>
        new Thread(Live) { IsBackground = true, Name = $"Unrolled layers {number}" }.Start();

    /// <summary>Starts some work.</summary>
    internal void Begin(IPoolWork work, WorkerIndex member)
    {
        (this.work, this.member) = (work, member);
        if (Interlocked.Exchange(ref state, AtWork) == Asleep)
            PoolWait.Release(awake);
    }

    /// <summary>Waits until the work is done.</summary>
    /// <returns>Its exception; null if it succeeded.</returns>
    internal Exception? End()
    {
        SpinWait spinner = new();
        while (Volatile.Read(ref state) == AtWork)
            PoolWait.Spin(ref spinner);
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
            if (Stopwatch.GetTimestamp() - start < Patience)
                spinner.SpinOnce(sleep1Threshold: -1);
            else if (Interlocked.CompareExchange(ref state, Asleep, Idle) == Idle)
                awake.Wait();
        }
    }
}

/// <summary>
/// The waits of the thread that uses the pool. An interrupt of that thread, as a notebook's host sends it, takes effect
/// when the work is done: threads that work together are never left half-way.
/// </summary>
internal static class PoolWait
{
    [ThreadStatic]
    private static bool wasInterrupted;

    /// <summary>Spins for a moment, or yields the processor.</summary>
    internal static void Spin(ref SpinWait spinner)
    {
        try
        {
            spinner.SpinOnce(sleep1Threshold: -1);
        }
        catch (ThreadInterruptedException)
        {
            wasInterrupted = true;
        }
    }

    /// <summary>Wakes the thread that waits.</summary>
    internal static void Release(SemaphoreSlim semaphore)
    {
        try
        {
            semaphore.Release();
        }
        catch (ThreadInterruptedException)
        {
            // It was not released: the exception comes from the wait for its lock.
            wasInterrupted = true;
            semaphore.Release();
        }
    }

    /// <summary>Lets an interrupt that came during the work take effect at the thread's next wait.</summary>
    internal static void PassInterruptOn()
    {
        if (!wasInterrupted)
            return;
        wasInterrupted = false;
        Thread.CurrentThread.Interrupt();
    }
}

/// <summary>
/// The barrier at which threads that share work wait for each other. They spin, since the wait is short, and yield the
/// processor to other threads.
/// </summary>
internal sealed class WorkerBarrier
{
    private int arrived;
    private int round;
    private volatile bool broken;

    /// <summary>Waits until this number of threads have arrived.</summary>
    /// <exception cref="OperationCanceledException">A thread failed and will never arrive.</exception>
    internal void Wait(int members)
    {
        if (members == 1)
            return;
        int own = Volatile.Read(ref round);
        if (Interlocked.Increment(ref arrived) == members)
        {
            arrived = 0;
            Volatile.Write(ref round, own + 1);
            return;
        }

        SpinWait spinner = new();
        while (Volatile.Read(ref round) == own)
        {
            if (broken)
                throw new OperationCanceledException("Another thread of the team failed.");
            PoolWait.Spin(ref spinner);
        }
    }

    /// <summary>Releases all waiting threads after a failure.</summary>
    internal void Break() => broken = true;

    /// <summary>Resets the barrier while no thread waits.</summary>
    internal void Reset() => (arrived, broken) = (0, false);
}
