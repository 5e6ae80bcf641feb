using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static Unrolled.Activations;

namespace Unrolled;

/// <summary>
/// The elementwise part of a step of the LSTM whose gates read the cell: i and f the cell before, c', and o
/// the new one, c. Rows are sequences; in a row the gates lie one after the other: i, f, g, o. The peepholes: i, f, o.
/// </summary>
internal static class PeepholeLstmKernel
{
    /// <param name="peepholes">[3, hidden].</param>
    /// <param name="gates">[batch, 4 hidden]: the net inputs but for the peepholes; then i, f, g and o.</param>
    /// <param name="cellsBefore">c', [batch, hidden].</param>
    /// <param name="cells">c, [batch, hidden].</param>
    /// <param name="squashedCells">tanh(c), [batch, hidden].</param>
    /// <param name="outputs">h, [batch, hidden].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Forward(
        MatrixView peepholes, MatrixView gates, MatrixView cellsBefore, MatrixView cells, MatrixView squashedCells,
        MatrixView outputs)
    {
        int hidden = outputs.Columns;
        Lanes p_i = peepholes.Row(0), p_f = peepholes.Row(1), p_o = peepholes.Row(2);
        for (int b = 0; b < outputs.Rows; b++)
        {
            Lanes i = gates.Row(b), f = i.From(hidden), g = f.From(hidden), o = g.From(hidden);
            Lanes c_prev = cellsBefore.Row(b), c = cells.Row(b), tanh_c = squashedCells.Row(b), h = outputs.Row(b);
            for (int k = 0; k < hidden; k += Lanes.Count)
            {
                Vector512<float> i_k = Sigmoid(i[k] + p_i[k] * c_prev[k]);
                Vector512<float> f_k = Sigmoid(f[k] + p_f[k] * c_prev[k]);
                Vector512<float> g_k = Tanh(g[k]);
                Vector512<float> c_k = f_k * c_prev[k] + i_k * g_k;
                Vector512<float> o_k = Sigmoid(o[k] + p_o[k] * c_k);
                Vector512<float> tanh_c_k = Tanh(c_k);
                (i[k], f[k], g[k], o[k]) = (i_k, f_k, g_k, o_k);
                (c[k], tanh_c[k], h[k]) = (c_k, tanh_c_k, o_k * tanh_c_k);
            }
        }
    }

    /// <param name="peepholes">[3, hidden].</param>
    /// <param name="gates">i, f, g and o, [batch, 4 hidden].</param>
    /// <param name="cellsBefore">c', [batch, hidden].</param>
    /// <param name="squashedCells">tanh(c), [batch, hidden].</param>
    /// <param name="dOutputs">dL/dh, [batch, hidden].</param>
    /// <param name="dCells">dL/dc from the later steps, [batch, hidden].</param>
    /// <param name="dGates">dL/d net inputs, [batch, 4 hidden].</param>
    /// <param name="dCellsBefore">dL/dc', [batch, hidden].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Backward(
        MatrixView peepholes,
        MatrixView gates,
        MatrixView cellsBefore,
        MatrixView squashedCells,
        MatrixView dOutputs,
        MatrixView dCells,
        MatrixView dGates,
        MatrixView dCellsBefore)
    {
        int hidden = dOutputs.Columns;
        Vector512<float> one = Vector512<float>.One;
        Lanes p_i = peepholes.Row(0), p_f = peepholes.Row(1), p_o = peepholes.Row(2);
        for (int b = 0; b < dOutputs.Rows; b++)
        {
            Lanes gate_i = gates.Row(b), gate_f = gate_i.From(hidden),
                gate_g = gate_f.From(hidden), gate_o = gate_g.From(hidden);
            Lanes dNet_i = dGates.Row(b), dNet_f = dNet_i.From(hidden),
                dNet_g = dNet_f.From(hidden), dNet_o = dNet_g.From(hidden);
            Lanes cell_prev = cellsBefore.Row(b), squashed = squashedCells.Row(b), dOutput = dOutputs.Row(b),
                dc_next = dCells.Row(b), dc_prev = dCellsBefore.Row(b);
            for (int k = 0; k < hidden; k += Lanes.Count)
            {
                Vector512<float> i = gate_i[k], f = gate_f[k], g = gate_g[k], o = gate_o[k];
                Vector512<float> tanh_c = squashed[k], dh = dOutput[k];
                Vector512<float> da_o = dh * tanh_c * o * (one - o);
                Vector512<float> dc = dc_next[k] + dh * o * (one - tanh_c * tanh_c) + p_o[k] * da_o;
                Vector512<float> da_i = dc * g * i * (one - i);
                Vector512<float> da_f = dc * cell_prev[k] * f * (one - f);
                Vector512<float> da_g = dc * i * (one - g * g);
                (dNet_i[k], dNet_f[k], dNet_g[k], dNet_o[k]) = (da_i, da_f, da_g, da_o);
                dc_prev[k] = dc * f + p_i[k] * da_i + p_f[k] * da_f;
            }
        }
    }

    /// <summary>
    /// Adds some steps' share of the peepholes' gradient: each gate's net input times the cell that it saw.
    /// </summary>
    /// <param name="dGates">dL/d net inputs, [steps · batch, 4 hidden].</param>
    /// <param name="cellsBefore">c', [steps · batch, hidden].</param>
    /// <param name="cells">c, [steps · batch, hidden].</param>
    /// <param name="dPeepholes">[3, hidden].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void AddGradient(MatrixView dGates, MatrixView cellsBefore, MatrixView cells, MatrixView dPeepholes)
    {
        int hidden = cells.Columns;
        Lanes dp_i = dPeepholes.Row(0), dp_f = dPeepholes.Row(1), dp_o = dPeepholes.Row(2);
        for (int row = 0; row < dGates.Rows; row++)
        {
            Lanes da_i = dGates.Row(row), da_f = da_i.From(hidden), da_o = da_f.From(2 * hidden);
            Lanes c_prev = cellsBefore.Row(row), c = cells.Row(row);
            for (int k = 0; k < hidden; k += Lanes.Count)
            {
                dp_i[k] += da_i[k] * c_prev[k];
                dp_f[k] += da_f[k] * c_prev[k];
                dp_o[k] += da_o[k] * c[k];
            }
        }
    }
}
