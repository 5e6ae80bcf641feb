using System.Runtime.CompilerServices;
using static Unrolled.Activations;

namespace Unrolled;

/// <summary>
/// The elementwise part of a step of the basic recurrent layer: h = tanh(a), or h = max(a, 0). Rows are sequences,
/// [batch, hidden].
/// </summary>
internal static class RnnKernel
{
    internal readonly ref struct Forward(Activation activation, MatrixView net, MatrixView output) : IKernel
    {
        private readonly MatrixView net = net, output = output;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TLanes>()
            where TLanes : struct, ILanes<TLanes>
        {
            for (int b = 0; b < output.Rows; b++)
            {
                LaneRow<TLanes> a = new(net, b), h = new(output, b);
                if (activation == Activation.Tanh)
                {
                    for (int k = 0; k < output.Columns; k += TLanes.Count)
                        h[k] = Tanh(a[k]);
                }
                else
                {
                    for (int k = 0; k < output.Columns; k += TLanes.Count)
                        h[k] = Relu(a[k]);
                }
            }
        }
    }

    // h is positive exactly where a is.
    internal readonly ref struct Backward(
        Activation activation, MatrixView output, MatrixView dOutput, MatrixView dNet) : IKernel
    {
        private readonly MatrixView output = output, dOutput = dOutput, dNet = dNet;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TLanes>()
            where TLanes : struct, ILanes<TLanes>
        {
            for (int b = 0; b < output.Rows; b++)
            {
                LaneRow<TLanes> h = new(output, b), dh = new(dOutput, b), da = new(dNet, b);
                if (activation == Activation.Tanh)
                {
                    for (int k = 0; k < output.Columns; k += TLanes.Count)
                        da[k] = dh[k] * (TLanes.One - h[k] * h[k]);
                }
                else
                {
                    for (int k = 0; k < output.Columns; k += TLanes.Count)
                        da[k] = TLanes.WherePositive(h[k], dh[k]);
                }
            }
        }
    }
}
