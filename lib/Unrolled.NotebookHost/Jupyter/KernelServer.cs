using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Unrolled.NotebookHost.Jupyter;

/// <summary>
/// Serves one notebook to Jupyter's side, which is at the other end of standard input and output: one request at a
/// time, and while it is answered, interrupts and typed lines.
/// </summary>
internal sealed class KernelServer
{
    // Jupyter's side has ended: no caller waits for a worker that takes longer to end in good order.
    private static readonly TimeSpan EndGrace = TimeSpan.FromSeconds(1.5);

    private readonly KernelChannel channel = new(Console.OpenStandardInput(), Console.OpenStandardOutput());
    private readonly Channel<KernelRequest> requests = Channel.CreateUnbounded<KernelRequest>();
    private readonly Channel<string?> typedLines = Channel.CreateUnbounded<string?>();
    private readonly KernelSession session;

    private KernelServer(string folder) => session = new KernelSession(folder, channel.Send, ReadLineAsync);

    /// <summary>Serves until Jupyter's side closes its end or is gone.</summary>
    /// <param name="folder">The notebook's folder.</param>
    public static async Task RunAsync(string folder)
    {
        // An interrupt comes as a message; the signal that goes to the whole process group is not meant for this
        // process.
        using PosixSignalRegistration ignored = PosixSignalRegistration.Create(
            PosixSignal.SIGINT, signal => signal.Cancel = true);
        KernelServer server = new(folder);
        server.channel.Send("kernel_info", KernelInfo.Create());
        server.session.Start();
        await await Task.WhenAny(Task.Run(server.ReadToEnd), server.AnswerAsync());
        await Task.WhenAny(server.session.DisposeAsync().AsTask(), Task.Delay(EndGrace));
    }

    private void ReadToEnd()
    {
        while (channel.Read() is { } request)
        {
            if (request is InterruptRequest)
                _ = session.InterruptAsync();
            else if (request is InputReply typed)
                typedLines.Writer.TryWrite(typed.Value);
            else
                requests.Writer.TryWrite(request);
        }
    }

    private async Task AnswerAsync()
    {
        await foreach (KernelRequest request in requests.Reader.ReadAllAsync())
        {
            JsonObject reply = await session.AnswerAsync(request);
            channel.Send("reply", reply);
        }
    }

    private async Task<string?> ReadLineAsync()
    {
        channel.Send("input_request", new JsonObject { ["prompt"] = "", ["password"] = false });
        return await typedLines.Reader.ReadAsync();
    }
}
