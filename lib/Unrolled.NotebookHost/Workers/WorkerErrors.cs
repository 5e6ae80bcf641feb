using System.Globalization;
using Unrolled.NotebookHost.Display;

namespace Unrolled.NotebookHost.Workers;

/// <summary>The reasons for which the host itself ends a worker.</summary>
internal static class WorkerErrors
{
    public static ErrorOutput CellTimeout(TimeSpan limit) =>
        Of("CellTimeout", $"The cell ran longer than --cell-timeout {Seconds(limit)} s and was ended.");

    public static ErrorOutput NotebookTimeout(TimeSpan limit) =>
        Of("NotebookTimeout", $"The notebook ran longer than --timeout {Seconds(limit)} s and was ended.");

    public static ErrorOutput Memory(WorkerLimits limits) =>
        Of("MemoryLimit", $"The notebook used more than {MemoryLimit(limits)} and was ended.");

    public static ErrorOutput TooMuchOutput() =>
        Of("OutputLimit", $"The cell showed more than {WorkerLimits.OutputBytes >> 20} MB and was ended.");

    public static ErrorOutput NotStarted(string why) =>
        Of("NotStarted", $"The notebook's process did not start: {why}");

    public static ErrorOutput UnreadableReply(string why) =>
        Of("ProtocolError", $"The notebook's process sent a reply that cannot be read: {why}");

    /// <summary>An error from inside a cell, with the limit named where memory ran out.</summary>
    public static ErrorOutput NamingTheLimit(ErrorOutput error, WorkerLimits limits) =>
        limits.MemoryBytes is not null && error.Name.EndsWith(nameof(OutOfMemoryException), StringComparison.Ordinal)
            ? error with { Message = $"{error.Message} (The limit is {MemoryLimit(limits)}.)" }
            : error;

    public static string MemoryLimit(WorkerLimits limits) => limits.MemoryBytes is { } bytes
        ? $"--memory {bytes >> 20} MB"
        : $"{limits.ResidentBytes >> 20} MB, three quarters of the machine's memory";

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);

    private static ErrorOutput Of(string name, string message) =>
        new(name, message, [$"{name}: {message}"], Line: null);
}

/// <summary>The end of a worker's process while it had a cell to run.</summary>
internal sealed class WorkerEndedException(ErrorOutput error) : Exception(error.Message)
{
    /// <summary>The reason in the form in which the notebook shows it.</summary>
    public ErrorOutput Error { get; } = error;
}
