using System.Text.Json.Serialization;
using Unrolled.NotebookHost.Display;
using Unrolled.NotebookHost.Execution;
using Unrolled.NotebookHost.Execution.Editor;

namespace Unrolled.NotebookHost.Workers;

/// <summary>A request of the host to a worker: one JSON line.</summary>
[JsonDerivedType(typeof(RunCellRequest), "execute")]
[JsonDerivedType(typeof(InterruptCellRequest), "interrupt")]
[JsonDerivedType(typeof(TypedLineRequest), "input")]
[JsonDerivedType(typeof(ConditionRequest), "evaluate")]
[JsonDerivedType(typeof(CompletionRequest), "complete")]
[JsonDerivedType(typeof(InspectionRequest), "inspect")]
[JsonDerivedType(typeof(CompletenessRequest), "completeness")]
[JsonDerivedType(typeof(ShutdownRequest), "shutdown")]
internal abstract record WorkerRequest;

/// <summary>Runs a cell.</summary>
/// <param name="Number">The cell's 1-based number among the notebook's code cells.</param>
/// <param name="Id">The cell's id; may be empty.</param>
/// <param name="Source">The cell's text.</param>
/// <param name="AllowInterrupt">Whether an <see cref="InterruptCellRequest"/> may follow.</param>
/// <param name="AllowInput">Whether a reader can answer the cell when it reads from the console.</param>
internal sealed record RunCellRequest(
    int Number, string Id, string Source, bool AllowInterrupt = false, bool AllowInput = false) : WorkerRequest;

/// <summary>Stops the running cell; the session stays.</summary>
internal sealed record InterruptCellRequest : WorkerRequest;

/// <summary>The reader's answer to a <see cref="LineWantedReply"/>.</summary>
/// <param name="Line">The line; null for the end of the input.</param>
internal sealed record TypedLineRequest(string? Line) : WorkerRequest;

/// <summary>Requests the value of a condition.</summary>
/// <param name="Condition">The condition, in C#.</param>
internal sealed record ConditionRequest(string Condition) : WorkerRequest;

/// <summary>Requests the completions at a position.</summary>
/// <param name="Source">The cell's text.</param>
/// <param name="Position">The place in it, in UTF-16 units.</param>
internal sealed record CompletionRequest(string Source, int Position) : WorkerRequest;

/// <summary>Requests the description of the symbol at a position.</summary>
/// <param name="Source">The cell's text.</param>
/// <param name="Position">The place in it, in UTF-16 units.</param>
/// <param name="InDetail">Whether overloads and remarks are wanted too.</param>
internal sealed record InspectionRequest(string Source, int Position, bool InDetail) : WorkerRequest;

/// <summary>Asks whether a text is complete or needs another line.</summary>
internal sealed record CompletenessRequest(string Source) : WorkerRequest;

/// <summary>Ends the worker in good order: there are no more cells.</summary>
internal sealed record ShutdownRequest : WorkerRequest;

/// <summary>A reply of a worker to the host: one JSON line.</summary>
[JsonDerivedType(typeof(ReadyReply), "ready")]
[JsonDerivedType(typeof(OutputReply), "output")]
[JsonDerivedType(typeof(LineWantedReply), "input")]
[JsonDerivedType(typeof(FinishedReply), "finished")]
[JsonDerivedType(typeof(ConditionReply), "value")]
[JsonDerivedType(typeof(CompletionReply), "completion")]
[JsonDerivedType(typeof(InspectionReply), "inspection")]
[JsonDerivedType(typeof(CompletenessReply), "completeness")]
[JsonDerivedType(typeof(RefusedReply), "refused")]
internal abstract record WorkerReply;

/// <summary>The worker has started and waits for cells.</summary>
internal sealed record ReadyReply : WorkerReply;

/// <summary>An output of the running cell.</summary>
internal sealed record OutputReply(CellOutput Output) : WorkerReply;

/// <summary>The running cell reads from the console and waits for a <see cref="TypedLineRequest"/>.</summary>
internal sealed record LineWantedReply : WorkerReply;

/// <summary>The cell has ended.</summary>
internal sealed record FinishedReply(CellResult Result) : WorkerReply;

/// <summary>The value of a condition.</summary>
internal sealed record ConditionReply(ConditionResult Result) : WorkerReply;

/// <summary>The completions.</summary>
internal sealed record CompletionReply(CompletionList Completions) : WorkerReply;

/// <summary>The description; null where the position has no symbol.</summary>
internal sealed record InspectionReply(Inspection? Inspection) : WorkerReply;

/// <summary>The answer to a <see cref="CompletenessRequest"/>.</summary>
internal sealed record CompletenessReply(Completeness Completeness) : WorkerReply;

/// <summary>A question about the notebook's language could not be answered.</summary>
/// <param name="Reason">Why.</param>
internal sealed record RefusedReply(string Reason) : WorkerReply;

/// <summary>
/// A standard stream of the worker has been read up to the end of the cell. Not sent as JSON: the worker writes its
/// mark into the stream itself, behind everything that the cell, or native code under it, wrote there.
/// </summary>
internal sealed record StreamMark(string Name) : WorkerReply;
