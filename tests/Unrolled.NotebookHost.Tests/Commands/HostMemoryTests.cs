using System.Diagnostics;

namespace Unrolled.NotebookHost.Tests.Commands;

/// <summary>The memory of the command itself, which no limit of a notebook's process covers.</summary>
public sealed class HostMemoryTests : IDisposable
{
    private const long MostBytes = 1L << 30;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [NightlyFact]
    public async Task A_cell_that_shows_without_end_does_not_fill_the_hosts_memory()
    {
        folder.WriteNotebook("a.ipynb", "for (;;) display(HTML(new string('x', 5_000_000)));");
        Process command = UnrolledCommand.Start(folder, "run", "a.ipynb", "--output-dir", "out");

        Task<long> peak = PeakAsync(command.Id);
        CommandResult result = await UnrolledCommand.EndAsync(command);

        Assert.Contains("OutputLimit: The cell showed more than 64 MB and was ended.\n", result.Output);
        Assert.InRange(await peak, 1, MostBytes);
    }

    // Linux keeps the highest number; the last one before the end is the peak.
    private static async Task<long> PeakAsync(int process)
    {
        long peak = 0;
        try
        {
            while (ReadPeak(process) is { } now)
            {
                peak = now;
                await Task.Delay(10);
            }
        }
        catch (IOException)
        {
            // It has ended.
        }
        return peak;
    }

    private static long? ReadPeak(int process) =>
        File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:")) is { } line
            ? long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2]) * 1024
            : null;
}
