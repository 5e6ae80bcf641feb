namespace Unrolled;

/// <summary>Random numbers that are uniformly distributed around 0.</summary>
public static class Uniform
{
    /// <summary>Draws a number from U[−bound, bound).</summary>
    /// <param name="bound">The largest absolute value, at least 0.</param>
    /// <param name="random">The seeded source.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bound is negative or not finite.</exception>
    public static double Draw(double bound, Random random)
    {
        if (!(bound >= 0 && double.IsFinite(bound)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(bound), bound, $"bound is {bound}; expected a finite number of at least 0.");
        }

        return bound * (2 * random.NextDouble() - 1);
    }

    /// <summary>Draws a vector with elements from U[−bound, bound).</summary>
    /// <param name="size">The number of elements.</param>
    /// <param name="bound">The largest absolute value, at least 0.</param>
    /// <param name="random">The seeded source.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bound is negative or not finite.</exception>
    public static Vector DrawVector(int size, double bound, Random random) =>
        Vector.Build.Dense(size, _ => Draw(bound, random));
}
