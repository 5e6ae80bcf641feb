namespace Unrolled;

/// <summary>
/// Draws of a class, such as the next symbol of a text, from the logits a that a network gives.
/// <code>
/// p_k = \frac{e^{a_k / τ}}{\sum_j e^{a_j / τ}}
/// </code>
/// The temperature τ (Ackley, Hinton and Sejnowski 1985) is 1 where the network's own probabilities are wanted. Below 1
/// the probable classes become more probable still, and towards 0 only the largest logit is left; far above 1 all
/// classes become equally probable.
/// </summary>
public static class Sampling
{
    /// <summary>The probability of every class.</summary>
    /// <param name="logits">a, [class], at least one; −∞ for a class that is excluded.</param>
    /// <param name="temperature">τ, more than 0 and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">The temperature is 0, negative, NaN or infinite.</exception>
    /// <exception cref="ArgumentException">
    /// There is no logit, one is NaN or +∞, or all are −∞.
    /// </exception>
    public static double[] Softmax(ReadOnlySpan<float> logits, double temperature = 1)
    {
        if (!(temperature > 0 && double.IsFinite(temperature)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(temperature),
                temperature,
                FormattableString.Invariant(
                    $"temperature is {temperature}; expected a finite number of more than 0."));
        }

        double largest = Largest(logits);
        double[] p = new double[logits.Length];
        for (int k = 0; k < p.Length; k++)
            p[k] = Math.Exp((logits[k] - largest) / temperature);
        double sum = p.Sum();
        for (int k = 0; k < p.Length; k++)
            p[k] /= sum;
        return p;
    }

    /// <summary>A class, drawn with the probabilities of <see cref="Softmax"/>.</summary>
    /// <param name="logits">a, [class], at least one; −∞ for a class that is excluded.</param>
    /// <param name="temperature">τ, more than 0 and finite.</param>
    /// <param name="random">The seeded source.</param>
    /// <inheritdoc cref="Softmax"/>
    public static int Draw(ReadOnlySpan<float> logits, double temperature, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        double[] p = Softmax(logits, temperature);
        double left = random.NextDouble();
        int drawn = 0;
        for (int k = 0; k < p.Length; k++)
        {
            // Rounding can leave a little over after the last class; one of probability 0 does not get it.
            if (p[k] > 0)
                drawn = k;
            left -= p[k];
            if (left < 0)
                break;
        }

        return drawn;
    }

    private static double Largest(ReadOnlySpan<float> logits)
    {
        double largest = double.NegativeInfinity;
        for (int k = 0; k < logits.Length; k++)
        {
            if (float.IsNaN(logits[k]) || float.IsPositiveInfinity(logits[k]))
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"logits[{k}] is {logits[k]}; expected a number less than infinity."),
                    nameof(logits));
            }

            largest = Math.Max(largest, logits[k]);
        }

        return double.IsFinite(largest)
            ? largest
            : throw new ArgumentException("No class has a logit above -∞; expected at least one.", nameof(logits));
    }
}
