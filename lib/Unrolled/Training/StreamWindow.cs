namespace Unrolled;

/// <summary>The next steps of long streams that run side by side.</summary>
/// <param name="Inputs">[time, batch, input].</param>
/// <param name="Targets">The targets.</param>
/// <param name="Begins">Whether the streams begin here, from zero state.</param>
public sealed record StreamWindow(Tensor Inputs, Targets Targets, bool Begins)
{
    /// <summary>Cuts streams into windows that follow one another; only the first begins.</summary>
    /// <param name="streams">At least one, all of one length.</param>
    /// <param name="length">The number of steps of a window; the last window has the steps that remain.</param>
    /// <returns>The windows, in the order of time.</returns>
    /// <exception cref="ArgumentException">There is no stream, or their lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The length is not positive.</exception>
    public static IReadOnlyList<StreamWindow> Cut(IReadOnlyList<ClassExample> streams, int length)
    {
        ArgumentNullException.ThrowIfNull(streams);
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        if (streams.Count == 0)
            throw new ArgumentException("There is no stream; expected at least one.", nameof(streams));
        int total = streams[0].Length;
        for (int b = 0; b < streams.Count; b++)
        {
            if (streams[b].Length != total)
            {
                throw new ArgumentException(
                    $"streams[{b}] has {streams[b].Length} steps; expected {total}, as the first has.",
                    nameof(streams));
            }
        }

        return [.. from start in Enumerable.Range(0, (total + length - 1) / length)
                   select Window(streams, start * length, Math.Min(length, total - start * length))];
    }

    private static StreamWindow Window(IReadOnlyList<ClassExample> streams, int start, int length)
    {
        Range steps = start..(start + length);
        ClassExample[] parts = [.. streams.Select(stream =>
            new ClassExample(stream.Inputs[steps], stream.Targets[steps], stream.Mask[steps]))];
        return new StreamWindow(
            Padding.Inputs([.. parts.Select(part => part.Inputs)]),
            ClassTargets.Of(parts, OutputAt.EveryStep),
            Begins: start == 0);
    }
}
