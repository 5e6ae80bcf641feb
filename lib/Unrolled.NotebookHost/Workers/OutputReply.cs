using Unrolled.NotebookHost.Display;

namespace Unrolled.NotebookHost.Workers;

/// <summary>The running cell shows something.</summary>
internal sealed record OutputReply(CellOutput Output) : WorkerReply;
