
namespace Unrolled;

/// <summary>The losses of a whole sequence and their gradients.</summary>
public sealed class SequenceLoss
{
    private SequenceLoss(double[] values, Vector[] gradients) => (Values, Gradients) = (values, gradients);

    /// <summary>The loss of every step; 0 where there was no target.</summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>dL/dy at every step, [time, output]; 0 where there was no target.</summary>
    public IReadOnlyList<Vector> Gradients { get; }

    /// <summary>The sum of all steps' losses: the L whose gradients these are.</summary>
    public double Total => Values.Sum();

    /// <summary>Compares outputs with targets step by step.</summary>
    /// <param name="loss">The loss of one step.</param>
    /// <param name="ys">The outputs, [time, output].</param>
    /// <param name="targets">The targets, [time, output]; null at a step that has none.</param>
    /// <exception cref="ArgumentException">The lengths or shapes differ, or a target is not finite.</exception>
    public static SequenceLoss Of(ILoss loss, IReadOnlyList<Vector> ys, IReadOnlyList<Vector?> targets)
    {
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(ys);
        ArgumentNullException.ThrowIfNull(targets);
        Shapes.RequireSteps(targets.Count, ys.Count, nameof(targets), nameof(ys));
        double[] values = new double[ys.Count];
        var gradients = new Vector[ys.Count];
        for (int t = 0; t < ys.Count; t++)
        {
            gradients[t] = Vector.Build.Dense(ys[t].Count);
            if (targets[t] is not { } target)
                continue;
            Shapes.RequireSize(target, ys[t].Count, $"targets[{t}]");
            Shapes.RequireFinite(target, $"targets[{t}]");
            values[t] = loss.Value(ys[t], target);
            gradients[t] = loss.Gradient(ys[t], target);
        }

        return new SequenceLoss(values, gradients);
    }
}
