using System.Diagnostics;
using Unrolled.NotebookHost.Display;

namespace Unrolled.NotebookHost.Execution.Directives;

/// <summary>Measures from here to the end of the cell, compilation included.</summary>
internal sealed class TimeDirective : IDirective
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; } = ["#!time"];

    /// <inheritdoc/>
    public string Usage => "#!time: shows how long the rest of the cell took";

    /// <inheritdoc/>
    public Task ExecuteAsync(DirectiveCall call, CellExecution cell)
    {
        long start = Stopwatch.GetTimestamp();
        cell.AtEnd(() =>
        {
            string text = FormattableString.Invariant(
                $"Wall time: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0.0} ms");
            cell.Display.Output.Publish(new DisplayOutput(MimeBundle.Of(("text/plain", text))));
        });
        return Task.CompletedTask;
    }
}
