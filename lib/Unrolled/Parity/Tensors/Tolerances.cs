namespace Unrolled;

/// <summary>The largest relative errors that are accepted; see data/torchsharp-reference/README.md.</summary>
/// <param name="Outputs">Of outputs and states of one pass.</param>
/// <param name="Gradients">Of gradients of one pass.</param>
/// <param name="Training">Of losses, norms and weights, which add up over the steps of a training run.</param>
internal sealed record Tolerances(double Outputs, double Gradients, double Training)
{
    /// <summary>For sums in 64 bits.</summary>
    internal static readonly Tolerances OfEquations = new(Outputs: 1e-10, Gradients: 1e-10, Training: 1e-8);

    /// <summary>For sums in 32 bits.</summary>
    internal static readonly Tolerances OfLayers = new(Outputs: 1e-5, Gradients: 1e-4, Training: 1e-4);
}
