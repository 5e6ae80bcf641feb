using Unrolled.NotebookHost.Outputs;

namespace Unrolled.NotebookHost.Workers.Protocol;

/// <summary>The running cell shows something.</summary>
internal sealed record OutputReply(CellOutput Output) : WorkerReply;
