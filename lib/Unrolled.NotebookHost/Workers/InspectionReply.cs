using Unrolled.NotebookHost.Execution.Language;

namespace Unrolled.NotebookHost.Workers.Protocol;

/// <summary>What stands there; null where there is nothing to say.</summary>
internal sealed record InspectionReply(Inspection? Inspection) : WorkerReply;
