using Unrolled.Equations.Foundations;

namespace Unrolled.Equations.Learning;

/// <summary>Changes the parameters of one model, given their gradients.</summary>
public interface IOptimizer
{
    /// <summary>One change of every parameter, in place.</summary>
    /// <param name="parameters">The parameters; the same model's at every call.</param>
    /// <param name="gradients">dL/dθ, in the same order and shapes.</param>
    void Step(ParameterSet parameters, ParameterSet gradients);
}
