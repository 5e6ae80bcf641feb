using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Unrolled.NotebookHost.Workers;

namespace Unrolled.NotebookHost.Tests.Workers;

public sealed class MarkedStreamReaderTests
{
    private const string Mark = "\u001emark\u001e";

    [Fact]
    public void However_the_bytes_arrive_the_text_and_the_marks_come_out_in_order()
    {
        // Pieces that resemble the mark, or end in the middle of a character, are the hard ones.
        Gen<string> piece = Gen.Elements("a", "é漢😀", "\u001e", "\u001emar", "mark\u001e", "\n", Mark);
        Gen<(List<string> Pieces, int Chunk)> gen =
            from pieces in Gen.ListOf(piece)
            from chunk in Gen.Choose(1, 9)
            select (pieces.ToList(), chunk);

        Prop.ForAll(gen.ToArbitrary(), given =>
        {
            string text = string.Concat(given.Pieces);
            StringBuilder seen = new();
            using ChunkedStream stream = new(Encoding.UTF8.GetBytes(text), given.Chunk);
            new MarkedStreamReader(
                stream, Encoding.UTF8.GetBytes(Mark), piece => seen.Append(piece.Replace(Mark, "lost mark")),
                () => seen.Append(Mark)).Run();
            return seen.ToString() == text;
        }).QuickCheckThrowOnFailure();
    }

    private sealed class ChunkedStream(byte[] bytes, int chunk) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) =>
            base.Read(buffer, offset, Math.Min(count, chunk));
    }
}
