using System.Globalization;
using System.Runtime.InteropServices;

namespace Unrolled;

/// <summary>The machine on which a run was made, as far as it explains a time; neither its name nor a path.</summary>
internal static class ProcessorName
{
    private const string LinuxProcessors = "/proc/cpuinfo";

    /// <summary>The processor and its number of threads, without a comma.</summary>
    internal static string Description { get; } = string.Create(
        CultureInfo.InvariantCulture,
        $"{Processor().Replace(',', ' ').Replace('"', ' ').Trim()}; {Environment.ProcessorCount} threads");

    private static string Processor() =>
        FromLinux()
        ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER")
        ?? RuntimeInformation.ProcessArchitecture.ToString();

    private static string? FromLinux()
    {
        try
        {
            return File.Exists(LinuxProcessors)
                ? File.ReadLines(LinuxProcessors)
                    .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?
                    .Split(':', 2)[1].Trim()
                : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
