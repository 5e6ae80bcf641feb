using Unrolled.Layers;

namespace Unrolled.Training.Losses;

/// <summary>Says which places count in a loss: 1 where they do, 0 where they do not.</summary>
public static class Mask
{
    /// <summary>The steps that belong to each sequence, [time, batch].</summary>
    /// <param name="lengths">Each sequence's length.</param>
    /// <param name="time">The steps of the batch.</param>
    /// <exception cref="ArgumentException">A length is not 1 to the steps of the batch.</exception>
    public static Tensor OfLengths(IReadOnlyList<int> lengths, int time)
    {
        ArgumentNullException.ThrowIfNull(lengths);
        Tensor mask = new(time, lengths.Count);
        for (int b = 0; b < lengths.Count; b++)
        {
            if (lengths[b] < 1 || lengths[b] > time)
                throw new ArgumentException($"lengths[{b}] is {lengths[b]}; expected 1 to {time}.", nameof(lengths));
            for (int t = 0; t < lengths[b]; t++)
                mask[t, b] = 1;
        }

        return mask;
    }
}
