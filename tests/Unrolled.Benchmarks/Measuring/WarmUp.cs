using System.Diagnostics;
using System.Runtime;

namespace Unrolled.Benchmarks.Measuring;

/// <summary>
/// Runs a work until the JIT has finished with it. A method is compiled again, optimised, after it has been called 30
/// times and nothing new has been compiled for 100 ms, or while one of its loops runs; so the work is warm when nothing
/// has been compiled for longer than that, and after 30 runs, which are waived for works that are so slow that their
/// inner methods alone matter.
/// </summary>
internal static class WarmUp
{
    private const int CallsToPromotion = 30;
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(2);

    internal static void Run(Action work)
    {
        Stopwatch clock = Stopwatch.StartNew();
        long compiled = -1;
        TimeSpan lastCompilation = TimeSpan.Zero;
        for (int runs = 0;
            clock.Elapsed - lastCompilation < Quiet || (runs < CallsToPromotion && clock.Elapsed < LongEnough);
            runs++)
        {
            work();
            long now = JitInfo.GetCompiledMethodCount();
            if (now != compiled)
                (compiled, lastCompilation) = (now, clock.Elapsed);
        }
    }
}
