namespace Unrolled;

/// <summary>The measurements of a training run, in lists that a chart takes.</summary>
public sealed class TrainingHistory
{
    private readonly List<double> losses = [];
    private readonly List<double> norms = [];
    private readonly List<double> validationSteps = [];
    private readonly List<double> validationLosses = [];

    /// <summary>The loss of every step, before its change.</summary>
    public IReadOnlyList<double> Losses => losses;

    /// <summary>The norm of every step's gradient, before clipping.</summary>
    public IReadOnlyList<double> GradientNorms => norms;

    /// <summary>The number of steps before each validation.</summary>
    public IReadOnlyList<double> ValidationSteps => validationSteps;

    /// <summary>The loss of each validation.</summary>
    public IReadOnlyList<double> ValidationLosses => validationLosses;

    private IReadOnlyList<(string Name, List<double> Values)> Series =>
    [
        ("losses", losses),
        ("gradient_norms", norms),
        ("validation_steps", validationSteps),
        ("validation_losses", validationLosses),
    ];

    /// <summary>Makes room for more steps, within reason: a run may stop long before its last one.</summary>
    internal void Reserve(int steps)
    {
        steps = Math.Min(steps, 100_000);
        losses.EnsureCapacity(losses.Count + steps);
        norms.EnsureCapacity(norms.Count + steps);
    }

    internal void Add(double loss, double norm)
    {
        losses.Add(loss);
        norms.Add(norm);
    }

    internal void AddValidation(long step, double loss)
    {
        validationSteps.Add(step);
        validationLosses.Add(loss);
    }

    internal IEnumerable<NamedTensor> ToTensors(string prefix) =>
        Series.Select(series => NamedTensor.Create(prefix + series.Name, [series.Values.Count], [.. series.Values]));

    /// <summary>
    /// Reads everything, and returns what applies it, so that nothing changes if a tensor is missing.
    /// </summary>
    internal Action Read(SafetensorsFile file, string prefix)
    {
        double[][] read = [.. Series.Select(series => file[prefix + series.Name].ToDoubles())];
        return () =>
        {
            foreach ((List<double> values, double[] saved) in Series.Select(series => series.Values).Zip(read))
            {
                values.Clear();
                values.AddRange(saved);
            }
        };
    }
}
