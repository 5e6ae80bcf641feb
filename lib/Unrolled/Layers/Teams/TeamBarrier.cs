namespace Unrolled.Layers.Teams;

/// <summary>
/// Where threads that work together wait for each other. They spin, since the wait is short, and hand the processor on
/// to others that want it.
/// </summary>
internal sealed class TeamBarrier
{
    private int arrived;
    private int round;
    private volatile bool broken;

    /// <summary>Returns when so many have come.</summary>
    /// <exception cref="OperationCanceledException">One of them failed, and will never come.</exception>
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
            spinner.SpinOnce(sleep1Threshold: -1);
        }
    }

    /// <summary>Lets nobody wait for one that failed.</summary>
    internal void Break() => broken = true;

    /// <summary>Begins anew; nobody waits now.</summary>
    internal void Reset() => (arrived, broken) = (0, false);
}
