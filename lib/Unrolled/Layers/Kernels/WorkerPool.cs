using System.Runtime.ExceptionServices;

namespace Unrolled;

/// <summary>
/// The threads that share a layer's work. They are made once, wait for work spinning for a moment and then asleep, and
/// nothing is allocated when they get some.
/// </summary>
internal static class WorkerPool
{
    private static readonly Lock Gate = new();
    private static readonly WorkerBarrier Barrier = new();
    private static readonly WorkerBarrier Nobody = new();
    private static Worker[] workers = [];

    /// <summary>Does the work in some threads, the caller's the first; alone if another call has them.</summary>
    /// <param name="work">The work; its result must not depend on how many share it.</param>
    /// <param name="members">How many shall share it.</param>
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

        if (failure is not null)
            ExceptionDispatchInfo.Throw(failure);
    }

    private static void Hire(int count)
    {
        if (workers.Length < count)
            workers = [.. workers, .. Enumerable.Range(workers.Length, count - workers.Length).Select(i => new Worker(i + 1))];
    }
}

/// <summary>Work that some threads do together, each its share.</summary>
internal interface IPoolWork
{
    /// <param name="member">Who does it.</param>
    void Do(WorkerIndex member);
}

/// <summary>One of the threads that work together.</summary>
/// <param name="Index">Which one, from 0.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Barrier">Where they wait for each other.</param>
internal readonly record struct WorkerIndex(int Index, int Count, WorkerBarrier Barrier)
{
    /// <summary>This member's part of a whole that is cut only at multiples of a number.</summary>
    internal IndexRange Of(int count, int multiple)
    {
        int pieces = (count + multiple - 1) / multiple;
        int first = Math.Min(pieces * Index / Count * multiple, count);
        int end = Math.Min(pieces * (Index + 1) / Count * multiple, count);
        return new IndexRange(first, end - first);
    }

    /// <summary>Returns when all have come so far.</summary>
    internal void WaitForOthers() => Barrier.Wait(Count);
}

/// <summary>The sequences of a batch, or the columns of a matrix, that one thread works on.</summary>
/// <param name="First">The first.</param>
/// <param name="Count">How many.</param>
internal readonly record struct IndexRange(int First, int Count)
{
    /// <summary>What is in both.</summary>
    internal IndexRange And(int first, int count)
    {
        int begin = Math.Max(First, first);
        return new IndexRange(begin, Math.Max(Math.Min(First + Count, first + count) - begin, 0));
    }
}
