using Unrolled.NotebookHost.Display;
using Unrolled.NotebookHost.Jupyter;

namespace Unrolled.NotebookHost.Tests.Jupyter;

public sealed class StreamBatcherTests
{
    private readonly List<StreamOutput> sent = [];

    [Fact]
    public void Neighbouring_texts_of_one_stream_go_out_together()
    {
        using (StreamBatcher batcher = new(sent.Add))
            foreach (string text in (string[])["a", "b", "c"])
                batcher.Add(new StreamOutput("stdout", text));

        Assert.Equal([new StreamOutput("stdout", "abc")], sent);
    }

    [Fact]
    public void The_order_of_the_two_streams_is_kept()
    {
        using (StreamBatcher batcher = new(sent.Add))
            foreach ((string name, string text) in ((string, string)[])[("stdout", "a"), ("stderr", "b"),
                ("stdout", "c")])
                batcher.Add(new StreamOutput(name, text));

        Assert.Equal([new("stdout", "a"), new("stderr", "b"), new StreamOutput("stdout", "c")], sent);
    }

    [Fact]
    public void Much_text_does_not_wait()
    {
        using StreamBatcher batcher = new(sent.Add);

        batcher.Add(new StreamOutput("stdout", new string('x', 1 << 17)));

        Assert.Equal(1 << 17, Assert.Single(sent).Text.Length);
    }

    [Fact]
    public async Task Text_goes_out_though_nothing_follows()
    {
        TaskCompletionSource<string> arrived = new();
        using StreamBatcher batcher = new(output => arrived.SetResult(output.Text));

        batcher.Add(new StreamOutput("stdout", "alone"));

        Assert.Equal("alone", await arrived.Task.WaitAsync(TimeSpan.FromMinutes(1)));
    }
}
