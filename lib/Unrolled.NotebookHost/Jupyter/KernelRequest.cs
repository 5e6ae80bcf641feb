using System.Text.Json.Serialization;

namespace Unrolled.NotebookHost.Jupyter;

/// <summary>
/// What Jupyter's side asks of the host: one JSON line. The fields are those of the Jupyter messaging protocol's requests.
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
