namespace Unrolled;

/// <summary>The next steps of long streams that run side by side, as vectors or as symbols.</summary>
public sealed record StreamWindow
{
    /// <summary>A window of vectors.</summary>
    /// <param name="inputs">[time, batch, input].</param>
    /// <param name="targets">The targets.</param>
    /// <param name="begins">Whether the streams begin here, from zero state.</param>
    public StreamWindow(Tensor inputs, Targets targets, bool begins)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(targets);
        (Inputs, Targets, Begins) = (inputs, targets, begins);
    }

    /// <summary>A window of symbols.</summary>
    /// <param name="symbols">[time, batch], each from 0.</param>
    /// <param name="targets">The targets.</param>
    /// <param name="begins">Whether the streams begin here, from zero state.</param>
    public StreamWindow(int[,] symbols, Targets targets, bool begins)
    {
        ArgumentNullException.ThrowIfNull(symbols);
        ArgumentNullException.ThrowIfNull(targets);
        (Symbols, Targets, Begins) = (symbols, targets, begins);
    }

    /// <summary>The vectors, [time, batch, input]; null if the window holds symbols.</summary>
    public Tensor? Inputs { get; }

    /// <summary>The symbols, [time, batch]; null if the window holds vectors.</summary>
    public int[,]? Symbols { get; }

    /// <summary>The targets.</summary>
    public Targets Targets { get; }

    /// <summary>Whether the streams begin here, from zero state.</summary>
    public bool Begins { get; init; }

    /// <summary>The number of streams.</summary>
    internal int Batch => Symbols?.GetLength(1) ?? Inputs!.Dimensions[1];

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

    /// <summary>
    /// Cuts a text into streams, and these into windows that follow one another; only the first begins. The target of
    /// every symbol is the next one. The last symbols of the text, fewer than there are streams, may be left out.
    /// </summary>
    /// <param name="text">The symbols, from 0.</param>
    /// <param name="streams">The number of parts of one length that are read side by side.</param>
    /// <param name="length">The number of steps of a window; the last window has the steps that remain.</param>
    /// <returns>The windows, in the order of time.</returns>
    /// <exception cref="ArgumentException">The text has no step for every stream.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not positive.</exception>
    public static IReadOnlyList<StreamWindow> Cut(IReadOnlyList<int> text, int streams, int length)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(streams, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        int steps = (text.Count - 1) / streams;
        if (steps < 1)
        {
            throw new ArgumentException(
                $"text has {text.Count} symbols; expected at least {streams + 1}, for a symbol and a target in each of "
                + $"{streams} streams.",
                nameof(text));
        }

        return [.. from start in Enumerable.Range(0, (steps + length - 1) / length)
                   select Window(text, streams, steps, start * length, Math.Min(length, steps - start * length))];
    }

    private static StreamWindow Window(IReadOnlyList<int> text, int streams, int steps, int start, int length)
    {
        int[,] symbols = new int[length, streams];
        int[,] next = new int[length, streams];
        for (int b = 0; b < streams; b++)
        {
            for (int t = 0; t < length; t++)
            {
                int place = b * steps + start + t;
                (symbols[t, b], next[t, b]) = (text[place], text[place + 1]);
            }
        }

        return new StreamWindow(symbols, new ClassTargets(next), begins: start == 0);
    }

    private static StreamWindow Window(IReadOnlyList<ClassExample> streams, int start, int length)
    {
        Range steps = start..(start + length);
        ClassExample[] parts = [.. streams.Select(stream =>
            new ClassExample(stream.Inputs[steps], stream.Targets[steps], stream.Mask[steps]))];
        return new StreamWindow(
            Padding.Inputs([.. parts.Select(part => part.Inputs)]),
            ClassTargets.Of(parts, OutputAt.EveryStep),
            begins: start == 0);
    }
}
