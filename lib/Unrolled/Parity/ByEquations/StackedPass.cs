namespace Unrolled;

/// <summary>
/// One sequence forwards and back through a stack; lists run layer by layer, forwards before backwards.
/// </summary>
/// <param name="Outputs">y at every step.</param>
/// <param name="Final">The final states.</param>
/// <param name="OfInputs">dL/dx at every step.</param>
/// <param name="OfInitial">The gradients of the initial states.</param>
/// <param name="OfParameters">dL/dθ, held in cells.</param>
internal sealed record StackedPass(
    IReadOnlyList<Vector> Outputs,
    IReadOnlyList<State> Final,
    IReadOnlyList<Vector> OfInputs,
    IReadOnlyList<State> OfInitial,
    IReadOnlyList<ICell> OfParameters);
