using Vector = MathNet.Numerics.LinearAlgebra.Vector<double>;

namespace Unrolled.Equations.Foundations;

/// <summary>One step of a cell: its named quantities, or, on the way back, their gradients.</summary>
public interface ICellStep
{
    /// <summary>The input x.</summary>
    Vector Input { get; }

    /// <summary>The output y.</summary>
    Vector Output { get; }

    /// <summary>The state that the step found.</summary>
    State Before { get; }

    /// <summary>The state that the step left behind.</summary>
    State After { get; }

    /// <summary>Every quantity under its name in the equations, in their order.</summary>
    IReadOnlyList<KeyValuePair<string, Vector>> Quantities => NamedQuantities.Of(this);
}
