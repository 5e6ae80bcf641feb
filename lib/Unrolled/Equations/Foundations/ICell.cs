using Vector = MathNet.Numerics.LinearAlgebra.Vector<double>;

namespace Unrolled.Equations.Foundations;

/// <summary>
/// One step of a recurrent network and the way back through it: all that learning, stacking and looking inside need
/// to know of a model. What the step computes stands in the model's own file.
/// </summary>
public interface ICell
{
    /// <summary>The number of elements of an input x.</summary>
    int InputSize { get; }

    /// <summary>The number of elements of an output y.</summary>
    int OutputSize { get; }

    /// <summary>The sizes of the vectors that one step hands to the next: [h], or [h, c] for an LSTM.</summary>
    IReadOnlyList<int> StateSizes { get; }

    /// <summary>The state before the first step, when none is given.</summary>
    State InitialState { get; }

    /// <summary>
    /// The learned numbers, by the names of the equations; live, so that writing to them changes the cell.
    /// </summary>
    ParameterSet Parameters { get; }

    /// <summary>One step forward.</summary>
    /// <param name="x">The input, [<see cref="InputSize"/>].</param>
    /// <param name="previous">The state that the step before left behind.</param>
    /// <returns>Every named quantity of the step.</returns>
    /// <exception cref="ArgumentException">A shape is wrong, or x holds a NaN or an infinity.</exception>
    ICellStep Forward(Vector x, State previous);

    /// <summary>
    /// The same step backward, by the chain rule. A quantity's gradient has its shape, so the gradients of a step are
    /// a step, and those of the parameters are a cell.
    /// </summary>
    /// <param name="step">What <see cref="Forward"/> returned.</param>
    /// <param name="dy">dL/dy, [<see cref="OutputSize"/>]: what the loss of this step asks of its output.</param>
    /// <param name="dNext">dL/dstate: what all later steps ask of the state that this step leaves behind.</param>
    /// <param name="gradients">Where this step's share of dL/dθ is added.</param>
    /// <returns>The gradient of every named quantity; its <see cref="ICellStep.Before"/> is the next step's
    /// <paramref name="dNext"/> on the way back.</returns>
    /// <exception cref="ArgumentException">A shape is wrong, or the step or gradients are another model's.</exception>
    ICellStep Backward(ICellStep step, Vector dy, State dNext, ICell gradients);

    /// <summary>A cell of the same sizes whose parameters are all 0: the place to add gradients up in.</summary>
    ICell ZerosLike();
}
