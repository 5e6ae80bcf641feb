using static Unrolled.Layers.Kernels.Squash;

namespace Unrolled.Layers.Kernels;

/// <summary>The elementwise part of a step of the basic recurrent layer: h = tanh(a), or h = max(a, 0).</summary>
internal static class RnnStep
{
    internal static void Forward(Activation activation, ReadOnlySpan<float> a, Span<float> h)
    {
        for (int k = 0; k < h.Length; k++)
            h[k] = activation == Activation.Tanh ? Tanh(a[k]) : Relu(a[k]);
    }

    // h is positive exactly where a is.
    internal static void Backward(Activation activation, ReadOnlySpan<float> h, ReadOnlySpan<float> dh, Span<float> da)
    {
        for (int k = 0; k < h.Length; k++)
            da[k] = activation == Activation.Tanh ? dh[k] * (1 - h[k] * h[k]) : h[k] > 0 ? dh[k] : 0;
    }
}
