using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Pipes;
using System.Text;
using Unrolled.NotebookHost.Display;
using Unrolled.NotebookHost.Execution;
using Unrolled.NotebookHost.Execution.Directives;
using Unrolled.NotebookHost.Programs;

namespace Unrolled.NotebookHost.Workers;

/// <summary>
/// The child process's side: takes cells and questions about them from one pipe, answers on the other.
/// </summary>
internal sealed class WorkerServer
{
    private static readonly TimeSpan ShutdownGrace = Patience.OfSeconds(2);

    private readonly BlockingCollection<WorkerRequest> work = [];
    private readonly BlockingCollection<string?> typedLines = [];
    private readonly Stream requests;
    private readonly ReplyWriter replies;
    private readonly Stream[] standardStreams;
    private readonly byte[] mark;

    // Of the cell that came last: an interrupt behind it on the pipe is meant for it.
    private volatile CancellationTokenSource interrupt = new();
    private volatile bool allowInput;

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
    /// <param name="mark">The text to write to both standard streams after each cell.</param>
    public static void Run(string requestHandle, string replyHandle, string mark)
    {
        if (OperatingSystem.IsWindows())
            WindowsJob.Enter();
        Posix.LeadOwnGroup();
        CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        WorkerServer server = new(
            InheritedHandle.OpenPipe(PipeDirection.In, requestHandle),
            InheritedHandle.OpenPipe(PipeDirection.Out, replyHandle),
            mark);
        new Thread(server.ReadRequests) { IsBackground = true, Name = "requests" }.Start();
        server.Work();
    }

    private void Work()
    {
        using (CSharpSession session = new(
            new SessionOptions(Environment.CurrentDirectory, ReadLine), DirectiveTable.All))
        {
            replies.Write(new ReadyReply());
            foreach (WorkerRequest request in work.GetConsumingEnumerable())
                replies.Write(request is RunCellRequest cell
                    ? Execute(session, cell)
                    : Questions.AnswerAsync(session, request).GetAwaiter().GetResult());
        }
        Environment.Exit(0);
    }

    private FinishedReply Execute(CSharpSession session, RunCellRequest cell)
    {
        allowInput = cell.AllowInput;
        CellResult result = session.ExecuteAsync(
            cell.Source, Publish, cell.AllowInterrupt ? interrupt.Token : CancellationToken.None, cell.Number)
                .GetAwaiter().GetResult();
        MarkStandardStreams();
        return new FinishedReply(result);
    }

    private void Publish(CellOutput output) => replies.Write(new OutputReply(output));

    private string? ReadLine()
    {
        if (!allowInput)
            throw new InvalidOperationException(NotebookConsole.InputRefused);
        while (typedLines.TryTake(out _))
        {
            // Lines typed for an interrupted cell are not for this one.
        }
        replies.Write(new LineWantedReply());
        string? line = typedLines.Take();
        interrupt.Token.ThrowIfCancellationRequested();
        return line;
    }

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
                case InterruptCellRequest:
                    _ = interrupt.CancelAsync();
                    break;
                case TypedLineRequest typed:
                    typedLines.Add(typed.Line);
                    break;
                case ShutdownRequest:
                    work.CompleteAdding();
                    Thread.Sleep(ShutdownGrace);
                    EndAtOnce();
                    break;
                case RunCellRequest cell:
                    interrupt = new CancellationTokenSource();
                    work.Add(cell);
                    break;
                case { } question:
                    work.Add(question);
                    break;
            }
        }
        EndAtOnce();
    }

    private static void EndAtOnce()
    {
        if (Environment.GetEnvironmentVariable(StartedProcesses.Variable) is { } family)
            StartedProcesses.End(family);
        Posix.EndGroup(Environment.ProcessId);
        Environment.Exit(1);
    }
}
