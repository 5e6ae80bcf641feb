using System.Text.Json.Serialization;

namespace Unrolled.NotebookHost.Workers;

/// <summary>What a worker tells the host: one JSON line.</summary>
[JsonDerivedType(typeof(ReadyReply), "ready")]
[JsonDerivedType(typeof(OutputReply), "output")]
[JsonDerivedType(typeof(LineWantedReply), "input")]
[JsonDerivedType(typeof(FinishedReply), "finished")]
[JsonDerivedType(typeof(CompletionReply), "completion")]
[JsonDerivedType(typeof(InspectionReply), "inspection")]
[JsonDerivedType(typeof(CompletenessReply), "completeness")]
[JsonDerivedType(typeof(RefusedReply), "refused")]
internal abstract record WorkerReply;
