using MathNet.Numerics.Random;

namespace Unrolled.Equations.Foundations;

/// <summary>Draws the first weights.</summary>
public static class Initialize
{
    /// <summary>Draws every number of every parameter from U[−bound, bound), in the parameters' order.</summary>
    /// <param name="parameters">What to draw.</param>
    /// <param name="bound">The largest absolute value.</param>
    /// <param name="random">The seeded source.</param>
    public static void Uniform(ParameterSet parameters, double bound, RandomSource random)
    {
        foreach (var parameter in parameters)
        {
            for (int i = 0; i < parameter.Values.Length; i++)
                parameter.Values[i] = bound * (2 * random.NextDouble() - 1);
        }
    }
}
