using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Unrolled.NotebookHost.Workers;

namespace Unrolled.NotebookHost.Tests.Workers;

public sealed class LineReaderTests
{
    [Fact]
    public void However_the_bytes_arrive_the_lines_come_out_whole_and_in_order()
    {
        Gen<(List<int> Lengths, int Chunk)> gen =
            from lengths in Gen.ListOf(Gen.Elements(0, 1, 2, 1000, 65_535, 65_536, 65_537, 200_000))
            from chunk in Gen.Elements(1000, 65_536, 1_000_000)
            select (lengths.ToList(), chunk);

        Prop.ForAll(gen.ToArbitrary(), given =>
        {
            string[] lines = [.. given.Lengths.Select((length, i) => new string((char)('a' + i % 26), length))];
            return lines.SequenceEqual(Read(string.Concat(lines.Select(line => line + "\n")), given.Chunk));
        }).CheckSeeded(tests: 50);
    }

    [Fact]
    public void A_line_without_its_end_is_none() => Assert.Equal(["a"], Read("a\nhalf", chunk: 3));

    [Fact]
    public void A_line_that_is_too_long_ends_the_reading()
    {
        using ChunkedStream stream = new(Encoding.UTF8.GetBytes($"a\n{new string('x', 5_000_000)}\nb\n"), 4096);
        LineReader reader = new(stream, longest: 1_000_000);

        Assert.Equal(1, reader.Read()!.Value.Length);
        Assert.Null(reader.Read());
        Assert.True(reader.WasTooLong);
        Assert.Null(reader.Read());
        Assert.InRange(stream.Position, 1_000_000, 1_100_000);
    }

    private static IEnumerable<string> Read(string text, int chunk)
    {
        using ChunkedStream stream = new(Encoding.UTF8.GetBytes(text), chunk);
        LineReader reader = new(stream, longest: 1_000_000);
        List<string> lines = [];
        while (reader.Read() is { } line)
            lines.Add(Encoding.UTF8.GetString(line.Span));
        return lines;
    }

    private sealed class ChunkedStream(byte[] bytes, int chunk) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) =>
            base.Read(buffer, offset, Math.Min(count, chunk));
    }
}
