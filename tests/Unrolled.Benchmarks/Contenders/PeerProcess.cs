using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Unrolled.Benchmarks.Measuring;
using Unrolled.Benchmarks.Workloads;

namespace Unrolled.Benchmarks.Contenders;

/// <summary>
/// A peer's program while it runs. It says "ready" and its version, and then answers each line, "work cell input hidden
/// time batch runs seconds streaming-steps-in-a-run", with the milliseconds of every run.
/// </summary>
internal sealed class PeerProcess : IContender, IDisposable
{
    private const string Ready = "ready ";

    private readonly Process process;
    private readonly StringBuilder complaints = new();

    private PeerProcess(Process process)
    {
        this.process = process;
        process.ErrorDataReceived += (_, line) => complaints.AppendLine(line.Data);
        process.BeginErrorReadLine();
    }

    /// <summary>The version of its library.</summary>
    internal string Version { get; private set; } = "";

    /// <exception cref="PeerMissingException">It cannot be started, or does not get ready.</exception>
    internal static PeerProcess Start(IPeer peer, int threads)
    {
        ProcessStartInfo start = peer.Program();
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        PeerEnvironment.Apply(start.Environment, threads);
        PeerProcess started = new(Start(start));
        if (started.process.StandardOutput.ReadLine() is { } line && line.StartsWith(Ready, StringComparison.Ordinal))
        {
            started.Version = line[Ready.Length..];
            return started;
        }

        string reason = started.Complaints();
        started.Dispose();
        throw new PeerMissingException(reason);
    }

    /// <exception cref="InvalidOperationException">It did not answer; the message is its error output.</exception>
    public IReadOnlyList<double> Measure(Work work, CellKind cell, Workload workload, RunPlan plan)
    {
        process.StandardInput.WriteLine(Request(work, cell, workload, plan));
        process.StandardInput.Flush();
        if (process.StandardOutput.ReadLine() is not { } answer)
            throw new InvalidOperationException($"{process.StartInfo.FileName} ended: {Complaints()}");
        int steps = work == Work.StreamingStep ? RunPlan.StreamingStepsInRun : 1;
        return [.. answer.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(number => double.Parse(number, CultureInfo.InvariantCulture) / steps)];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    // Its output has ended, so it ends too, and its error output is complete.
    private string Complaints()
    {
        process.WaitForExit();
        return complaints.ToString().Trim();
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new PeerMissingException($"{start.FileName} is not installed");
        }
    }

    private static string Request(Work work, CellKind cell, Workload workload, RunPlan plan) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Words.Of(work).Replace(' ', '-')} {Words.Of(cell)} {workload.Input} {workload.Hidden} "
        + $"{workload.Time} {workload.Batch} {plan.Runs} {plan.Seconds} {RunPlan.StreamingStepsInRun}");
}
