using System.Text.Json.Serialization;

namespace Unrolled.NotebookHost.Jupyter;

/// <summary>
/// A request of Jupyter's side to the host: one JSON line. The fields are those of the Jupyter messaging protocol's
/// requests.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ExecuteRequest), "execute")]
[JsonDerivedType(typeof(CompleteRequest), "complete")]
[JsonDerivedType(typeof(InspectRequest), "inspect")]
[JsonDerivedType(typeof(IsCompleteRequest), "is_complete")]
[JsonDerivedType(typeof(HistoryRequest), "history")]
[JsonDerivedType(typeof(InterruptRequest), "interrupt")]
[JsonDerivedType(typeof(InputReply), "input_reply")]
internal abstract record KernelRequest;

/// <summary>Runs a cell.</summary>
/// <param name="Code">Its text.</param>
/// <param name="Silent">Whether nothing of it is shown.</param>
/// <param name="StoreHistory">Whether the history keeps it.</param>
/// <param name="UserExpressions">Expressions to evaluate when it has succeeded, by the names of their answers.</param>
/// <param name="AllowStdin">Whether the front end can ask its user for a line.</param>
/// <param name="ExecutionCount">The number that the front end shows beside the cell.</param>
internal sealed record ExecuteRequest(
    string Code,
    bool Silent,
    bool StoreHistory,
    IReadOnlyDictionary<string, string> UserExpressions,
    bool AllowStdin,
    int ExecutionCount) : KernelRequest;

/// <summary>Requests the completions at the cursor.</summary>
/// <param name="Code">The cell's text.</param>
/// <param name="CursorPos">The cursor, in code points.</param>
internal sealed record CompleteRequest(string Code, int CursorPos) : KernelRequest;

/// <summary>Requests the description of the symbol at the cursor.</summary>
/// <param name="Code">The cell's text.</param>
/// <param name="CursorPos">The cursor, in code points.</param>
/// <param name="DetailLevel">1 where more than the usual is wanted.</param>
internal sealed record InspectRequest(string Code, int CursorPos, int DetailLevel) : KernelRequest;

/// <summary>Asks whether Enter should run a text or start its next line.</summary>
/// <param name="Code">The text.</param>
internal sealed record IsCompleteRequest(string Code) : KernelRequest;

/// <summary>Requests the cells that have run.</summary>
/// <param name="HistAccessType"><c>tail</c>, <c>range</c> or <c>search</c>.</param>
/// <param name="Output">Whether the results are wanted too.</param>
/// <param name="Start">Of a range: the first cell's number.</param>
/// <param name="Stop">Of a range: the number behind the last cell's.</param>
/// <param name="N">Of a tail or a search: at most so many, the last ones.</param>
/// <param name="Pattern">Of a search: a text with <c>*</c> and <c>?</c>.</param>
/// <param name="Unique">Of a search: each text once.</param>
/// <param name="Session">Of a range: the session; only the running one is kept.</param>
internal sealed record HistoryRequest(
    string HistAccessType,
    bool Output = false,
    int? Start = null,
    int? Stop = null,
    int? N = null,
    string? Pattern = null,
    bool? Unique = null,
    int? Session = null) : KernelRequest;

/// <summary>Stops the running cell. It has no reply.</summary>
internal sealed record InterruptRequest : KernelRequest;

/// <summary>The line that the user typed when a cell read from the console.</summary>
/// <param name="Value">The line; null for the end of the input.</param>
internal sealed record InputReply(string? Value) : KernelRequest;
