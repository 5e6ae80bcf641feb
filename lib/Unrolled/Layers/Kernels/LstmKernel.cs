using System.Runtime.CompilerServices;
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
    internal readonly ref struct Forward(
        MatrixView gates, MatrixView cellsBefore, MatrixView cells, MatrixView squashedCells, MatrixView outputs)
        : IKernel
    {
        private readonly MatrixView gates = gates, cellsBefore = cellsBefore, cells = cells,
            squashedCells = squashedCells, outputs = outputs;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TLanes>()
            where TLanes : struct, ILanes<TLanes>
        {
            int hidden = outputs.Columns;
            for (int b = 0; b < outputs.Rows; b++)
            {
                LaneRow<TLanes> i = new(gates, b), f = i.From(hidden), g = f.From(hidden), o = g.From(hidden);
                LaneRow<TLanes> c_prev = new(cellsBefore, b), c = new(cells, b), tanh_c = new(squashedCells, b),
                    h = new(outputs, b);
                for (int k = 0; k < hidden; k += TLanes.Count)
                {
                    TLanes i_k = Sigmoid(i[k]), f_k = Sigmoid(f[k]), g_k = Tanh(g[k]), o_k = Sigmoid(o[k]);
                    TLanes c_k = f_k * c_prev[k] + i_k * g_k;
                    TLanes tanh_c_k = Tanh(c_k);
                    (i[k], f[k], g[k], o[k]) = (i_k, f_k, g_k, o_k);
                    (c[k], tanh_c[k], h[k]) = (c_k, tanh_c_k, o_k * tanh_c_k);
                }
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
    internal readonly ref struct Backward(
        MatrixView gates, MatrixView cellsBefore, MatrixView squashedCells, MatrixView dOutputs, MatrixView dCells,
        MatrixView dGates, MatrixView dCellsBefore)
        : IKernel
    {
        private readonly MatrixView gates = gates, cellsBefore = cellsBefore, squashedCells = squashedCells,
            dOutputs = dOutputs, dCells = dCells, dGates = dGates, dCellsBefore = dCellsBefore;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TLanes>()
            where TLanes : struct, ILanes<TLanes>
        {
            int hidden = dOutputs.Columns;
            TLanes one = TLanes.One;
            for (int b = 0; b < dOutputs.Rows; b++)
            {
                LaneRow<TLanes> gate_i = new(gates, b), gate_f = gate_i.From(hidden),
                    gate_g = gate_f.From(hidden), gate_o = gate_g.From(hidden);
                LaneRow<TLanes> da_i = new(dGates, b), da_f = da_i.From(hidden),
                    da_g = da_f.From(hidden), da_o = da_g.From(hidden);
                LaneRow<TLanes> cell_prev = new(cellsBefore, b), squashed = new(squashedCells, b),
                    dOutput = new(dOutputs, b), dc_next = new(dCells, b), dc_prev = new(dCellsBefore, b);
                for (int k = 0; k < hidden; k += TLanes.Count)
                {
                    TLanes i = gate_i[k], f = gate_f[k], g = gate_g[k], o = gate_o[k];
                    TLanes tanh_c = squashed[k], dh = dOutput[k];
                    TLanes dc = dc_next[k] + dh * o * (one - tanh_c * tanh_c);
                    da_i[k] = dc * g * i * (one - i);
                    da_f[k] = dc * cell_prev[k] * f * (one - f);
                    da_g[k] = dc * i * (one - g * g);
                    da_o[k] = dh * tanh_c * o * (one - o);
                    dc_prev[k] = dc * f;
                }
            }
        }
    }
}
