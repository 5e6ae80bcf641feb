
namespace Unrolled;

/// <summary>
/// Normally distributed numbers, computed by comparisons, sums, products and square roots alone, which IEEE 754 rounds
/// in the same way everywhere; logarithms and cosines differ in their last bit between platforms.
/// <para>
/// Box and Muller 1958: a direction in the plane, times √(2E) with E exponential, gives two normal numbers, of which
/// one is used. The direction is that of a point drawn from the disc (Marsaglia's polar method); E is found by
/// comparing uniform numbers (von Neumann 1951, Various Techniques Used in Connection with Random Digits).
/// </para>
/// </summary>
public static class Gaussian
{
    /// <summary>Draws a number of mean 0 and this standard deviation.</summary>
    /// <param name="deviation">The standard deviation, at least 0.</param>
    /// <param name="random">The seeded source.</param>
    /// <exception cref="ArgumentOutOfRangeException">The deviation is negative or not finite.</exception>
    public static double Draw(double deviation, Random random)
    {
        if (!(deviation >= 0 && double.IsFinite(deviation)))
            throw new ArgumentOutOfRangeException(
                nameof(deviation), deviation, $"deviation is {deviation}; expected a finite number of at least 0.");
        return deviation * (Cosine(random) * Math.Sqrt(2 * Exponential(random)));
    }

    private static double Cosine(Random random)
    {
        while (true)
        {
            double x = 2 * random.NextDouble() - 1;
            double y = 2 * random.NextDouble() - 1;
            double squaredRadius = x * x + y * y;
            if (squaredRadius is > 0 and < 1)
                return x / Math.Sqrt(squaredRadius);
        }
    }

    // A falling run u1 > u2 > … > un is of odd length n with probability e^−u1, given u1; every even one adds 1.
    private static double Exponential(Random random)
    {
        for (int whole = 0; ; whole++)
        {
            double first = random.NextDouble();
            double last = first;
            int length = 1;
            for (double next = random.NextDouble(); next < last; next = random.NextDouble())
            {
                last = next;
                length++;
            }

            if (length % 2 == 1)
                return whole + first;
        }
    }
}
