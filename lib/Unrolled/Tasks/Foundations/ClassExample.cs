namespace Unrolled.Tasks.Foundations;

/// <summary>A sequence whose asked steps have one class each.</summary>
/// <param name="Inputs">The inputs, [time, feature].</param>
/// <param name="Targets">The classes, from 0, [time]; <see cref="NoClass"/> where the mask is false.</param>
/// <param name="Mask">Whether a step has a target, [time].</param>
public sealed record ClassExample(double[][] Inputs, int[] Targets, bool[] Mask) : Example(Inputs, Mask)
{
    /// <summary>Stands where there is no target. It is no class, so that a loss that forgets the mask fails.</summary>
    public const int NoClass = -1;

    /// <summary>The classes, from 0, [time]; <see cref="NoClass"/> where the mask is false.</summary>
    /// <exception cref="ArgumentException">There is not one for every step.</exception>
    public int[] Targets { get; } = Require.OneForEveryStep(Targets, Inputs);

    /// <summary>A sequence that is asked at every step.</summary>
    /// <param name="inputs">The inputs, [time, feature].</param>
    /// <param name="targets">The classes, [time].</param>
    public static ClassExample AtEveryStep(double[][] inputs, int[] targets) =>
        new(inputs, targets, Everywhere(inputs.Length));

    /// <summary>A sequence that is asked at some steps.</summary>
    /// <param name="inputs">The inputs, [time, feature].</param>
    /// <param name="target">The class at a step; null where nothing is asked.</param>
    public static ClassExample Where(double[][] inputs, Func<int, int?> target)
    {
        int?[] targets = [.. Enumerable.Range(0, inputs.Length).Select(target)];
        return new ClassExample(
            inputs, [.. targets.Select(value => value ?? NoClass)], [.. targets.Select(value => value.HasValue)]);
    }

    /// <summary>A sequence that is asked at its last step only.</summary>
    /// <param name="inputs">The inputs, [time, feature].</param>
    /// <param name="target">The class.</param>
    public static ClassExample AtLastStep(double[][] inputs, int target) =>
        Where(inputs, t => t == inputs.Length - 1 ? target : null);
}
