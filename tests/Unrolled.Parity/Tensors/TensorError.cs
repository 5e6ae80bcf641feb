namespace Unrolled.Parity.Tensors;

/// <summary>The error of one computed tensor against the recorded one.</summary>
internal sealed record TensorError(string Tensor, double Error, double Tolerance)
{
    internal bool IsWithinTolerance => Error <= Tolerance;

    internal bool IsGradient => Tensor.StartsWith("grad.", StringComparison.Ordinal);
}
