namespace Unrolled;

/// <summary>Refuses what does not fit, by name, with what it is and what it should be.</summary>
internal static class LayerCheck
{
    internal static int RequirePositive(int value, string name) => value >= 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} is {value}; expected at least 1.");

    internal static float RequireRate(float value, string name) => value is >= 0 and < 1
        ? value
        : throw new ArgumentOutOfRangeException(
            name, value, $"{name} is {value}; expected at least 0 and less than 1.");

    internal static void RequireSequences(Tensor x, int inputSize, string name)
    {
        ArgumentNullException.ThrowIfNull(x, name);
        if (x.Shape.Count != 3 || x.Shape[2] != inputSize || x.Count == 0)
        {
            throw new ArgumentException(
                $"{name} has shape {Tensor.Format([.. x.Shape])}; expected [time, batch, {inputSize}] with at least "
                + "one step and one sequence.",
                name);
        }
    }

    internal static void RequireLengths(IReadOnlyList<int>? lengths, int time, int batch)
    {
        if (lengths is null)
            return;
        if (lengths.Count != batch)
            throw new ArgumentException(
                $"lengths has {lengths.Count} numbers; expected {batch}, one for each sequence.", nameof(lengths));
        for (int b = 0; b < batch; b++)
        {
            if (lengths[b] < 1 || lengths[b] > time)
                throw new ArgumentException(
                    $"lengths[{b}] is {lengths[b]}; expected 1 to {time}, the steps of x.", nameof(lengths));
        }
    }
}
