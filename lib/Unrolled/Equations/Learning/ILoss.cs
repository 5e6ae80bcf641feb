using Vector = MathNet.Numerics.LinearAlgebra.Vector<double>;

namespace Unrolled.Equations.Learning;

/// <summary>How far an output is from its target, and which way is worse.</summary>
public interface ILoss
{
    /// <summary>The loss of one output.</summary>
    /// <param name="y">The output.</param>
    /// <param name="target">What it should have been, of the same shape.</param>
    double Value(Vector y, Vector target);

    /// <summary>dL/dy, of the shape of y.</summary>
    /// <param name="y">The output.</param>
    /// <param name="target">What it should have been, of the same shape.</param>
    Vector Gradient(Vector y, Vector target);
}
