using System.Diagnostics;
using System.Globalization;
using Xunit.Abstractions;

namespace Unrolled.Testing;

/// <summary>
/// Hostile inputs for one reader, which has to read each as it is meant or to refuse it: some in every test run, always
/// the same, and many every night, from another seed each day. An input that fails is kept as a file.
/// </summary>
/// <param name="share">How many inputs there are.</param>
/// <param name="output">Where the seed and the counts are written.</param>
internal sealed class HostileInputs(HostileShare share, ITestOutputHelper output)
{
    /// <summary>The environment variable whose whole number is the seed, to have a night's inputs again.</summary>
    public const string SeedVariable = "UNROLLED_SEED";

    private const int SeedOfTestRun = 20_261_130;

    // Far above what a reader needs, and far below what a lie about a length asks for.
    private const long AllocatedBase = 16 << 20, AllocatedForByte = 1_000;

    // Only a reader that hangs takes that long for one input.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly int count = IsNight ? share.Nightly : share.TestRun;
    private readonly int seed = Seed;
    private long startOfInput = Stopwatch.GetTimestamp();
    private volatile int number;
    private volatile byte[] current = [];

    private static bool IsNight => NightlyFactAttribute.WhyLater is null;

    private static int Seed =>
        int.TryParse(Environment.GetEnvironmentVariable(SeedVariable), CultureInfo.InvariantCulture, out int given)
            ? given
            : IsNight ? DateOnly.FromDateTime(DateTime.UtcNow).DayNumber : SeedOfTestRun;

    /// <summary>Gives every input to the reader.</summary>
    /// <param name="draw">Draws an input.</param>
    /// <param name="isRead">
    /// Gives it to the reader: true when it was read and every value is right, false when it was refused with the
    /// error that a user should see; anything else throws.
    /// </param>
    public void Check(Func<Random, byte[]> draw, Func<byte[], bool> isRead)
    {
        int read = 0;
        Exception? failure = null;
        Thread reader = new(() => failure = Record.Exception(() => read = CountRead(draw, isRead)))
        {
            IsBackground = true,
        };
        reader.Start();
        while (!reader.Join(TimeSpan.FromSeconds(1)))
        {
            if (Stopwatch.GetElapsedTime(Volatile.Read(ref startOfInput)) > Patience)
                Assert.Fail($"{Kept()}: it is never read.");
        }

        if (failure is not null)
            Assert.Fail($"{Kept()}: {failure}");
        output.WriteLine($"{count} inputs, seed {seed}: {read} read, {count - read} refused");
        // Inputs that are all refused, or all read, would test only half.
        Assert.InRange(read, 1, count - 1);
    }

    private int CountRead(Func<Random, byte[]> draw, Func<byte[], bool> isRead)
    {
        int read = 0;
        for (number = 1; number <= count; number++)
        {
            // Each input can be had again without those before it.
            byte[] input = draw(new Random(unchecked(seed * 1_000_003 + number)));
            current = input;
            Volatile.Write(ref startOfInput, Stopwatch.GetTimestamp());
            long before = GC.GetAllocatedBytesForCurrentThread();
            read += isRead(input) ? 1 : 0;
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(
                allocated <= AllocatedBase + AllocatedForByte * input.Length,
                $"{allocated} bytes were allocated for an input of {input.Length} bytes.");
        }

        return read;
    }

    private string Kept()
    {
        string kept = Path.Combine(Path.GetTempPath(), $"unrolled-hostile-{seed}-{number}-{Path.GetRandomFileName()}");
        File.WriteAllBytes(kept, current);
        return $"Input {number} of {count}, {current.Length} bytes, kept as {kept}; again with {SeedVariable}={seed}";
    }
}

/// <summary>How many hostile inputs a reader gets.</summary>
/// <param name="TestRun">In every test run.</param>
/// <param name="Nightly">Every night.</param>
internal sealed record HostileShare(int TestRun, int Nightly)
{
    /// <summary>Notebooks, read.</summary>
    public static readonly HostileShare Notebooks = new(800, 40_000);

    /// <summary>Notebooks, read and then checked, compared, formatted and published.</summary>
    public static readonly HostileShare PublishedNotebooks = new(200, 10_000);

    /// <summary>Files of weights.</summary>
    public static readonly HostileShare Safetensors = new(800, 40_000);

    /// <summary>Each of the files of the data folder.</summary>
    public static readonly HostileShare EachDataFile = new(60, 2_000);

    /// <summary>Comma-separated values.</summary>
    public static readonly HostileShare Csv = new(400, 20_000);

    /// <summary>Lists of recorded cases.</summary>
    public static readonly HostileShare Index = new(300, 15_000);

    /// <summary>All of them; of the data files there are seven.</summary>
    public static HostileShare Total =>
        new[] { Notebooks, PublishedNotebooks, Safetensors, Csv, Index }
            .Concat(Enumerable.Repeat(EachDataFile, 7))
            .Aggregate((sum, one) => new HostileShare(sum.TestRun + one.TestRun, sum.Nightly + one.Nightly));
}
