using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static Unrolled.Activations;

namespace Unrolled;

/// <summary>
/// The elementwise part of a step of the LSTM with a forget gate: c = f ⊙ c' + i ⊙ g, h = o ⊙ tanh(c), where c' is the
/// cell before. Rows are sequences; in a row the gates lie one after the other in torch's order: i, f, g, o.
/// </summary>
internal static class LstmKernel
{
    /// <param name="gates">[batch, 4 hidden]: the net inputs; then i, f, g and o.</param>
    /// <param name="cellsBefore">c', [batch, hidden].</param>
    /// <param name="cells">c, [batch, hidden].</param>
    /// <param name="squashedCells">tanh(c), [batch, hidden].</param>
    /// <param name="outputs">h, [batch, hidden].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Forward(
        MatrixView gates, MatrixView cellsBefore, MatrixView cells, MatrixView squashedCells, MatrixView outputs)
    {
        int hidden = outputs.Columns;
        for (int b = 0; b < outputs.Rows; b++)
        {
            Lanes i = gates.Row(b), f = i.From(hidden), g = f.From(hidden), o = g.From(hidden);
            Lanes c_prev = cellsBefore.Row(b), c = cells.Row(b), tanh_c = squashedCells.Row(b), h = outputs.Row(b);
            for (int k = 0; k < hidden; k += Lanes.Count)
            {
                Vector512<float> i_k = Sigmoid(i[k]), f_k = Sigmoid(f[k]), g_k = Tanh(g[k]), o_k = Sigmoid(o[k]);
                Vector512<float> c_k = f_k * c_prev[k] + i_k * g_k;
                Vector512<float> tanh_c_k = Tanh(c_k);
                (i[k], f[k], g[k], o[k]) = (i_k, f_k, g_k, o_k);
                (c[k], tanh_c[k], h[k]) = (c_k, tanh_c_k, o_k * tanh_c_k);
            }
        }
    }

    /// <param name="gates">i, f, g and o, [batch, 4 hidden].</param>
    /// <param name="cellsBefore">c', [batch, hidden].</param>
    /// <param name="squashedCells">tanh(c), [batch, hidden].</param>
    /// <param name="dOutputs">dL/dh, [batch, hidden].</param>
    /// <param name="dCells">dL/dc from the later steps, [batch, hidden].</param>
    /// <param name="dGates">dL/d net inputs, [batch, 4 hidden].</param>
    /// <param name="dCellsBefore">dL/dc', [batch, hidden].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Backward(
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
        for (int b = 0; b < dOutputs.Rows; b++)
        {
            Lanes gate_i = gates.Row(b), gate_f = gate_i.From(hidden),
                gate_g = gate_f.From(hidden), gate_o = gate_g.From(hidden);
            Lanes da_i = dGates.Row(b), da_f = da_i.From(hidden), da_g = da_f.From(hidden), da_o = da_g.From(hidden);
            Lanes cell_prev = cellsBefore.Row(b), squashed = squashedCells.Row(b), dOutput = dOutputs.Row(b),
                dc_next = dCells.Row(b), dc_prev = dCellsBefore.Row(b);
            for (int k = 0; k < hidden; k += Lanes.Count)
            {
                Vector512<float> i = gate_i[k], f = gate_f[k], g = gate_g[k], o = gate_o[k];
                Vector512<float> tanh_c = squashed[k], dh = dOutput[k];
                Vector512<float> dc = dc_next[k] + dh * o * (one - tanh_c * tanh_c);
                da_i[k] = dc * g * i * (one - i);
                da_f[k] = dc * cell_prev[k] * f * (one - f);
                da_g[k] = dc * i * (one - g * g);
                da_o[k] = dh * tanh_c * o * (one - o);
                dc_prev[k] = dc * f;
            }
        }
    }
}
