using System.Runtime.ExceptionServices;

namespace Unrolled;

/// <summary>
/// The worker pool: the threads that share a layer's work. They are created once, spin for a moment before they sleep,
/// and receive work without an allocation.
/// </summary>
internal static class WorkerPool
{
    private static readonly Lock Gate = new();
    private static readonly WorkerBarrier Barrier = new();
    private static readonly WorkerBarrier Nobody = new();
    private static Worker[] workers = [];

    /// <summary>
    /// Does the work on several threads, of which the caller's is the first; on that alone while another call uses the
    /// pool.
    /// </summary>
    /// <param name="work">The work; its result must not depend on the number of threads.</param>
    /// <param name="members">The number of threads.</param>
    internal static void Run(IPoolWork work, int members)
    {
        if (members == 1 || !Gate.TryEnter())
        {
            work.Do(new WorkerIndex(0, 1, Nobody));
            return;
        }

        try
        {
            RunTogether(work, members);
        }
        finally
        {
            Gate.Exit();
        }
    }

    private static void RunTogether(IPoolWork work, int members)
    {
        Hire(members - 1);
        Barrier.Reset();
        for (int i = 1; i < members; i++)
            workers[i - 1].Begin(work, new WorkerIndex(i, members, Barrier));
        Exception? failure = null;
        try
        {
            work.Do(new WorkerIndex(0, members, Barrier));
        }
        catch (Exception exception)
        {
            failure = exception;
            Barrier.Break();
        }

        for (int i = 1; i < members; i++)
        {
            Exception? other = workers[i - 1].End();
            if (failure is null or OperationCanceledException)
                failure = other ?? failure;
        }

        PoolWait.PassInterruptOn();
        if (failure is not null)
            ExceptionDispatchInfo.Throw(failure);
    }

    private static void Hire(int count)
    {
        if (workers.Length < count)
            workers =
                [.. workers, .. Enumerable.Range(workers.Length, count - workers.Length)
                    .Select(i => new Worker(i + 1))];
    }
}

/// <summary>Work of which each thread of the pool does its share.</summary>
internal interface IPoolWork
{
    /// <param name="member">The thread that does its share.</param>
    void Do(WorkerIndex member);
}

/// <summary>One of the threads that share the work.</summary>
/// <param name="Index">Its index, from 0.</param>
/// <param name="Count">The number of threads.</param>
/// <param name="Barrier">The barrier at which they wait for each other.</param>
internal readonly record struct WorkerIndex(int Index, int Count, WorkerBarrier Barrier)
{
    /// <summary>This thread's part of a range, which is split only at multiples of a number.</summary>
    internal IndexRange Of(int count, int multiple)
    {
        int pieces = (count + multiple - 1) / multiple;
        int first = Math.Min(pieces * Index / Count * multiple, count);
        int end = Math.Min(pieces * (Index + 1) / Count * multiple, count);
        return new IndexRange(first, end - first);
    }

    /// <summary>Waits until all threads have reached this point.</summary>
    internal void WaitForOthers() => Barrier.Wait(Count);
}

/// <summary>The sequences of a batch, or the columns of a matrix, that one thread works on.</summary>
/// <param name="First">The first.</param>
/// <param name="Count">Their number.</param>
internal readonly record struct IndexRange(int First, int Count)
{
    /// <summary>The intersection of the two.</summary>
    internal IndexRange And(int first, int count)
    {
        int begin = Math.Max(First, first);
        return new IndexRange(begin, Math.Max(Math.Min(First + Count, first + count) - begin, 0));
    }
}
