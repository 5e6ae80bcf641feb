namespace Unrolled.NotebookHost.Workers;

/// <summary>
/// A standard stream of the worker has been read up to the end of the cell. Not sent as JSON: the worker writes its
/// mark into the stream itself, behind everything that the cell, or native code under it, wrote there.
/// </summary>
internal sealed record StreamMark(string Name) : WorkerReply;
