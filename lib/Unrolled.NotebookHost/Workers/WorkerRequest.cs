using System.Text.Json.Serialization;

namespace Unrolled.NotebookHost.Workers;

/// <summary>What the host asks of a worker: one JSON line.</summary>
[JsonDerivedType(typeof(RunCellRequest), "execute")]
[JsonDerivedType(typeof(InterruptCellRequest), "interrupt")]
[JsonDerivedType(typeof(TypedLineRequest), "input")]
[JsonDerivedType(typeof(CompletionRequest), "complete")]
[JsonDerivedType(typeof(InspectionRequest), "inspect")]
[JsonDerivedType(typeof(CompletenessRequest), "completeness")]
[JsonDerivedType(typeof(ShutdownRequest), "shutdown")]
internal abstract record WorkerRequest;
