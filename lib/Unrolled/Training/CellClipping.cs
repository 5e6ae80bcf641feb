
namespace Unrolled;

/// <summary>Shortens gradients that are too long.</summary>
public static class CellClipping
{
    /// <summary>
    /// g ← g · min(1, c / (‖g‖ + 1e-6)), where ‖g‖ is the norm of all gradients taken as one vector (Pascanu, Mikolov
    /// and Bengio 2013; the 1e-6 is torch's).
    /// </summary>
    /// <param name="gradients">The gradients, changed in place.</param>
    /// <param name="limit">c.</param>
    /// <returns>‖g‖ as it was.</returns>
    public static double ByGlobalNorm(ParameterSet gradients, double limit)
    {
        double norm = gradients.Norm;
        double factor = limit / (norm + 1e-6);
        if (factor < 1)
            gradients.Scale(factor);
        return norm;
    }
}
