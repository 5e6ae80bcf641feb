using System.Text.Json.Serialization;

namespace Unrolled.NotebookHost.Workers.Protocol;

/// <summary>What a worker tells the host: one JSON line.</summary>
[JsonDerivedType(typeof(ReadyReply), "ready")]
[JsonDerivedType(typeof(OutputReply), "output")]
[JsonDerivedType(typeof(FinishedReply), "finished")]
internal abstract record WorkerReply;
