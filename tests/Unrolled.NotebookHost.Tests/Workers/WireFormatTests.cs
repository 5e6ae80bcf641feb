using System.Text;
using System.Text.Json;
using Unrolled.NotebookHost.Workers;

namespace Unrolled.NotebookHost.Tests.Workers;

public sealed class WireFormatTests
{
    public static TheoryData<byte[]> Garbage =>
    [
        .. ((string[])["", "{", "null", "{}", "[]", "1", """{"$type":"nothing"}""", """{"$type":"output"}{"""])
            .Select(Encoding.UTF8.GetBytes),
        [.. """{"$type":"refused","Reason":"half """u8, 0xC3, .. "\"}"u8],
    ];

    // A cell can write anything into the pipe to its host.
    [Theory]
    [MemberData(nameof(Garbage))]
    public void What_is_no_reply_is_refused_in_one_way(byte[] line) =>
        Assert.Throws<JsonException>(() => WireFormat.Decode<WorkerReply>(line.AsSpan()));
}
