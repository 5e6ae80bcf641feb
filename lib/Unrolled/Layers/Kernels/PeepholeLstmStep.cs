using static Unrolled.Layers.Kernels.Squash;

namespace Unrolled.Layers.Kernels;

/// <summary>
/// The elementwise part of a step of the LSTM whose gates look at the cell, for one sequence: i and f at the cell before,
/// c', and o at the new one, c. Gates lie one after the other: i, f, g, o; peepholes: i, f, o.
/// </summary>
internal static class PeepholeLstmStep
{
    /// <param name="peepholes">[3 hidden].</param>
    /// <param name="gates">[4 hidden]: the net inputs but for the peepholes; then i, f, g and o.</param>
    /// <param name="c_prev">The cell before, [hidden].</param>
    /// <param name="c">The cell, [hidden].</param>
    /// <param name="tanh_c">tanh(c), [hidden].</param>
    /// <param name="h">The output, [hidden].</param>
    internal static void Forward(
        ReadOnlySpan<float> peepholes,
        Span<float> gates,
        ReadOnlySpan<float> c_prev,
        Span<float> c,
        Span<float> tanh_c,
        Span<float> h)
    {
        int hidden = h.Length;
        Span<float> i = gates;
        Span<float> f = gates[hidden..];
        Span<float> g = gates[(2 * hidden)..];
        Span<float> o = gates[(3 * hidden)..];
        ReadOnlySpan<float> p_i = peepholes;
        ReadOnlySpan<float> p_f = peepholes[hidden..];
        ReadOnlySpan<float> p_o = peepholes[(2 * hidden)..];
        for (int k = 0; k < hidden; k++)
        {
            i[k] = Sigmoid(i[k] + p_i[k] * c_prev[k]);
            f[k] = Sigmoid(f[k] + p_f[k] * c_prev[k]);
            g[k] = Tanh(g[k]);
            c[k] = f[k] * c_prev[k] + i[k] * g[k];
            o[k] = Sigmoid(o[k] + p_o[k] * c[k]);
            tanh_c[k] = Tanh(c[k]);
            h[k] = o[k] * tanh_c[k];
        }
    }

    /// <param name="peepholes">[3 hidden].</param>
    /// <param name="gates">i, f, g and o, [4 hidden].</param>
    /// <param name="c_prev">The cell before, [hidden].</param>
    /// <param name="tanh_c">tanh(c), [hidden].</param>
    /// <param name="dh">dL/dh, [hidden].</param>
    /// <param name="dc_next">What the later steps ask of c, [hidden].</param>
    /// <param name="da">dL/d net inputs, [4 hidden].</param>
    /// <param name="dc_prev">dL/dc', [hidden].</param>
    internal static void Backward(
        ReadOnlySpan<float> peepholes,
        ReadOnlySpan<float> gates,
        ReadOnlySpan<float> c_prev,
        ReadOnlySpan<float> tanh_c,
        ReadOnlySpan<float> dh,
        ReadOnlySpan<float> dc_next,
        Span<float> da,
        Span<float> dc_prev)
    {
        int hidden = dh.Length;
        ReadOnlySpan<float> p_i = peepholes;
        ReadOnlySpan<float> p_f = peepholes[hidden..];
        ReadOnlySpan<float> p_o = peepholes[(2 * hidden)..];
        for (int k = 0; k < hidden; k++)
        {
            float i = gates[k], f = gates[hidden + k], g = gates[2 * hidden + k], o = gates[3 * hidden + k];
            float da_o = dh[k] * tanh_c[k] * o * (1 - o);
            float dc = dc_next[k] + dh[k] * o * (1 - tanh_c[k] * tanh_c[k]) + p_o[k] * da_o;
            float da_i = dc * g * i * (1 - i);
            float da_f = dc * c_prev[k] * f * (1 - f);
            float da_g = dc * i * (1 - g * g);
            (da[k], da[hidden + k], da[2 * hidden + k], da[3 * hidden + k]) = (da_i, da_f, da_g, da_o);
            dc_prev[k] = dc * f + p_i[k] * da_i + p_f[k] * da_f;
        }
    }

    /// <summary>Adds one step's share of the peepholes' gradient: each gate's net input times the cell that it saw.</summary>
    /// <param name="da">dL/d net inputs, [4 hidden].</param>
    /// <param name="c_prev">The cell before, [hidden].</param>
    /// <param name="c">The cell, [hidden].</param>
    /// <param name="dPeepholes">[3 hidden].</param>
    internal static void AddGradient(
        ReadOnlySpan<float> da, ReadOnlySpan<float> c_prev, ReadOnlySpan<float> c, Span<float> dPeepholes)
    {
        int hidden = c.Length;
        for (int k = 0; k < hidden; k++)
        {
            dPeepholes[k] += da[k] * c_prev[k];
            dPeepholes[hidden + k] += da[hidden + k] * c_prev[k];
            dPeepholes[2 * hidden + k] += da[3 * hidden + k] * c[k];
        }
    }
}
