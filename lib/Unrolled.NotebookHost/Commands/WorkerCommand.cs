using System.CommandLine;
using Unrolled.NotebookHost.Workers;

namespace Unrolled.NotebookHost.Commands;

/// <summary>
/// <c>unrolled worker</c>: started by <c>run</c> for each notebook. Hidden, because no user types it.
/// </summary>
internal static class WorkerCommand
{
    public static Command Create()
    {
        Argument<string> requests = new("requests");
        Argument<string> replies = new("replies");
        Argument<string> mark = new("mark");
        Command command = new("worker", "Runs one notebook's cells for another process.") { requests, replies, mark };
        command.Hidden = true;
        command.SetAction(parsed => WorkerServer.Run(
            parsed.GetRequiredValue(requests), parsed.GetRequiredValue(replies), parsed.GetRequiredValue(mark)));
        return command;
    }
}
