using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static Unrolled.Activations;

namespace Unrolled;

/// <summary>
/// The elementwise part of a step of the basic recurrent layer: h = tanh(a), or h = max(a, 0). Rows are sequences,
/// [batch, hidden].
/// </summary>
internal static class RnnKernel
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Forward(Activation activation, MatrixView net, MatrixView output)
    {
        for (int b = 0; b < output.Rows; b++)
        {
            Lanes a = net.Row(b), h = output.Row(b);
            if (activation == Activation.Tanh)
            {
                for (int k = 0; k < output.Columns; k += Lanes.Count)
                    h[k] = Tanh(a[k]);
            }
            else
            {
                for (int k = 0; k < output.Columns; k += Lanes.Count)
                    h[k] = Relu(a[k]);
            }
        }
    }

    // h is positive exactly where a is.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Backward(Activation activation, MatrixView output, MatrixView dOutput, MatrixView dNet)
    {
        for (int b = 0; b < output.Rows; b++)
        {
            Lanes h = output.Row(b), dh = dOutput.Row(b), da = dNet.Row(b);
            if (activation == Activation.Tanh)
            {
                for (int k = 0; k < output.Columns; k += Lanes.Count)
                    da[k] = dh[k] * (Vector512<float>.One - h[k] * h[k]);
            }
            else
            {
                for (int k = 0; k < output.Columns; k += Lanes.Count)
                    da[k] = Vector512.GreaterThan(h[k], Vector512<float>.Zero) & dh[k];
            }
        }
    }
}
