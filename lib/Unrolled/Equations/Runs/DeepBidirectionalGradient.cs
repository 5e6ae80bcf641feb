using Unrolled.Equations.Foundations;
using Vector = MathNet.Numerics.LinearAlgebra.Vector<double>;

namespace Unrolled.Equations.Runs;

/// <summary>The gradient of a loss with respect to everything that took part in a deep bidirectional run.</summary>
/// <param name="Layers">That of each layer, from the lowest up.</param>
public sealed record DeepBidirectionalGradient(IReadOnlyList<BidirectionalGradient> Layers)
{
    /// <summary>dL/dθ of all layers, in the order of <see cref="DeepBidirectional.Parameters"/>.</summary>
    public ParameterSet OfParameters
    {
        get
        {
            var all = new ParameterSet();
            for (int l = 0; l < Layers.Count; l++)
                all.Add($"{l + 1}", Layers[l].OfParameters);
            return all;
        }
    }

    /// <summary>dL/dx at every step.</summary>
    public IReadOnlyList<Vector> OfInputs => Layers[0].OfInputs;
}
