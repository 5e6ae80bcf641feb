using System.Text.Json.Serialization;

namespace Unrolled.NotebookHost.Workers.Protocol;

/// <summary>What the host asks of a worker: one JSON line.</summary>
[JsonDerivedType(typeof(ExecuteRequest), "execute")]
[JsonDerivedType(typeof(InterruptRequest), "interrupt")]
[JsonDerivedType(typeof(InputRequest), "input")]
[JsonDerivedType(typeof(CompleteRequest), "complete")]
[JsonDerivedType(typeof(InspectRequest), "inspect")]
[JsonDerivedType(typeof(CompletenessRequest), "completeness")]
[JsonDerivedType(typeof(ShutdownRequest), "shutdown")]
internal abstract record WorkerRequest;
