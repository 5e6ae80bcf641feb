
namespace Unrolled;

/// <summary>Shortens gradients that are too long.</summary>
public static class GradientClipping
{
    /// <summary>The norm of all gradients taken as one vector.</summary>
    public static double Norm(ParameterList parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        double sum = 0;
        foreach (Parameter parameter in parameters)
        {
            foreach (float g in parameter.Gradient.Values)
                sum += (double)g * g;
        }

        return Math.Sqrt(sum);
    }

    /// <summary>
    /// g ← g · min(1, c / (‖g‖ + 1e-6)), where ‖g‖ is the norm of all gradients taken as one vector (Pascanu, Mikolov
    /// and Bengio 2013; the 1e-6 is torch's).
    /// </summary>
    /// <param name="parameters">Whose gradients are changed.</param>
    /// <param name="limit">c.</param>
    /// <returns>‖g‖ as it was.</returns>
    public static double ByNorm(ParameterList parameters, double limit)
    {
        double norm = Norm(parameters);
        double factor = limit / (norm + 1e-6);
        if (factor < 1)
        {
            foreach (Parameter parameter in parameters)
            {
                foreach (ref float g in parameter.Gradient.Values.AsSpan())
                    g = (float)(g * factor);
            }
        }

        return norm;
    }

    /// <summary>g ← max(−c, min(c, g)), for every number alone.</summary>
    /// <param name="parameters">Whose gradients are changed.</param>
    /// <param name="limit">c.</param>
    public static void ByValue(ParameterList parameters, double limit)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        foreach (Parameter parameter in parameters)
        {
            foreach (ref float g in parameter.Gradient.Values.AsSpan())
                g = Math.Clamp(g, (float)-limit, (float)limit);
        }
    }
}
