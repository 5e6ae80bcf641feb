namespace Unrolled;

/// <summary>
/// One step of a recurrent network and its backward pass: all that training, stacking and analysis need to know of a
/// model. The equations of the step are in the model's own file.
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
    /// <param name="previous">The state of the step before.</param>
    /// <returns>Every named quantity of the step.</returns>
    /// <exception cref="ArgumentException">A shape is wrong, or x holds a NaN or an infinity.</exception>
    ICellStep Forward(Vector x, State previous);

    /// <summary>
    /// The same step backward, by the chain rule. A quantity's gradient has its shape, so the gradients of a step are
    /// a step, and those of the parameters are a cell.
    /// </summary>
    /// <param name="step">The result of <see cref="Forward"/>, with the parameters that the cell still has.</param>
    /// <param name="dy">dL/dy, [<see cref="OutputSize"/>]: the gradient of this step's loss.</param>
    /// <param name="dNext">dL/dstate: what all later steps ask of the state that this step leaves behind.</param>
    /// <param name="gradients">The gradients to which this step's share of dL/dθ is added.</param>
    /// <returns>The gradient of every named quantity; its <see cref="ICellStep.Before"/> is the next step's
    /// <paramref name="dNext"/> in the backward pass.</returns>
    /// <exception cref="ArgumentException">A shape is wrong, or the step or gradients are another model's.</exception>
    ICellStep Backward(ICellStep step, Vector dy, State dNext, ICell gradients);

    /// <summary>A cell of the same sizes whose parameters are all 0: the place to add gradients up in.</summary>
    ICell ZerosLike();
}

/// <summary>One step of a cell: its named quantities or, from a backward pass, their gradients.</summary>
public interface ICellStep
{
    /// <summary>The input x.</summary>
    Vector Input { get; }

    /// <summary>The output y.</summary>
    Vector Output { get; }

    /// <summary>The state that the step found.</summary>
    State Before { get; }

    /// <summary>The state after the step.</summary>
    State After { get; }

    /// <summary>Every quantity under its name in the equations, in their order.</summary>
    IReadOnlyList<KeyValuePair<string, Vector>> Quantities => NamedQuantities.Of(this);
}

/// <summary>Runs a cell over a sequence.</summary>
public static class CellExtensions
{
    /// <summary>Takes one step for every input, handing the state on.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="xs">The inputs, [time, <see cref="ICell.InputSize"/>], at least one.</param>
    /// <param name="initial">The state before the first step; <see cref="ICell.InitialState"/> when null.</param>
    /// <returns>Every named quantity of every step.</returns>
    /// <exception cref="ArgumentException">A sequence is empty, a shape wrong, or a number not finite.</exception>
    public static CellTrace Run(this ICell cell, IReadOnlyList<Vector> xs, State? initial = null)
    {
        ArgumentNullException.ThrowIfNull(cell);
        Shapes.RequireSequence(xs, cell.InputSize, nameof(xs));
        var state = initial ?? cell.InitialState;
        Shapes.RequireSizes(state, cell.StateSizes, nameof(initial));
        foreach (var part in state)
            Shapes.RequireFinite(part, nameof(initial));

        var steps = new ICellStep[xs.Count];
        for (int t = 0; t < steps.Length; t++)
        {
            steps[t] = cell.Forward(xs[t], state);
            state = steps[t].After;
        }

        return new CellTrace(steps);
    }
}
