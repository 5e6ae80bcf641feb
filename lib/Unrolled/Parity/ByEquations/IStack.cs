namespace Unrolled;

/// <summary>Recurrent layers in torch.nn's arrangement; lists run layer by layer, forwards before backwards.</summary>
internal interface IStack
{
    IReadOnlyList<ICell> Cells { get; }

    /// <summary>The forward and backward pass of one sequence.</summary>
    /// <param name="xs">The inputs.</param>
    /// <param name="initial">The initial states.</param>
    /// <param name="dys">dL/dy at every step.</param>
    /// <param name="dFinal">The gradients of the final states.</param>
    StackedPass Pass(
        IReadOnlyList<Vector> xs, IReadOnlyList<State> initial, IReadOnlyList<Vector> dys, IReadOnlyList<State> dFinal);
}
