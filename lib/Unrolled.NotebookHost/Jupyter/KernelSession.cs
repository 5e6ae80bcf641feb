using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Display;
using Unrolled.NotebookHost.Execution;
using Unrolled.NotebookHost.Programs;
using Unrolled.NotebookHost.Workers;

namespace Unrolled.NotebookHost.Jupyter;

/// <summary>
/// A notebook that a person edits: its cells run in a worker's process, which is replaced when it ends.
/// </summary>
/// <param name="folder">The notebook's folder.</param>
/// <param name="publish">Called with the type and the content of everything that Jupyter is to publish.</param>
/// <param name="readLine">Asks the user for a line.</param>
internal sealed class KernelSession(string folder, Action<string, JsonObject> publish, Func<Task<string?>> readLine)
    : IAsyncDisposable
{
    private static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(.3);
    private static readonly TimeSpan InterruptGrace = Patience.OfSeconds(5);

    private readonly CellHistory history = new();
    private Task<WorkerProcess>? worker;
    private CellMessages messages = NewMessages();
    private ErrorOutput? lost;
    private volatile RunningCell? running;

    /// <summary>Starts the first worker before a cell needs it.</summary>
    public void Start() => worker ??= WorkerProcess.StartAsync(folder, new WorkerLimits());

    /// <summary>Answers a request.</summary>
    /// <returns>The content of its reply.</returns>
    public async Task<JsonObject> AnswerAsync(KernelRequest request)
    {
        try
        {
            return request switch
            {
                ExecuteRequest cell => Numbered(await ExecuteAsync(cell), cell),
                CompleteRequest complete => await CompleteAsync(complete),
                InspectRequest inspect => await InspectAsync(inspect),
                IsCompleteRequest isComplete => await CheckAsync(isComplete),
                HistoryRequest query => new JsonObject { ["status"] = "ok", ["history"] = history.Find(query) },
                _ => throw new ArgumentException($"{request.GetType().Name} has no reply.", nameof(request)),
            };
        }
        catch (WorkerEndedException ended)
        {
            await ForgetWorkerAsync(ended.Error);
            JsonObject failure = Failure(ended.Error);
            return request is ExecuteRequest cell ? Numbered(failure, cell) : failure;
        }
    }

    /// <summary>Stops the running cell; if an earlier request did not stop it, ends its process.</summary>
    public async Task InterruptAsync()
    {
        if (running is not { } cell || worker is not { IsCompletedSuccessfully: true, Result: var process })
            return;
        if (cell.HasNotStopped)
        {
            process.End(KernelErrors.EndedByInterrupt());
            return;
        }
        await process.InterruptAsync();
        await Task.Delay(StopGrace);
        if (running == cell && !cell.IsStopping)
        {
            cell.IsStopping = true;
            cell.Show(KernelErrors.IsStopping);
        }
        await Task.Delay(InterruptGrace);
        if (running == cell && !cell.HasNotStopped)
        {
            cell.HasNotStopped = true;
            cell.Show(KernelErrors.DoesNotStop);
        }
    }

    /// <summary>Ends the worker: in good order when no cell runs, at once otherwise.</summary>
    public async ValueTask DisposeAsync()
    {
        // One that is still starting ends by itself when this process does.
        if (worker is not { IsCompletedSuccessfully: true, Result: var process })
            return;
        if (running is not null)
            process.End(KernelErrors.EndedByInterrupt());
        await process.DisposeAsync();
    }

    private async Task<JsonObject> ExecuteAsync(ExecuteRequest request)
    {
        using RunningCell cell = new(output => Publish(output, request));
        try
        {
            WorkerProcess process = await WorkerAsync();
            if (lost is { } reason)
                cell.Show(KernelErrors.FreshSession(reason));
            lost = null;
            running = cell;
            return await ExecuteAsync(request, cell, process);
        }
        catch (WorkerEndedException ended)
        {
            cell.Show(ended.Error);
            throw;
        }
        finally
        {
            running = null;
        }
    }

    private async Task<JsonObject> ExecuteAsync(ExecuteRequest request, RunningCell cell, WorkerProcess process)
    {
        Func<Task<string?>>? input = request.AllowStdin ? () => ReadLineAsync(cell) : null;
        CellResult result = await process.ExecuteAsync(ToWorker(request, request.Code), cell.Show, readLine: input);
        if (request is { StoreHistory: true, Silent: false })
            history.Add(request.ExecutionCount, request.Code, cell.Result);
        if (result.Error is { } error)
            return Failure(error);
        return new JsonObject
        {
            ["status"] = "ok",
            ["payload"] = new JsonArray(),
            ["user_expressions"] = await EvaluateAsync(process, request),
        };
    }

    private void Publish(CellOutput output, ExecuteRequest request)
    {
        if (request.Silent)
            return;
        (string type, JsonObject content) = messages.Of(output, request.ExecutionCount);
        publish(type, content);
    }

    private Task<string?> ReadLineAsync(RunningCell cell)
    {
        cell.Flush();
        return readLine();
    }

    private static async Task<JsonObject> EvaluateAsync(WorkerProcess process, ExecuteRequest request)
    {
        JsonObject values = [];
        foreach ((string name, string expression) in request.UserExpressions)
        {
            MimeBundle? value = null;
            CellResult result = await process.ExecuteAsync(
                ToWorker(request, expression), output => value = output is ResultOutput shown ? shown.Data : value);
            JsonObject answer = result.Error is { } error
                ? CellMessages.Error(error)
                : CellMessages.Bundle(value ?? new MimeBundle([]));
            answer["status"] = result.Succeeded ? "ok" : "error";
            values[name] = answer;
        }
        return values;
    }

    private static RunCellRequest ToWorker(ExecuteRequest request, string code) =>
        new(request.ExecutionCount, "", code, AllowInterrupt: true);

    private async Task<JsonObject> CompleteAsync(CompleteRequest request) =>
        await AskAsync(new CompletionRequest(request.Code, CodePoints.ToUnits(request.Code, request.CursorPos))) switch
        {
            CompletionReply reply => LanguageReplies.Of(reply.Completions, request.Code),
            var other => Refusal(other),
        };

    private async Task<JsonObject> InspectAsync(InspectRequest request) =>
        await AskAsync(new InspectionRequest(
            request.Code, CodePoints.ToUnits(request.Code, request.CursorPos),
            InDetail: request.DetailLevel > 0)) switch
        {
            InspectionReply reply => LanguageReplies.Of(reply.Inspection),
            var other => Refusal(other),
        };

    private async Task<JsonObject> CheckAsync(IsCompleteRequest request) =>
        await AskAsync(new CompletenessRequest(request.Code)) switch
        {
            CompletenessReply reply => LanguageReplies.Of(reply.Completeness),
            _ => new JsonObject { ["status"] = "unknown" },
        };

    private async Task<WorkerReply> AskAsync(WorkerRequest question) => await (await WorkerAsync()).AskAsync(question);

    private async Task<WorkerProcess> WorkerAsync()
    {
        // A thread that a cell left behind may have ended the process since.
        if (worker is { IsCompletedSuccessfully: true, Result: var process }
            && await process.EndReasonAsync() is { } reason)
            await ForgetWorkerAsync(reason);
        Start();
        return await worker!;
    }

    private async Task ForgetWorkerAsync(ErrorOutput reason)
    {
        lost = reason;
        messages = NewMessages();
        if (worker is { IsCompletedSuccessfully: true, Result: var process })
            await process.DisposeAsync();
        worker = null;
    }

    private static CellMessages NewMessages() => new(Guid.NewGuid().ToString("N")[..8]);

    private static JsonObject Numbered(JsonObject reply, ExecuteRequest cell)
    {
        reply["execution_count"] = cell.ExecutionCount;
        return reply;
    }

    private static JsonObject Failure(ErrorOutput error)
    {
        JsonObject reply = CellMessages.Error(error);
        reply["status"] = "error";
        return reply;
    }

    private static JsonObject Refusal(WorkerReply reply)
    {
        string reason = reply is RefusedReply refused
            ? refused.Reason
            : $"The worker answered with {reply.GetType().Name}.";
        return Failure(new ErrorOutput("KernelError", reason, [$"KernelError: {reason}"], Line: null));
    }
}
