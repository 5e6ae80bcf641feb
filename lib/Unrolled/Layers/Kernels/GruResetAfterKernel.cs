using System.Runtime.CompilerServices;
using static Unrolled.Activations;

namespace Unrolled;

/// <summary>
/// The elementwise part of a step of the GRU whose reset gate is after the product: n = tanh(a_n + r ⊙ u_n) and
/// h = (1 − z) ⊙ n + z ⊙ h', where a_n is n's net input from x and u_n the one from the state before, h'. Rows are
/// sequences; what a row holds is in an order in which x's part and the state's are contiguous:
/// <code>
///    n   r   z   u_n
///   └─ from x ─┘
///       └ from h' ─┘
/// </code>
/// </summary>
internal static class GruResetAfterKernel
{
    /// <param name="gates">[batch, 4 hidden]: the net inputs a_n, a_r, a_z and u_n; then n, r, z and u_n.</param>
    /// <param name="before">h', [batch, hidden].</param>
    /// <param name="outputs">h, [batch, hidden].</param>
    internal readonly ref struct Forward(
        MatrixView gates, MatrixView before, MatrixView outputs)
        : IKernel
    {
        private readonly MatrixView gates = gates, before = before, outputs = outputs;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TLanes>()
            where TLanes : struct, ILanes<TLanes>
        {
            int hidden = outputs.Columns;
            for (int b = 0; b < outputs.Rows; b++)
            {
                LaneRow<TLanes> n = new(gates, b), r = n.From(hidden), z = r.From(hidden), u_n = z.From(hidden);
                LaneRow<TLanes> h_prev = new(before, b), h = new(outputs, b);
                for (int k = 0; k < hidden; k += TLanes.Count)
                {
                    TLanes r_k = Sigmoid(r[k]), z_k = Sigmoid(z[k]);
                    TLanes n_k = Tanh(n[k] + r_k * u_n[k]);
                    (n[k], r[k], z[k]) = (n_k, r_k, z_k);
                    h[k] = (TLanes.One - z_k) * n_k + z_k * h_prev[k];
                }
            }
        }
    }

    /// <param name="gates">n, r, z and u_n, [batch, 4 hidden].</param>
    /// <param name="before">h', [batch, hidden].</param>
    /// <param name="dOutputs">dL/dh, [batch, hidden].</param>
    /// <param name="dGates">dL/d net inputs, in the same order, [batch, 4 hidden].</param>
    /// <param name="dBefore">The part of dL/dh' that does not go through the products, [batch, hidden].</param>
    internal readonly ref struct Backward(
        MatrixView gates, MatrixView before, MatrixView dOutputs, MatrixView dGates, MatrixView dBefore)
        : IKernel
    {
        private readonly MatrixView gates = gates, before = before, dOutputs = dOutputs, dGates = dGates,
            dBefore = dBefore;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TLanes>()
            where TLanes : struct, ILanes<TLanes>
        {
            int hidden = dOutputs.Columns;
            TLanes one = TLanes.One;
            for (int b = 0; b < dOutputs.Rows; b++)
            {
                LaneRow<TLanes> gate_n = new(gates, b), gate_r = gate_n.From(hidden),
                    gate_z = gate_r.From(hidden), u_n = gate_z.From(hidden);
                LaneRow<TLanes> dNet_n = new(dGates, b), dNet_r = dNet_n.From(hidden),
                    dNet_z = dNet_r.From(hidden), du_n = dNet_z.From(hidden);
                LaneRow<TLanes> h_prev = new(before, b), dOutput = new(dOutputs, b), dh_prev = new(dBefore, b);
                for (int k = 0; k < hidden; k += TLanes.Count)
                {
                    TLanes n = gate_n[k], r = gate_r[k], z = gate_z[k], dh = dOutput[k];
                    TLanes da_n = dh * (one - z) * (one - n * n);
                    dNet_n[k] = da_n;
                    dNet_r[k] = da_n * u_n[k] * r * (one - r);
                    dNet_z[k] = dh * (h_prev[k] - n) * z * (one - z);
                    du_n[k] = da_n * r;
                    dh_prev[k] = dh * z;
                }
            }
        }
    }
}
