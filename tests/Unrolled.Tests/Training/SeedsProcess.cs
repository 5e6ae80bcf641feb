namespace Unrolled.Tests.Training;

/// <summary>
/// Writes how runs from several seeds share the threads; see <see cref="TestProcess"/>. Six threads stand for a machine
/// with more processors than runs.
/// </summary>
internal static class SeedsProcess
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(60);

    internal static int Run()
    {
        Threads.Count = 6;
        Write("A run that ends early makes room for the next", OneLongAndThreeShort());
        Write("Runs side by side share the threads", SideBySide());
        Write("A run alone has all threads", Seeds.Run([1], _ => Threads.ForOneLayer));
        try
        {
            Seeds.Run<int>([1], _ => throw new InvalidOperationException());
        }
        catch (AggregateException)
        {
            Write("A run that failed has given its threads back", [Threads.ForOneLayer]);
        }

        return 0;
    }

    // Divided beforehand, one short run would wait behind the long one, which waits for it.
    private static bool[] OneLongAndThreeShort()
    {
        using CountdownEvent ended = new(3);
        return Seeds.Run([0, 1, 2, 3], seed => seed == 0 ? ended.Wait(Long) : ended.Signal() || true);
    }

    private static int[] SideBySide()
    {
        using Barrier both = new(2);
        return Seeds.Run([1, 2], _ =>
        {
            both.SignalAndWait(Long);
            int own = Threads.ForOneLayer;
            both.SignalAndWait(Long);
            return own;
        });
    }

    private static void Write<T>(string promise, T[] results) =>
        Console.Write($"{promise}: {string.Join(' ', results)}\n");
}
