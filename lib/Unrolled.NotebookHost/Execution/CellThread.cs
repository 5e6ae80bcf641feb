using Unrolled.NotebookHost.Cells;

namespace Unrolled.NotebookHost.Execution;

/// <summary>
/// A thread of its own for the code of a cell that may be interrupted. An interrupt stops it in any wait, and by
/// <see cref="InterruptChecks"/> in any loop or method that the cell itself has written, on this thread and in the
/// tasks that it started. What follows an <c>await</c> comes back to the thread whenever it is free; while it is
/// blocked, as by <c>.Result</c>, that runs on the thread pool, so that nothing deadlocks.
/// </summary>
/// <remarks>
/// Libraries and native code are not stopped before they return to the cell. The runtime's own way to stop a thread
/// anywhere, <c>ControlledExecution</c>, does not help: measured on .NET 10.0.12 on Linux, it ended the process in most
/// loops that call or allocate, and let a lock be held for ever.
/// </remarks>
internal sealed class CellThread : SynchronizationContext
{
    private static readonly TimeSpan WaitPoll = TimeSpan.FromMilliseconds(50);

    private readonly object gate = new();
    private Action? handedOver;
    private bool isFree;

    /// <summary>Runs code and all that it awaits.</summary>
    /// <exception cref="InterruptedException">It was interrupted.</exception>
    public static Task<T> RunAsync<T>(Func<Task<T>> code, CancellationToken interrupt)
    {
        TaskCompletionSource<T> end = new(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() => new CellThread().Run(code, end, interrupt)) { IsBackground = true, Name = "cell" }.Start();
        return end.Task;
    }

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback callback, object? state)
    {
        if (!TryHandOver(() => callback(state)))
            base.Post(callback, state);
    }

    /// <inheritdoc/>
    public override SynchronizationContext CreateCopy() => this;

    private void Run<T>(Func<Task<T>> code, TaskCompletionSource<T> end, CancellationToken interrupt)
    {
        SetSynchronizationContext(this);
        Thread thread = Thread.CurrentThread;
        try
        {
            using CancellationTokenRegistration checking = Interruption.Enter(interrupt);
            using CancellationTokenRegistration waking = interrupt.Register(() => _ = WakeAsync(thread, end.Task));
            Task<T> running = code();
            RunUntilEnd(running);
            end.SetResult(running.GetAwaiter().GetResult());
        }
        catch (Exception exception) when (interrupt.IsCancellationRequested && InterruptedException.Caused(exception))
        {
            end.SetException(new InterruptedException(exception, interrupt));
        }
        catch (Exception exception)
        {
            end.SetException(exception);
        }
    }

    private static async Task WakeAsync(Thread thread, Task end)
    {
        // A task that the cell waits for may stop first; its exception then holds the place. Not on the cell's thread,
        // even if the cell itself has interrupted itself.
        await Task.Delay(WaitPoll).ConfigureAwait(false);
        while (!end.IsCompleted)
        {
            await Task.Delay(WaitPoll).ConfigureAwait(false);
            if (thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin))
                thread.Interrupt();
        }
    }

    private void RunUntilEnd(Task code)
    {
        code.ContinueWith(
            _ => Wake(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        while (!code.IsCompleted)
            Next(code)?.Invoke();
    }

    // Null when the code has ended.
    private Action? Next(Task code)
    {
        lock (gate)
        {
            try
            {
                isFree = true;
                while (handedOver is null && !code.IsCompleted)
                    Monitor.Wait(gate);
                Action? next = handedOver;
                handedOver = null;
                return next;
            }
            finally
            {
                isFree = false;
            }
        }
    }

    private bool TryHandOver(Action action)
    {
        lock (gate)
        {
            if (!isFree || handedOver is not null)
                return false;
            handedOver = action;
            Monitor.Pulse(gate);
            return true;
        }
    }

    private void Wake()
    {
        lock (gate)
            Monitor.Pulse(gate);
    }
}

/// <summary>A cell's code was stopped.</summary>
/// <param name="place">The exception that stopped the code; its stack is the place.</param>
/// <param name="interrupt">The token that requested it.</param>
internal sealed class InterruptedException(Exception place, CancellationToken interrupt)
    : OperationCanceledException("The cell was interrupted.", place, interrupt)
{
    /// <summary>The exception that stopped the code; its stack is the place.</summary>
    public Exception Place { get; } = place;

    /// <summary>Whether an exception comes from an interrupt, alone or from several tasks at once.</summary>
    public static bool Caused(Exception exception) => exception switch
    {
        AggregateException several => several.Flatten().InnerExceptions.All(Caused),
        _ => exception is OperationCanceledException or ThreadInterruptedException,
    };
}
