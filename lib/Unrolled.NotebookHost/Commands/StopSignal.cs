using System.Runtime.InteropServices;

namespace Unrolled.NotebookHost.Commands;

/// <summary>Ctrl-C and requests to end: the first asks the work to stop, the second ends the process.</summary>
internal sealed class StopSignal : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] registrations;

    public StopSignal() => registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal),
        PosixSignalRegistration.Create(PosixSignal.SIGHUP, OnSignal),
    ];

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in registrations)
            registration.Dispose();
        source.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        if (source.IsCancellationRequested)
            Environment.Exit(ExitCodes.Interrupted);
        // Not on the signal's thread: ending the workers takes a moment, and a second signal must get through.
        _ = source.CancelAsync();
    }
}
