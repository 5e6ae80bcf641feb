namespace Unrolled;

/// <summary>
/// Clipping of gradients that are too long, of layers in <see cref="float"/> and of cells in <see cref="double"/>.
/// </summary>
public static class GradientClipping
{
    /// <summary>The Euclidean norm ‖g‖ of all gradients of layers, taken as one vector.</summary>
    /// <param name="parameters">The parameters with their gradients.</param>
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

    /// <summary>The Euclidean norm ‖g‖ of all gradients of a cell, taken as one vector.</summary>
    /// <param name="gradients">The gradients.</param>
    public static double Norm(ParameterSet gradients)
    {
        ArgumentNullException.ThrowIfNull(gradients);
        return gradients.Norm;
    }

    /// <summary>
    /// g ← g · min(1, c / (‖g‖ + 1e-6)), where ‖g‖ is the norm of all gradients taken as one vector (Pascanu, Mikolov
    /// and Bengio 2013; the 1e-6 is torch's).
    /// </summary>
    /// <param name="parameters">The parameters whose gradients are changed.</param>
    /// <param name="limit">c, more than 0.</param>
    /// <returns>‖g‖ before clipping.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit is 0, negative or NaN.</exception>
    public static double ByNorm(ParameterList parameters, double limit)
    {
        double norm = Norm(parameters);
        double factor = Factor(norm, limit);
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

    /// <inheritdoc cref="ByNorm(ParameterList, double)"/>
    /// <param name="gradients">The gradients of a cell, which are changed.</param>
    /// <param name="limit">c, more than 0.</param>
    public static double ByNorm(ParameterSet gradients, double limit)
    {
        double norm = Norm(gradients);
        double factor = Factor(norm, limit);
        if (factor < 1)
            gradients.Scale(factor);
        return norm;
    }

    /// <summary>g ← max(−c, min(c, g)), for each element alone.</summary>
    /// <param name="parameters">The parameters whose gradients are changed.</param>
    /// <param name="limit">c, more than 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is 0, negative or NaN.</exception>
    public static void ByValue(ParameterList parameters, double limit)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        TrainingCheck.RequirePositive(limit, nameof(limit));
        foreach (Parameter parameter in parameters)
        {
            foreach (ref float g in parameter.Gradient.Values.AsSpan())
                g = Math.Clamp(g, (float)-limit, (float)limit);
        }
    }

    /// <inheritdoc cref="ByValue(ParameterList, double)"/>
    /// <param name="gradients">The gradients of a cell, which are changed.</param>
    /// <param name="limit">c, more than 0.</param>
    public static void ByValue(ParameterSet gradients, double limit)
    {
        ArgumentNullException.ThrowIfNull(gradients);
        TrainingCheck.RequirePositive(limit, nameof(limit));
        foreach (ParameterView gradient in gradients)
        {
            foreach (ref double g in gradient.Values.AsSpan())
                g = Math.Clamp(g, -limit, limit);
        }
    }

    private static double Factor(double norm, double limit) =>
        TrainingCheck.RequirePositive(limit, nameof(limit)) / (norm + 1e-6);
}
