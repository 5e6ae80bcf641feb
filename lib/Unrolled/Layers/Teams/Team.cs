using System.Runtime.ExceptionServices;

namespace Unrolled.Layers.Teams;

/// <summary>
/// The threads that share a layer's work. They are made once, wait for work spinning for a moment and then asleep, and
/// nothing is allocated when they get some.
/// </summary>
internal static class Team
{
    private static readonly Lock gate = new();
    private static readonly TeamBarrier barrier = new();
    private static readonly TeamBarrier nobody = new();
    private static Worker[] workers = [];

    /// <summary>Does the work in some threads, the caller's the first; alone if another call has them.</summary>
    /// <param name="work">The work; its result must not depend on how many share it.</param>
    /// <param name="members">How many shall share it.</param>
    internal static void Run(ITeamWork work, int members)
    {
        if (members == 1 || !gate.TryEnter())
        {
            work.Do(new Member(0, 1, nobody));
            return;
        }

        try
        {
            RunTogether(work, members);
        }
        finally
        {
            gate.Exit();
        }
    }

    private static void RunTogether(ITeamWork work, int members)
    {
        Hire(members - 1);
        barrier.Reset();
        for (int i = 1; i < members; i++)
            workers[i - 1].Begin(work, new Member(i, members, barrier));
        Exception? failure = null;
        try
        {
            work.Do(new Member(0, members, barrier));
        }
        catch (Exception exception)
        {
            failure = exception;
            barrier.Break();
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
