using System.Globalization;
using Unrolled.NotebookHost.Cells;

namespace Unrolled.NotebookHost.Display;

/// <summary>
/// The line that tells how far the long work of a cell has come: step, loss, time left. It appears when the cell has
/// run for a second, changes at most five times a second, and disappears with the end of the cell. Of several works at
/// once the first is told. A work that is interrupted ends here, between two of its steps.
/// </summary>
/// <param name="output">The sink of the cell's outputs.</param>
/// <param name="clock">The time.</param>
internal sealed class LiveLine(OutputSink output, TimeProvider clock)
    : IProgress<(long Step, long Steps, double Loss)>
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly Lock gate = new();
    private bool isOpen;
    private bool isShown;
    private long dueAt;

    // Of the work that is told: its thread, when it was last heard of, and from where its speed is measured.
    private int thread;
    private long heardAt;
    private long startedAt;
    private (long Step, long Steps) start;
    private long lastStep;

    /// <summary>A cell begins.</summary>
    public void Begin()
    {
        lock (gate)
        {
            (isOpen, isShown, thread) = (true, false, 0);
            dueAt = clock.GetTimestamp() + Ticks(Delay);
        }
    }

    /// <summary>The cell has ended; the line is erased.</summary>
    public void End()
    {
        lock (gate)
        {
            if (isShown)
                output.Publish(new ProgressOutput(""));
            isOpen = false;
        }
    }

    /// <inheritdoc/>
    public void Report((long Step, long Steps, double Loss) value)
    {
        if (Interruption.IsRequested)
            Interruption.Check();
        // Works on several threads do not wait for each other.
        if (!gate.TryEnter())
            return;
        try
        {
            if (isOpen)
                Hear(value, clock.GetTimestamp());
        }
        finally
        {
            gate.Exit();
        }
    }

    private void Hear((long Step, long Steps, double Loss) work, long now)
    {
        if (thread != Environment.CurrentManagedThreadId && thread != 0 && now - heardAt < Ticks(Delay))
            return;
        bool isSame = thread == Environment.CurrentManagedThreadId && work.Steps == start.Steps && work.Step > lastStep;
        if (!isSame)
            (thread, startedAt, start) = (Environment.CurrentManagedThreadId, now, (work.Step, work.Steps));
        (heardAt, lastStep) = (now, work.Step);
        if (now < dueAt)
            return;
        dueAt = now + Ticks(Pause);
        isShown = true;
        output.Publish(new ProgressOutput(Text(work, clock.GetElapsedTime(startedAt, now))));
    }

    private string Text((long Step, long Steps, double Loss) work, TimeSpan elapsed)
    {
        long done = work.Step - start.Step;
        string left = done > 0 && work.Step < work.Steps
            ? $", {Duration(elapsed * ((work.Steps - work.Step) / (double)done))} left"
            : "";
        return string.Create(
            CultureInfo.InvariantCulture, $"step {work.Step} of {work.Steps}, loss {work.Loss:G4}{left}");
    }

    private static string Duration(TimeSpan time) =>
        time.TotalSeconds < 60 ? $"{Math.Ceiling(time.TotalSeconds):0} s"
        : time.TotalMinutes < 60 ? $"{(int)time.TotalMinutes} min {time.Seconds} s"
        : $"{(int)time.TotalHours} h {time.Minutes} min";

    private long Ticks(TimeSpan time) => (long)(time.TotalSeconds * clock.TimestampFrequency);
}
