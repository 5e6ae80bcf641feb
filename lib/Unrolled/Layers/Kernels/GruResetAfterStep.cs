using static Unrolled.Layers.Kernels.Squash;

namespace Unrolled.Layers.Kernels;

/// <summary>
/// The elementwise part of a step of the GRU whose reset gate stands after the product, for one sequence:
/// n = tanh(a_n + r ⊙ u_n) and h = (1 − z) ⊙ n + z ⊙ h', where a is the net input from x, u the one from the state
/// before, h'. Gates lie one after the other in torch's order: r, z, n.
/// </summary>
internal static class GruResetAfterStep
{
    /// <param name="gates">[3 hidden]: a; then r, z and n.</param>
    /// <param name="u">[3 hidden].</param>
    /// <param name="h_prev">h', [hidden].</param>
    /// <param name="h">The output, [hidden].</param>
    internal static void Forward(Span<float> gates, ReadOnlySpan<float> u, ReadOnlySpan<float> h_prev, Span<float> h)
    {
        int hidden = h.Length;
        Span<float> r = gates;
        Span<float> z = gates[hidden..];
        Span<float> n = gates[(2 * hidden)..];
        ReadOnlySpan<float> u_r = u;
        ReadOnlySpan<float> u_z = u[hidden..];
        ReadOnlySpan<float> u_n = u[(2 * hidden)..];
        for (int k = 0; k < hidden; k++)
        {
            r[k] = Sigmoid(r[k] + u_r[k]);
            z[k] = Sigmoid(z[k] + u_z[k]);
            n[k] = Tanh(n[k] + r[k] * u_n[k]);
            h[k] = (1 - z[k]) * n[k] + z[k] * h_prev[k];
        }
    }

    /// <param name="gates">r, z and n, [3 hidden].</param>
    /// <param name="u">[3 hidden].</param>
    /// <param name="h_prev">h', [hidden].</param>
    /// <param name="dh">dL/dh, [hidden].</param>
    /// <param name="da">dL/da, [3 hidden].</param>
    /// <param name="du">dL/du, [3 hidden].</param>
    /// <param name="dh_prev">What comes to h' past the products, [hidden].</param>
    internal static void Backward(
        ReadOnlySpan<float> gates,
        ReadOnlySpan<float> u,
        ReadOnlySpan<float> h_prev,
        ReadOnlySpan<float> dh,
        Span<float> da,
        Span<float> du,
        Span<float> dh_prev)
    {
        int hidden = dh.Length;
        for (int k = 0; k < hidden; k++)
        {
            float r = gates[k], z = gates[hidden + k], n = gates[2 * hidden + k];
            float da_n = dh[k] * (1 - z) * (1 - n * n);
            float da_z = dh[k] * (h_prev[k] - n) * z * (1 - z);
            float da_r = da_n * u[2 * hidden + k] * r * (1 - r);
            (da[k], da[hidden + k], da[2 * hidden + k]) = (da_r, da_z, da_n);
            (du[k], du[hidden + k], du[2 * hidden + k]) = (da_r, da_z, da_n * r);
            dh_prev[k] = dh[k] * z;
        }
    }
}
