using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Pipes;
using System.Text;
using Unrolled.NotebookHost.Execution;
using Unrolled.NotebookHost.Outputs;
using Unrolled.NotebookHost.Workers.Protocol;

namespace Unrolled.NotebookHost.Workers;

/// <summary>The child process's side: takes cells from one pipe, answers on the other.</summary>
internal sealed class WorkerServer
{
    private static readonly TimeSpan ShutdownGrace = TimeSpan.FromSeconds(2);

    private readonly BlockingCollection<ExecuteRequest> cells = [];
    private readonly Stream requests;
    private readonly ReplyWriter replies;
    private readonly Stream[] standardStreams;
    private readonly byte[] mark;

    private WorkerServer(Stream requests, Stream replies, string mark)
    {
        this.requests = requests;
        this.replies = new ReplyWriter(replies);
        this.mark = Encoding.ASCII.GetBytes(mark);
        standardStreams = [InheritedHandle.OpenStandard(1), InheritedHandle.OpenStandard(2)];
    }

    /// <summary>Serves until the host asks for the end or is gone.</summary>
    /// <param name="requestHandle">The pipe to read requests from.</param>
    /// <param name="replyHandle">The pipe to write replies to.</param>
    /// <param name="mark">What to write to both standard streams after each cell.</param>
    public static void Run(string requestHandle, string replyHandle, string mark)
    {
        Posix.LeadOwnGroup();
        CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        WorkerServer server = new(
            InheritedHandle.OpenPipe(PipeDirection.In, requestHandle),
            InheritedHandle.OpenPipe(PipeDirection.Out, replyHandle),
            mark);
        new Thread(server.ReadRequests) { IsBackground = true, Name = "requests" }.Start();
        server.RunCells();
    }

    private void RunCells()
    {
        using (CSharpSession session = new(new SessionOptions(Environment.CurrentDirectory)))
        {
            replies.Write(new ReadyReply());
            foreach (ExecuteRequest cell in cells.GetConsumingEnumerable())
            {
                CellResult result = session.ExecuteAsync(cell.Source, Publish, number: cell.Number).GetAwaiter().GetResult();
                MarkStandardStreams();
                replies.Write(new FinishedReply(result));
            }
        }
        Environment.Exit(0);
    }

    private void Publish(CellOutput output) => replies.Write(new OutputReply(output));

    private void MarkStandardStreams()
    {
        Posix.FlushNativeStreams();
        foreach (Stream stream in standardStreams)
            stream.Write(mark);
    }

    // On a thread of its own, because a cell that never ends must not keep a worker alive without its host.
    private void ReadRequests()
    {
        using StreamReader reader = new(requests);
        while (reader.ReadLine() is { } line)
        {
            switch (WireFormat.Decode<WorkerRequest>(line))
            {
                case ExecuteRequest cell:
                    cells.Add(cell);
                    break;
                case ShutdownRequest:
                    cells.CompleteAdding();
                    Thread.Sleep(ShutdownGrace);
                    EndAtOnce();
                    break;
            }
        }
        EndAtOnce();
    }

    private static void EndAtOnce()
    {
        Posix.EndGroup(Environment.ProcessId);
        Environment.Exit(1);
    }
}
