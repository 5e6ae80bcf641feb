using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void ForwardGates(MatrixView gates, MatrixView before, MatrixView resetBefore)
    {
        int hidden = before.Columns;
        for (int b = 0; b < before.Rows; b++)
        {
            Lanes r = gates.Row(b), z = r.From(hidden), h_prev = before.Row(b), rh = resetBefore.Row(b);
            for (int k = 0; k < hidden; k += Lanes.Count)
            {
                Vector512<float> r_k = Sigmoid(r[k]);
                (r[k], z[k], rh[k]) = (r_k, Sigmoid(z[k]), r_k * h_prev[k]);
            }
        }
    }

    /// <param name="gates">[batch, 3 hidden]: r, z and a_n; then r, z and n.</param>
    /// <param name="before">h', [batch, hidden].</param>
    /// <param name="outputs">h, [batch, hidden].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void ForwardState(MatrixView gates, MatrixView before, MatrixView outputs)
    {
        int hidden = outputs.Columns;
        for (int b = 0; b < outputs.Rows; b++)
        {
            Lanes z = gates.Row(b).From(hidden), n = z.From(hidden), h_prev = before.Row(b), h = outputs.Row(b);
            for (int k = 0; k < hidden; k += Lanes.Count)
            {
                Vector512<float> n_k = Tanh(n[k]), z_k = z[k];
                n[k] = n_k;
                h[k] = (Vector512<float>.One - z_k) * n_k + z_k * h_prev[k];
            }
        }
    }

    /// <param name="gates">r, z and n, [batch, 3 hidden].</param>
    /// <param name="before">h', [batch, hidden].</param>
    /// <param name="dOutputs">dL/dh, [batch, hidden].</param>
    /// <param name="dGates">[batch, 3 hidden]: dL/d net inputs of z and n are set.</param>
    /// <param name="dBefore">The part of dL/dh' that does not go through the products, [batch, hidden].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void BackwardState(
        MatrixView gates, MatrixView before, MatrixView dOutputs, MatrixView dGates, MatrixView dBefore)
    {
        int hidden = dOutputs.Columns;
        Vector512<float> one = Vector512<float>.One;
        for (int b = 0; b < dOutputs.Rows; b++)
        {
            Lanes gate_z = gates.Row(b).From(hidden), gate_n = gate_z.From(hidden);
            Lanes da_z = dGates.Row(b).From(hidden), da_n = da_z.From(hidden);
            Lanes h_prev = before.Row(b), dOutput = dOutputs.Row(b), dh_prev = dBefore.Row(b);
            for (int k = 0; k < hidden; k += Lanes.Count)
            {
                Vector512<float> z = gate_z[k], n = gate_n[k], dh = dOutput[k];
                da_z[k] = dh * (h_prev[k] - n) * z * (one - z);
                da_n[k] = dh * (one - z) * (one - n * n);
                dh_prev[k] = dh * z;
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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void BackwardReset(
        MatrixView gates, MatrixView before, MatrixView dResetBefore, MatrixView dGates, MatrixView dBefore)
    {
        Vector512<float> one = Vector512<float>.One;
        for (int b = 0; b < before.Rows; b++)
        {
            Lanes gate_r = gates.Row(b), da_r = dGates.Row(b);
            Lanes h_prev = before.Row(b), drh = dResetBefore.Row(b), dh_prev = dBefore.Row(b);
            for (int k = 0; k < before.Columns; k += Lanes.Count)
            {
                Vector512<float> r = gate_r[k];
                da_r[k] = drh[k] * h_prev[k] * r * (one - r);
                dh_prev[k] += drh[k] * r;
            }
        }
    }
}
