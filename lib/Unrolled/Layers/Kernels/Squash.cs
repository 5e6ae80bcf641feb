namespace Unrolled.Layers.Kernels;

/// <summary>The functions that gates and units put their net input through.</summary>
internal static class Squash
{
    /// <summary>1 / (1 + e^(−a)): e^(−a) may overflow to infinity, and the quotient is then 0, as it should be.</summary>
    internal static float Sigmoid(float a) => 1 / (1 + MathF.Exp(-a));

    internal static float Tanh(float a) => MathF.Tanh(a);

    internal static float Relu(float a) => MathF.Max(a, 0);
}
