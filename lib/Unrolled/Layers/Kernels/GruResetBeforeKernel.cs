using System.Runtime.CompilerServices;
using static Unrolled.Activations;

namespace Unrolled;

/// <summary>
/// The elementwise parts of a step of the GRU whose reset gate is before the product: n = tanh(a_n) with
/// U_n (r ⊙ h') in a_n, and h = (1 − z) ⊙ n + z ⊙ h', where h' is the state before. The product between r and n parts
/// the step in two, in either direction. Rows are sequences; in a row the gates lie in torch's order: r, z, n.
/// </summary>
internal static class GruResetBeforeKernel
{
    /// <param name="gates">
    /// [batch, 3 hidden]: the net inputs, n's still without U_n (r ⊙ h'); then r, z and a_n.
    /// </param>
    /// <param name="before">h', [batch, hidden].</param>
    /// <param name="resetBefore">r ⊙ h', [batch, hidden].</param>
    internal readonly ref struct ForwardGates(
        MatrixView gates, MatrixView before, MatrixView resetBefore)
        : IKernel
    {
        private readonly MatrixView gates = gates, before = before, resetBefore = resetBefore;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TLanes>()
            where TLanes : struct, ILanes<TLanes>
        {
            int hidden = before.Columns;
            for (int b = 0; b < before.Rows; b++)
            {
                LaneRow<TLanes> r = new(gates, b), z = r.From(hidden);
                LaneRow<TLanes> h_prev = new(before, b), rh = new(resetBefore, b);
                for (int k = 0; k < hidden; k += TLanes.Count)
                {
                    TLanes r_k = Sigmoid(r[k]);
                    (r[k], z[k], rh[k]) = (r_k, Sigmoid(z[k]), r_k * h_prev[k]);
                }
            }
        }
    }

    /// <param name="gates">[batch, 3 hidden]: r, z and a_n; then r, z and n.</param>
    /// <param name="before">h', [batch, hidden].</param>
    /// <param name="outputs">h, [batch, hidden].</param>
    internal readonly ref struct ForwardState(
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
                LaneRow<TLanes> z = new LaneRow<TLanes>(gates, b).From(hidden), n = z.From(hidden);
                LaneRow<TLanes> h_prev = new(before, b), h = new(outputs, b);
                for (int k = 0; k < hidden; k += TLanes.Count)
                {
                    TLanes n_k = Tanh(n[k]), z_k = z[k];
                    n[k] = n_k;
                    h[k] = (TLanes.One - z_k) * n_k + z_k * h_prev[k];
                }
            }
        }
    }

    /// <param name="gates">r, z and n, [batch, 3 hidden].</param>
    /// <param name="before">h', [batch, hidden].</param>
    /// <param name="dOutputs">dL/dh, [batch, hidden].</param>
    /// <param name="dGates">[batch, 3 hidden]: dL/d net inputs of z and n are set.</param>
    /// <param name="dBefore">The part of dL/dh' that does not go through the products, [batch, hidden].</param>
    internal readonly ref struct BackwardState(
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
                LaneRow<TLanes> gate_z = new LaneRow<TLanes>(gates, b).From(hidden), gate_n = gate_z.From(hidden);
                LaneRow<TLanes> da_z = new LaneRow<TLanes>(dGates, b).From(hidden), da_n = da_z.From(hidden);
                LaneRow<TLanes> h_prev = new(before, b), dOutput = new(dOutputs, b), dh_prev = new(dBefore, b);
                for (int k = 0; k < hidden; k += TLanes.Count)
                {
                    TLanes z = gate_z[k], n = gate_n[k], dh = dOutput[k];
                    da_z[k] = dh * (h_prev[k] - n) * z * (one - z);
                    da_n[k] = dh * (one - z) * (one - n * n);
                    dh_prev[k] = dh * z;
                }
            }
        }
    }

    /// <param name="gates">r, z and n, [batch, 3 hidden].</param>
    /// <param name="before">h', [batch, hidden].</param>
    /// <param name="dResetBefore">dL/d(r ⊙ h'), [batch, hidden].</param>
    /// <param name="dGates">[batch, 3 hidden]: dL/d net input of r is set.</param>
    /// <param name="dBefore">
    /// The part of dL/dh' that does not go through the products, [batch, hidden]; added to.
    /// </param>
    internal readonly ref struct BackwardReset(
        MatrixView gates, MatrixView before, MatrixView dResetBefore, MatrixView dGates, MatrixView dBefore)
        : IKernel
    {
        private readonly MatrixView gates = gates, before = before, dResetBefore = dResetBefore, dGates = dGates,
            dBefore = dBefore;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TLanes>()
            where TLanes : struct, ILanes<TLanes>
        {
            TLanes one = TLanes.One;
            for (int b = 0; b < before.Rows; b++)
            {
                LaneRow<TLanes> gate_r = new(gates, b), da_r = new(dGates, b);
                LaneRow<TLanes> h_prev = new(before, b), drh = new(dResetBefore, b), dh_prev = new(dBefore, b);
                for (int k = 0; k < before.Columns; k += TLanes.Count)
                {
                    TLanes r = gate_r[k];
                    da_r[k] = drh[k] * h_prev[k] * r * (one - r);
                    dh_prev[k] += drh[k] * r;
                }
            }
        }
    }
}
