
namespace Unrolled;

/// <summary>
/// Dropout: sets each number to 0 with the probability p and divides the others by 1 − p, which keeps the expected
/// value (Srivastava et al. 2014, scaled while training as in torch).
/// </summary>
/// <param name="rate">p, at least 0 and less than 1.</param>
public sealed class Dropout(float rate)
{
    /// <summary>p.</summary>
    public float Rate { get; } = LayerCheck.RequireRate(rate, nameof(rate));

    /// <summary>The numbers that are kept.</summary>
    /// <param name="x">Any shape.</param>
    /// <param name="source">The random numbers; without them, as in inference, x passes unchanged.</param>
    /// <param name="reuse">An earlier mask whose buffer may be overwritten.</param>
    /// <param name="reuseOutput">An earlier y that may be overwritten.</param>
    /// <returns>
    /// y, and the mask that x was multiplied by, for <see cref="Backward"/>; null without dropout.
    /// </returns>
    public (Tensor Output, Tensor? Mask) Forward(
        Tensor x, Random? source, Tensor? reuse = null, Tensor? reuseOutput = null)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (source is null || Rate == 0)
            return (x, null);
        Tensor mask = Tensor.Sized(reuse, x.Dimensions);
        float scale = 1 / (1 - Rate);
        for (int i = 0; i < mask.Count; i++)
            mask.Values[i] = source.NextDouble() < Rate ? 0 : scale;
        return (Product(x, mask, reuseOutput), mask);
    }

    /// <summary>dL/dx = dL/dy ⊙ mask.</summary>
    /// <param name="dOutput">dL/dy.</param>
    /// <param name="mask">The mask of <see cref="Forward"/>; null without dropout.</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Tensor Backward(Tensor dOutput, Tensor? mask)
    {
        ArgumentNullException.ThrowIfNull(dOutput);
        return mask is null ? dOutput : Product(dOutput.Require(nameof(dOutput), mask.Dimensions), mask, null);
    }

    /// <summary>The same, in place of dL/dy.</summary>
    internal static void BackwardInPlace(Tensor dOutput, Tensor? mask)
    {
        for (int i = 0; mask is not null && i < mask.Count; i++)
            dOutput.Values[i] *= mask.Values[i];
    }

    private static Tensor Product(Tensor x, Tensor mask, Tensor? reuse)
    {
        Tensor y = Tensor.Sized(reuse, x.Dimensions);
        for (int i = 0; i < y.Count; i++)
            y.Values[i] = x.Values[i] * mask.Values[i];
        return y;
    }
}
