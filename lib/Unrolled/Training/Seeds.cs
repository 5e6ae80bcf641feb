using System.Collections.Concurrent;

namespace Unrolled;

/// <summary>The same experiment from several seeds.</summary>
public static class Seeds
{
    /// <summary>Runs an experiment once for every seed, several at a time.</summary>
    /// <param name="seeds">The seeds.</param>
    /// <param name="run">
    /// One run; its only random numbers are those of a generator of its own, started from the seed, so that the results
    /// do not depend on the number of threads.
    /// </param>
    /// <returns>The results, in the order of the seeds.</returns>
    public static TResult[] Run<TResult>(IEnumerable<int> seeds, Func<int, TResult> run)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        ArgumentNullException.ThrowIfNull(run);
        return InParallel([.. seeds], run);
    }

    /// <summary>Runs an experiment once for every setting and seed, several at a time.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="seeds">The seeds.</param>
    /// <param name="run">One run; its only random numbers are those of a generator started from the seed.</param>
    /// <returns>The results, [setting][seed].</returns>
    public static TResult[][] Run<TSetting, TResult>(
        IEnumerable<TSetting> settings, IEnumerable<int> seeds, Func<TSetting, int, TResult> run)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(seeds);
        ArgumentNullException.ThrowIfNull(run);
        int[] all = [.. seeds];
        TSetting[] rows = [.. settings];
        TResult[] results = InParallel(
            [.. rows.SelectMany(setting => all.Select(seed => (setting, seed)))], pair => run(pair.setting, pair.seed));
        return [.. rows.Select((_, i) => results[(i * all.Length)..((i + 1) * all.Length)])];
    }

    // A processor that is free takes the next run: settings differ in their cost, and a division beforehand would let
    // one processor wait for the other.
    private static TResult[] InParallel<TItem, TResult>(TItem[] items, Func<TItem, TResult> run) =>
    [
        .. Partitioner.Create(items, EnumerablePartitionerOptions.NoBuffering).AsParallel().AsOrdered().Select(item =>
        {
            using (Threads.BeginRun())
                return run(item);
        }),
    ];
}
