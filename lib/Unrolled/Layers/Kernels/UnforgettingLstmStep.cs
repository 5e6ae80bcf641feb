using static Unrolled.Layers.Kernels.Squash;

namespace Unrolled.Layers.Kernels;

/// <summary>
/// The elementwise part of a step of the LSTM without a forget gate, for one sequence: c = c' + i ⊙ g, h = o ⊙ tanh(c),
/// where c' is the cell before. Gates lie one after the other in torch's order: i, g, o.
/// </summary>
internal static class UnforgettingLstmStep
{
    /// <param name="gates">[3 hidden]: the net inputs; then i, g and o.</param>
    /// <param name="c_prev">The cell before, [hidden].</param>
    /// <param name="c">The cell, [hidden].</param>
    /// <param name="tanh_c">tanh(c), [hidden].</param>
    /// <param name="h">The output, [hidden].</param>
    internal static void Forward(
        Span<float> gates, ReadOnlySpan<float> c_prev, Span<float> c, Span<float> tanh_c, Span<float> h)
    {
        int hidden = h.Length;
        Span<float> i = gates;
        Span<float> g = gates[hidden..];
        Span<float> o = gates[(2 * hidden)..];
        for (int k = 0; k < hidden; k++)
        {
            i[k] = Sigmoid(i[k]);
            g[k] = Tanh(g[k]);
            o[k] = Sigmoid(o[k]);
            c[k] = c_prev[k] + i[k] * g[k];
            tanh_c[k] = Tanh(c[k]);
            h[k] = o[k] * tanh_c[k];
        }
    }

    /// <param name="gates">i, g and o, [3 hidden].</param>
    /// <param name="c_prev">The cell before, [hidden].</param>
    /// <param name="tanh_c">tanh(c), [hidden].</param>
    /// <param name="dh">dL/dh, [hidden].</param>
    /// <param name="dc_next">What the later steps ask of c, [hidden].</param>
    /// <param name="da">dL/d net inputs, [3 hidden].</param>
    /// <param name="dc_prev">dL/dc', [hidden].</param>
    internal static void Backward(
        ReadOnlySpan<float> gates,
        ReadOnlySpan<float> c_prev,
        ReadOnlySpan<float> tanh_c,
        ReadOnlySpan<float> dh,
        ReadOnlySpan<float> dc_next,
        Span<float> da,
        Span<float> dc_prev)
    {
        int hidden = dh.Length;
        for (int k = 0; k < hidden; k++)
        {
            float i = gates[k], g = gates[hidden + k], o = gates[2 * hidden + k];
            float dc = dc_next[k] + dh[k] * o * (1 - tanh_c[k] * tanh_c[k]);
            da[k] = dc * g * i * (1 - i);
            da[hidden + k] = dc * i * (1 - g * g);
            da[2 * hidden + k] = dh[k] * tanh_c[k] * o * (1 - o);
            dc_prev[k] = dc;
        }
    }
}
