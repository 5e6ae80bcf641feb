using System.Runtime.CompilerServices;
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
    internal readonly ref struct Forward(
        MatrixView peepholes, MatrixView gates, MatrixView cellsBefore, MatrixView cells, MatrixView squashedCells,
        MatrixView outputs)
        : IKernel
    {
        private readonly MatrixView peepholes = peepholes, gates = gates, cellsBefore = cellsBefore, cells = cells,
            squashedCells = squashedCells, outputs = outputs;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TLanes>()
            where TLanes : struct, ILanes<TLanes>
        {
            int hidden = outputs.Columns;
            LaneRow<TLanes> p_i = new(peepholes, 0), p_f = new(peepholes, 1), p_o = new(peepholes, 2);
            for (int b = 0; b < outputs.Rows; b++)
            {
                LaneRow<TLanes> i = new(gates, b), f = i.From(hidden), g = f.From(hidden), o = g.From(hidden);
                LaneRow<TLanes> c_prev = new(cellsBefore, b), c = new(cells, b), tanh_c = new(squashedCells, b),
                    h = new(outputs, b);
                for (int k = 0; k < hidden; k += TLanes.Count)
                {
                    TLanes i_k = Sigmoid(i[k] + p_i[k] * c_prev[k]);
                    TLanes f_k = Sigmoid(f[k] + p_f[k] * c_prev[k]);
                    TLanes g_k = Tanh(g[k]);
                    TLanes c_k = f_k * c_prev[k] + i_k * g_k;
                    TLanes o_k = Sigmoid(o[k] + p_o[k] * c_k);
                    TLanes tanh_c_k = Tanh(c_k);
                    (i[k], f[k], g[k], o[k]) = (i_k, f_k, g_k, o_k);
                    (c[k], tanh_c[k], h[k]) = (c_k, tanh_c_k, o_k * tanh_c_k);
                }
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
    internal readonly ref struct Backward(
        MatrixView peepholes, MatrixView gates, MatrixView cellsBefore, MatrixView squashedCells, MatrixView dOutputs,
        MatrixView dCells, MatrixView dGates, MatrixView dCellsBefore)
        : IKernel
    {
        private readonly MatrixView peepholes = peepholes, gates = gates, cellsBefore = cellsBefore,
            squashedCells = squashedCells, dOutputs = dOutputs, dCells = dCells, dGates = dGates,
            dCellsBefore = dCellsBefore;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TLanes>()
            where TLanes : struct, ILanes<TLanes>
        {
            int hidden = dOutputs.Columns;
            TLanes one = TLanes.One;
            LaneRow<TLanes> p_i = new(peepholes, 0), p_f = new(peepholes, 1), p_o = new(peepholes, 2);
            for (int b = 0; b < dOutputs.Rows; b++)
            {
                LaneRow<TLanes> gate_i = new(gates, b), gate_f = gate_i.From(hidden),
                    gate_g = gate_f.From(hidden), gate_o = gate_g.From(hidden);
                LaneRow<TLanes> dNet_i = new(dGates, b), dNet_f = dNet_i.From(hidden),
                    dNet_g = dNet_f.From(hidden), dNet_o = dNet_g.From(hidden);
                LaneRow<TLanes> cell_prev = new(cellsBefore, b), squashed = new(squashedCells, b),
                    dOutput = new(dOutputs, b), dc_next = new(dCells, b), dc_prev = new(dCellsBefore, b);
                for (int k = 0; k < hidden; k += TLanes.Count)
                {
                    TLanes i = gate_i[k], f = gate_f[k], g = gate_g[k], o = gate_o[k];
                    TLanes tanh_c = squashed[k], dh = dOutput[k];
                    TLanes da_o = dh * tanh_c * o * (one - o);
                    TLanes dc = dc_next[k] + dh * o * (one - tanh_c * tanh_c) + p_o[k] * da_o;
                    TLanes da_i = dc * g * i * (one - i);
                    TLanes da_f = dc * cell_prev[k] * f * (one - f);
                    TLanes da_g = dc * i * (one - g * g);
                    (dNet_i[k], dNet_f[k], dNet_g[k], dNet_o[k]) = (da_i, da_f, da_g, da_o);
                    dc_prev[k] = dc * f + p_i[k] * da_i + p_f[k] * da_f;
                }
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
    internal readonly ref struct AddGradient(
        MatrixView dGates, MatrixView cellsBefore, MatrixView cells, MatrixView dPeepholes)
        : IKernel
    {
        private readonly MatrixView dGates = dGates, cellsBefore = cellsBefore, cells = cells, dPeepholes = dPeepholes;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TLanes>()
            where TLanes : struct, ILanes<TLanes>
        {
            int hidden = cells.Columns;
            LaneRow<TLanes> dp_i = new(dPeepholes, 0), dp_f = new(dPeepholes, 1), dp_o = new(dPeepholes, 2);
            for (int row = 0; row < dGates.Rows; row++)
            {
                LaneRow<TLanes> da_i = new(dGates, row), da_f = da_i.From(hidden), da_o = da_f.From(2 * hidden);
                LaneRow<TLanes> c_prev = new(cellsBefore, row), c = new(cells, row);
                for (int k = 0; k < hidden; k += TLanes.Count)
                {
                    dp_i[k] += da_i[k] * c_prev[k];
                    dp_f[k] += da_f[k] * c_prev[k];
                    dp_o[k] += da_o[k] * c[k];
                }
            }
        }
    }
}
