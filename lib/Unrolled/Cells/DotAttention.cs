using static Unrolled.Pointwise;

namespace Unrolled;

/// <summary>
/// One look at a list of states (Luong, Pham and Manning 2015, Effective Approaches to Attention-based Neural Machine
/// Translation, equations 7 and 8, with the dot product as score). It has no parameters.
/// <code>
/// e_i = s \cdot h_i                    the score of each state
/// α   = \mathrm{softmax}(e)            weights that add up to 1
/// c   = \sum_i α_i h_i                 the context
/// </code>
/// </summary>
public static class DotAttention
{
    /// <summary>A look forward.</summary>
    /// <param name="s">The state that looks, [hidden].</param>
    /// <param name="h">The states that it looks at, [step][hidden], at least one.</param>
    /// <exception cref="ArgumentException">There is no state, or a size is wrong.</exception>
    public static AttentionStep Forward(Vector s, IReadOnlyList<Vector> h)
    {
        Shapes.RequireNotNull(s);
        Shapes.RequireSequence(h, s.Count, nameof(h));
        var e = Vector.Build.Dense(h.Count, i => s * h[i]);
        var alpha = Softmax(e);
        var c = Vector.Build.Dense(s.Count);
        for (int i = 0; i < h.Count; i++)
            c += alpha[i] * h[i];

        return new AttentionStep(e, alpha, c);
    }

    /// <summary>
    /// The same look backward.
    /// <code>
    /// dL/dα_i = dL/dc \cdot h_i
    /// dL/de   = α ⊙ (dL/dα - α \cdot dL/dα)
    /// dL/ds   = \sum_i dL/de_i h_i
    /// dL/dh_i = α_i dL/dc + dL/de_i s
    /// </code>
    /// </summary>
    /// <param name="s">The state that looked.</param>
    /// <param name="h">The states that it looked at.</param>
    /// <param name="step">The result of <see cref="Forward"/>.</param>
    /// <param name="dc">dL/dc, [hidden].</param>
    /// <returns>dL/ds, and dL/dh of every state.</returns>
    /// <exception cref="ArgumentException">A size is wrong.</exception>
    public static (Vector ds, Vector[] dh) Backward(Vector s, IReadOnlyList<Vector> h, AttentionStep step, Vector dc)
    {
        Shapes.RequireNotNull(s);
        Shapes.RequireNotNull(step);
        Shapes.RequireSequence(h, s.Count, nameof(h));
        Shapes.RequireSequence([Shapes.RequireNotNull(dc)], s.Count, nameof(dc));
        var alpha = step.alpha;
        var dalpha = Vector.Build.Dense(h.Count, i => dc * h[i]);
        var de = alpha.PointwiseMultiply(dalpha - alpha * dalpha);
        var ds = Vector.Build.Dense(s.Count);
        for (int i = 0; i < h.Count; i++)
            ds += de[i] * h[i];

        return (ds, [.. h.Select((_, i) => alpha[i] * dc + de[i] * s)]);
    }
}

/// <summary>The quantities of one look at a list of states.</summary>
/// <param name="e">The score of each state, [step].</param>
/// <param name="alpha">α, their weights, [step].</param>
/// <param name="c">The context, [hidden].</param>
public sealed record AttentionStep(Vector e, Vector alpha, Vector c);
