namespace Unrolled;

/// <summary>The error of one computed tensor against the recorded one.</summary>
/// <param name="Tensor">The tensor's name in the file.</param>
/// <param name="Error">
/// The relative error, <see cref="RelativeError.Of"/>; of losses and norms, that of the worst step.
/// </param>
/// <param name="Tolerance">The largest error that is accepted.</param>
public sealed record TensorError(string Tensor, double Error, double Tolerance)
{
    /// <summary>Whether the error is accepted; NaN is not.</summary>
    public bool IsWithinTolerance => Error <= Tolerance;

    /// <summary>Whether the tensor is a gradient.</summary>
    public bool IsGradient => Tensor.StartsWith("grad.", StringComparison.Ordinal);
}
