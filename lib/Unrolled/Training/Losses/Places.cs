using Unrolled.Layers;

namespace Unrolled.Training.Losses;

/// <summary>
/// The places of an output, [time, batch] or [batch]: all its dimensions but the last, which holds the features.
/// </summary>
internal static class Places
{
    internal static int Count(Tensor output)
    {
        if (output.Dimensions.Length < 2 || output.Count == 0)
        {
            throw new ArgumentException(
                $"output has shape {Tensor.Format([.. output.Shape])}; expected […, features] with at least one value.", nameof(output));
        }

        return output.Count / output.Dimensions[^1];
    }

    /// <summary>The sum of the mask: how many places count.</summary>
    internal static double Weight(Tensor output, Tensor? mask)
    {
        if (mask is null)
            return Count(output);
        mask.Require(nameof(mask), output.Dimensions[..^1]);
        double weight = 0;
        foreach (float one in mask.Values)
            weight += one is 0 or 1 ? one : throw new ArgumentException($"mask holds {one}; expected only 0 and 1.", nameof(mask));
        return weight > 0 ? weight : throw new ArgumentException("mask is 0 everywhere; expected at least one place that counts.", nameof(mask));
    }
}
