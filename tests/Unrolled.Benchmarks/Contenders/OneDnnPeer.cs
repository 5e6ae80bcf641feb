using System.ComponentModel;
using System.Diagnostics;
using Unrolled.Benchmarks.Workloads;

namespace Unrolled.Benchmarks.Contenders;

/// <summary>
/// oneDNN's LSTM, which current PyTorch calls, through Debian's libdnnl-dev; compiled before it is started.
/// </summary>
/// <param name="compiler">The C++ compiler.</param>
internal sealed class OneDnnPeer(string compiler = "g++") : IPeer
{
    public string Name => "oneDNN";

    public bool Offers(Work work, CellKind cell) => cell == CellKind.Lstm && work != Work.StreamingStep;

    public ProcessStartInfo Program()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "Contenders");
        string program = Path.Combine(folder, "onednn");
        string unfinished = Path.Combine(folder, Path.GetRandomFileName());
        try
        {
            Compile(Path.Combine(folder, "onednn.cpp"), unfinished);
            File.Move(unfinished, program, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }

        return new ProcessStartInfo(program);
    }

    private void Compile(string source, string program)
    {
        using Process process = Start(
            new ProcessStartInfo(compiler, ["-O2", "-o", program, source, "-ldnnl"]) { RedirectStandardError = true });
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode == 0)
            return;
        throw new PeerMissingException(errors.Contains("dnnl.hpp: No such file", StringComparison.Ordinal)
            || errors.Contains("cannot find -ldnnl", StringComparison.Ordinal)
            ? "libdnnl-dev is not installed"
            : $"{source} does not compile: {errors.TrimEnd()}");
    }

    private Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new PeerMissingException($"{compiler} is not installed");
        }
    }
}
