using System.ComponentModel;
using System.Diagnostics;
using System.IO.Pipes;
using System.Text;
using System.Text.Json;
using Unrolled.NotebookHost.Display;
using Unrolled.NotebookHost.Execution;
using Unrolled.NotebookHost.Programs;

namespace Unrolled.NotebookHost.Workers;

/// <summary>
/// A child process that runs one notebook's cells. Messages travel over two anonymous pipes, because standard output
/// and error belong to the cells and to native code under them; those are read as streams.
/// </summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private const int StandardStreams = 2;
    private static readonly TimeSpan MemoryPoll = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan EndGrace = Patience.OfSeconds(3);

    private readonly Process process;
    private readonly int processId;
    private readonly string family;
    private readonly AnonymousPipeServerStream requests;
    private readonly AnonymousPipeServerStream replies;
    private readonly WorkerLimits limits;
    private readonly ReplyQueue events = new();
    private readonly OutputAllowance allowance = new();
    private readonly CrashText standardError = new();
    private readonly CancellationTokenSource ended = new();
    private readonly SemaphoreSlim sending = new(1);
    private readonly List<CellOutput> betweenCells = [];
    private readonly Task exit;
    private ErrorOutput? endReason;
    private int runningCell;

    private WorkerProcess(
        Process process, AnonymousPipeServerStream requests, AnonymousPipeServerStream replies, string mark,
        string family, WorkerLimits limits)
    {
        (this.process, this.requests, this.replies, this.limits) = (process, requests, replies, limits);
        this.family = family;
        processId = process.Id;
        byte[] markBytes = Encoding.ASCII.GetBytes(mark);
        Task[] readers =
        [
            OnThread(ReadReplies),
            OnThread(() => ReadStream(StreamOutput.StandardOutput, process.StandardOutput.BaseStream, markBytes)),
            OnThread(() => ReadStream(StreamOutput.StandardError, process.StandardError.BaseStream, markBytes)),
        ];
        exit = WatchExitAsync(readers);
        _ = WatchMemoryAsync();
    }

    /// <summary>Starts a worker and waits until it is ready for cells.</summary>
    /// <param name="folder">Its working directory: the notebook's folder.</param>
    /// <param name="limits">Its limits.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="WorkerEndedException">It ended before it was ready.</exception>
    public static async Task<WorkerProcess> StartAsync(
        string folder, WorkerLimits limits, CancellationToken cancellationToken = default)
    {
        WorkerProcess worker = Start(folder, limits);
        try
        {
            await worker.AwaitReadyAsync(cancellationToken);
            return worker;
        }
        catch
        {
            await worker.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs one cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="publish">Called for everything that it shows, one call at a time, in order.</param>
    /// <param name="cancellationToken">Ends the worker.</param>
    /// <param name="readLine">
    /// Called for each line that the cell reads from the console; null where no reader is present.
    /// </param>
    /// <exception cref="WorkerEndedException">The process ended, or was ended because it broke a limit.</exception>
    public async Task<CellResult> ExecuteAsync(
        RunCellRequest cell, Action<CellOutput> publish, CancellationToken cancellationToken = default,
        Func<Task<string?>>? readLine = null)
    {
        betweenCells.ForEach(publish);
        betweenCells.Clear();
        standardError.Clear();
        allowance.BeginCell();
        runningCell = cell.Number;
        await SendAsync(cell with { AllowInput = readLine is not null });
        using Timer? timeout = CellTimer();
        await using CancellationTokenRegistration cancellation = cancellationToken.Register(Kill);
        if (await ReadToEndOfCellAsync(publish, readLine) is { } result)
            return result.Error is { } error ? new CellResult(WorkerErrors.NamingTheLimit(error, limits)) : result;
        cancellationToken.ThrowIfCancellationRequested();
        throw Ended();
    }

    /// <summary>
    /// Asks the running cell, if it allows interrupts, to stop. The worker and its variables stay.
    /// </summary>
    public Task InterruptAsync() => SendAsync(new InterruptCellRequest());

    /// <summary>Why the process ended while no cell ran; null when it lives.</summary>
    public async Task<ErrorOutput?> EndReasonAsync()
    {
        if (!process.HasExited)
            return null;
        await exit;
        return Ended().Error;
    }

    /// <summary>Evaluates a condition over the variables of the cells that have run.</summary>
    /// <param name="condition">The condition, in C#.</param>
    /// <param name="cancellationToken">Ends the worker.</param>
    /// <exception cref="WorkerEndedException">The process ended, or was ended because it broke a limit.</exception>
    public async Task<ConditionResult> EvaluateAsync(string condition, CancellationToken cancellationToken = default)
    {
        using Timer? timeout = CellTimer();
        await using CancellationTokenRegistration cancellation = cancellationToken.Register(Kill);
        try
        {
            return await AskAsync(new ConditionRequest(condition)) switch
            {
                ConditionReply reply => reply.Result,
                var refused => ConditionResult.Failed(((RefusedReply)refused).Reason),
            };
        }
        catch (WorkerEndedException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw;
        }
    }

    /// <summary>Sends a request for completions, a description or completeness while no cell runs.</summary>
    /// <returns>The answer, of the request's own kind or a <see cref="RefusedReply"/>.</returns>
    /// <exception cref="WorkerEndedException">The process ended.</exception>
    public async Task<WorkerReply> AskAsync(WorkerRequest question)
    {
        await SendAsync(question);
        await foreach ((WorkerReply reply, _) in events.ReadAllAsync())
        {
            if (reply is OutputReply { Output: var output })
                betweenCells.Add(output);
            else
                return reply;
        }
        throw Ended();
    }

    /// <summary>Lets the worker end in good order after its last cell.</summary>
    /// <param name="publish">Called for text that threads of the notebook wrote after that cell.</param>
    public async Task FinishAsync(Action<CellOutput> publish)
    {
        await SendAsync(new ShutdownRequest());
        using CancellationTokenSource patience = new(EndGrace);
        try
        {
            await foreach ((WorkerReply reply, int bytes) in events.ReadAllAsync(patience.Token))
                if (reply is OutputReply { Output: var output } && allowance.Takes(output, bytes))
                    publish(output);
        }
        catch (OperationCanceledException)
        {
            // A thread that writes without end does not keep the notebook.
        }
    }

    /// <summary>Ends the worker for a reason, with which the running cell fails.</summary>
    public void End(ErrorOutput reason)
    {
        Interlocked.CompareExchange(ref endReason, reason, null);
        Kill();
    }

    /// <summary>Lets the worker end in good order, or ends it; nothing that it started stays.</summary>
    public async ValueTask DisposeAsync()
    {
        await SendAsync(new ShutdownRequest());
        events.Complete();
        await Task.WhenAny(exit, Task.Delay(EndGrace));
        Kill();
        await exit;
        await requests.DisposeAsync();
        await replies.DisposeAsync();
        process.Dispose();
        ended.Dispose();
    }

    private static WorkerProcess Start(string folder, WorkerLimits limits)
    {
        // RS, which text does not contain, and a word that no cell can guess.
        string mark = $"\u001e{Guid.NewGuid():N}\u001e";
        string family = Guid.NewGuid().ToString("N");
        lock (ProcessStart.Gate)
        {
            AnonymousPipeServerStream requests = new(PipeDirection.Out, HandleInheritability.Inheritable);
            AnonymousPipeServerStream replies = new(PipeDirection.In, HandleInheritability.Inheritable);
            ProcessStartInfo start = HostExecutable.StartInfo();
            start.ArgumentList.Add("worker");
            start.ArgumentList.Add(requests.GetClientHandleAsString());
            start.ArgumentList.Add(replies.GetClientHandleAsString());
            start.ArgumentList.Add(mark);
            start.WorkingDirectory = folder;
            start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
            // Ctrl-C at the terminal is for the host alone; elsewhere the worker leads a group of its own.
            if (OperatingSystem.IsWindows())
                start.CreateNewProcessGroup = true;
            start.Environment[StartedProcesses.Variable] = family;
            // The pipes for debuggers and profilers would stay in the temporary folder when it is killed.
            start.Environment.TryAdd("DOTNET_EnableDiagnostics", "0");
            if (limits.ManagedHeapBytes is { } heap)
                start.Environment["DOTNET_GCHeapHardLimit"] = heap.ToString("X");
            try
            {
                Process process = Process.Start(start)!;
                process.StandardInput.Close();
                requests.DisposeLocalCopyOfClientHandle();
                replies.DisposeLocalCopyOfClientHandle();
                return new WorkerProcess(process, requests, replies, mark, family, limits);
            }
            catch (Win32Exception exception)
            {
                requests.Dispose();
                replies.Dispose();
                throw new WorkerEndedException(WorkerErrors.NotStarted(exception.Message));
            }
        }
    }

    // Ends the worker when a cell has run for too long; null where there is no limit.
    private Timer? CellTimer() => limits.CellTimeout is { } limit
        ? new Timer(_ => End(WorkerErrors.CellTimeout(limit)), null, limit, Timeout.InfiniteTimeSpan)
        : null;

    private static Task OnThread(Action work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private async Task AwaitReadyAsync(CancellationToken cancellationToken)
    {
        await using CancellationTokenRegistration cancellation = cancellationToken.Register(Kill);
        await foreach ((WorkerReply reply, _) in events.ReadAllAsync(CancellationToken.None))
            if (reply is ReadyReply)
                return;
        cancellationToken.ThrowIfCancellationRequested();
        throw Ended();
    }

    // Null when the process ended first. The cell is over when its result and both streams' marks have arrived.
    private async Task<CellResult?> ReadToEndOfCellAsync(Action<CellOutput> publish, Func<Task<string?>>? readLine)
    {
        CellResult? result = null;
        int marks = 0;
        await foreach ((WorkerReply reply, int bytes) in events.ReadAllAsync())
        {
            switch (reply)
            {
                case OutputReply output when !allowance.Takes(output.Output, bytes):
                    End(WorkerErrors.TooMuchOutput());
                    break;
                case OutputReply { Output: ErrorOutput error }:
                    publish(WorkerErrors.NamingTheLimit(error, limits));
                    break;
                case OutputReply output:
                    publish(output.Output);
                    break;
                case LineWantedReply:
                    _ = AnswerInputAsync(readLine!);
                    break;
                case FinishedReply finished:
                    result = finished.Result;
                    break;
                case StreamMark:
                    marks++;
                    break;
            }
            if (result is not null && marks == StandardStreams)
                return result;
        }
        return null;
    }

    // Beside the outputs, which continue while the reader types.
    private async Task AnswerInputAsync(Func<Task<string?>> readLine) =>
        await SendAsync(new TypedLineRequest(await readLine()));

    private async Task SendAsync(WorkerRequest request)
    {
        await sending.WaitAsync();
        try
        {
            await requests.WriteAsync(WireFormat.Encode(request));
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // The worker has ended; its exit explains the reason to the caller that waits for its answer.
        }
        finally
        {
            sending.Release();
        }
    }

    private void ReadReplies()
    {
        LineReader lines = new(replies, WorkerLimits.OutputBytes);
        try
        {
            while (lines.Read() is { } line)
                events.Add(WireFormat.Decode<WorkerReply>(line.Span), line.Length);
            if (lines.WasTooLong)
                End(WorkerErrors.TooMuchOutput());
        }
        catch (JsonException exception) when (!process.HasExited)
        {
            End(WorkerErrors.UnreadableReply(exception.Message));
        }
        catch (JsonException)
        {
            // The process died in the middle of a line.
        }
    }

    private void ReadStream(string name, Stream stream, byte[] mark)
    {
        CrashFilter? filter = name == StreamOutput.StandardError ? new CrashFilter() : null;
        new MarkedStreamReader(stream, mark, OnText, OnMark).Run();

        void OnText(string text)
        {
            if (filter is not null)
                standardError.Add(text);
            Publish(filter?.Pass(text) ?? text);
        }

        void OnMark()
        {
            Publish(filter?.Release() ?? "");
            events.Add(new StreamMark(name), 0);
        }

        void Publish(string text)
        {
            if (text.Length > 0)
                events.Add(new OutputReply(new StreamOutput(name, text)), Encoding.UTF8.GetByteCount(text));
        }
    }

    private async Task WatchExitAsync(Task[] readers)
    {
        await process.WaitForExitAsync();
        await ended.CancelAsync();
        Posix.EndGroup(processId);
        StartedProcesses.End(family);
        PackageRestorer.RemoveFolderOf(processId);
        // A process that left the group may still hold a stream open; what it writes is no longer the cell's.
        await Task.WhenAny(Task.WhenAll(readers), Task.Delay(EndGrace));
        events.Complete();
    }

    private async Task WatchMemoryAsync()
    {
        using PeriodicTimer timer = new(MemoryPoll);
        try
        {
            while (await timer.WaitForNextTickAsync(ended.Token))
                if (ResidentMemory.Of(process) > limits.ResidentBytes)
                    End(WorkerErrors.Memory(limits));
        }
        catch (Exception exception)
            when (exception is OperationCanceledException or InvalidOperationException or IOException)
        {
            // The process has ended.
        }
    }

    private void Kill()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or AggregateException)
        {
            // It has ended already.
        }
        Posix.EndGroup(processId);
    }

    private WorkerEndedException Ended() =>
        new(endReason ?? CrashReport.Describe(process.ExitCode, standardError.ToString(), runningCell, limits));
}
