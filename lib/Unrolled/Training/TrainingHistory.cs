namespace Unrolled.Training;

/// <summary>What a training run measured, in lists that a chart takes.</summary>
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

    /// <summary>After how many steps each validation was made.</summary>
    public IReadOnlyList<double> ValidationSteps => validationSteps;

    /// <summary>The loss of each validation.</summary>
    public IReadOnlyList<double> ValidationLosses => validationLosses;

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

    internal void Restore(
        IEnumerable<double> oldLosses, IEnumerable<double> oldNorms, IEnumerable<double> oldSteps, IEnumerable<double> oldValidations)
    {
        Replace(losses, oldLosses);
        Replace(norms, oldNorms);
        Replace(validationSteps, oldSteps);
        Replace(validationLosses, oldValidations);
    }

    private static void Replace(List<double> list, IEnumerable<double> values)
    {
        list.Clear();
        list.AddRange(values);
    }
}
