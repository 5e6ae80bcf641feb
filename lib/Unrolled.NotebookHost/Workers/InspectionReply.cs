using Unrolled.NotebookHost.Execution.Editor;

namespace Unrolled.NotebookHost.Workers;

/// <summary>What stands there; null where there is nothing to say.</summary>
internal sealed record InspectionReply(Inspection? Inspection) : WorkerReply;
