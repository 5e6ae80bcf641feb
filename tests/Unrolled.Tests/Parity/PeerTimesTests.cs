using System.Globalization;

namespace Unrolled.Tests.Parity;

/// <summary>The kept times, and the page that shows them.</summary>
public sealed class PeerTimesTests
{
    [Fact]
    public void Every_row_of_the_file_gives_the_times_of_each_work_and_peer()
    {
        IReadOnlyList<PeerTime> times = PeerTimes.Load();

        // 24 rows of training and inference against libtorch, 8 of them against oneDNN, too, and 6 of streaming.
        Assert.Equal((24 + 8) * 2 + 6, times.Count);
        Assert.Equal(
            ["W1", "W2", "W3", "W4", "W5"], times.Select(one => one.Workload).Distinct().Order(StringComparer.Ordinal));
        Assert.All(times, one => Assert.Equal(one.Workload == "W5", one.Work == TimedWork.StreamingStep));
        Assert.All(times.Where(one => one.Peer == "onednn"), one => Assert.Equal("lstm", one.Cell));
        PeerTime first = times[0];
        Assert.Equal(("rnn", 1, TimedWork.TrainingStep, "libtorch"), (first.Cell, first.Threads, first.Work, first.Peer));
        Assert.Equal(first.PeerMilliseconds / first.Milliseconds, first.Ratio);
    }

    [Fact]
    public void The_page_of_the_benchmarks_shows_what_the_file_holds()
    {
        string page = File.ReadAllText(Path.Combine(
            Path.GetDirectoryName(DataFolder.Locate("README.md"))!, "..", "tests", "Unrolled.Benchmarks", "README.md"));

        foreach (IGrouping<(string, string, int), PeerTime> row in PeerTimes.Load()
            .GroupBy(one => (one.Workload, one.Cell, one.Threads)))
            Assert.Contains(Line(row.Key, [.. row]) + "\n", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"workload":"W1","cell":"rnn","threads":1,"train_ms":0,"infer_ms":1,"peers":{"x":{}}}""")]
    [InlineData("""{"workload":"W1","cell":"rnn","threads":1,"train_ms":1,"infer_ms":1,"peers":{"x":{"train_ms":1}}}""")]
    public void A_line_that_is_no_row_is_named_by_its_place(string line)
    {
        using TemporaryFolder folder = new();
        folder.Write("README.md", "");
        Directory.CreateDirectory(folder["speed"]);
        folder.Write("speed/benchmarks.jsonl", line + "\n");

        DataFileException error = Assert.Throws<DataFileException>(() => PeerTimes.Load(folder.Path));

        Assert.Contains("speed/benchmarks.jsonl(1,1): expected a row", error.Message, StringComparison.Ordinal);
    }

    private static string Line((string Workload, string Cell, int Threads) row, PeerTime[] times)
    {
        string begin = $"| {row.Workload} | {row.Cell.ToUpperInvariant()} | {row.Threads} |";
        return times[0].Work == TimedWork.StreamingStep
            ? $"{begin} {Number(1e3 * times[0].Milliseconds)} µs | {Number(1e3 * times[0].PeerMilliseconds)} µs "
                + $"({Number(times[0].Ratio)}×) |"
            : $"{begin} {Cells(times, TimedWork.TrainingStep)} | {Cells(times, TimedWork.Inference)} |";
    }

    private static string Cells(PeerTime[] times, TimedWork work)
    {
        PeerTime[] those = [.. times.Where(one => one.Work == work)];
        string Peer(string name) => those.FirstOrDefault(one => one.Peer == name) is { } one
            ? $"{Number(one.PeerMilliseconds)} ms ({Number(one.Ratio)}×)"
            : "–";
        return $"{Number(those[0].Milliseconds)} ms | {Peer("libtorch")} | {Peer("onednn")}";
    }

    private static string Number(double value) => value.ToString(
        value >= 99.95 ? "0" : value >= 9.995 ? "0.0" : value >= .9995 ? "0.00" : "0.000", CultureInfo.InvariantCulture);
}
