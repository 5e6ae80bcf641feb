using static Unrolled.Layers.Kernels.Squash;

namespace Unrolled.Layers.Kernels;

/// <summary>
/// The elementwise parts of a step of the GRU whose reset gate stands before the product, for one sequence:
/// n = tanh(a_n) with U_n (r ⊙ h') in a_n, and h = (1 − z) ⊙ n + z ⊙ h', where h' is the state before. The product
/// between r and n parts the step in two, in either direction. Gates lie one after the other in torch's order: r, z, n.
/// </summary>
internal static class GruResetBeforeStep
{
    /// <param name="gates">[3 hidden]: the net inputs, n's still without U_n (r ⊙ h'); then r, z and a_n.</param>
    /// <param name="h_prev">h', [hidden].</param>
    /// <param name="rh">r ⊙ h', [hidden].</param>
    internal static void ForwardGates(Span<float> gates, ReadOnlySpan<float> h_prev, Span<float> rh)
    {
        int hidden = rh.Length;
        Span<float> r = gates;
        Span<float> z = gates[hidden..];
        for (int k = 0; k < hidden; k++)
        {
            r[k] = Sigmoid(r[k]);
            z[k] = Sigmoid(z[k]);
            rh[k] = r[k] * h_prev[k];
        }
    }

    /// <param name="gates">[3 hidden]: r, z and a_n; then r, z and n.</param>
    /// <param name="h_prev">h', [hidden].</param>
    /// <param name="h">The output, [hidden].</param>
    internal static void ForwardState(Span<float> gates, ReadOnlySpan<float> h_prev, Span<float> h)
    {
        int hidden = h.Length;
        Span<float> z = gates[hidden..];
        Span<float> n = gates[(2 * hidden)..];
        for (int k = 0; k < hidden; k++)
        {
            n[k] = Tanh(n[k]);
            h[k] = (1 - z[k]) * n[k] + z[k] * h_prev[k];
        }
    }

    /// <param name="gates">r, z and n, [3 hidden].</param>
    /// <param name="h_prev">h', [hidden].</param>
    /// <param name="dh">dL/dh, [hidden].</param>
    /// <param name="da">[3 hidden]: dL/d net inputs of z and n are set.</param>
    /// <param name="dh_prev">What comes to h' past the products, [hidden].</param>
    internal static void BackwardState(
        ReadOnlySpan<float> gates,
        ReadOnlySpan<float> h_prev,
        ReadOnlySpan<float> dh,
        Span<float> da,
        Span<float> dh_prev)
    {
        int hidden = dh.Length;
        for (int k = 0; k < hidden; k++)
        {
            float z = gates[hidden + k], n = gates[2 * hidden + k];
            da[hidden + k] = dh[k] * (h_prev[k] - n) * z * (1 - z);
            da[2 * hidden + k] = dh[k] * (1 - z) * (1 - n * n);
            dh_prev[k] = dh[k] * z;
        }
    }

    /// <param name="gates">r, z and n, [3 hidden].</param>
    /// <param name="h_prev">h', [hidden].</param>
    /// <param name="drh">dL/d(r ⊙ h'), [hidden].</param>
    /// <param name="da">[3 hidden]: dL/d net input of r is set.</param>
    /// <param name="dh_prev">What comes to h' past the products, [hidden]; added to.</param>
    internal static void BackwardReset(
        ReadOnlySpan<float> gates,
        ReadOnlySpan<float> h_prev,
        ReadOnlySpan<float> drh,
        Span<float> da,
        Span<float> dh_prev)
    {
        for (int k = 0; k < drh.Length; k++)
        {
            float r = gates[k];
            da[k] = drh[k] * h_prev[k] * r * (1 - r);
            dh_prev[k] += drh[k] * r;
        }
    }
}
