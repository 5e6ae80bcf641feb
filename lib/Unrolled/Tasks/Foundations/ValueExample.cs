namespace Unrolled.Tasks.Foundations;

/// <summary>A sequence whose asked steps have values, such as a sum.</summary>
/// <param name="Inputs">The inputs, [time, feature].</param>
/// <param name="Targets">The values, [time, value]; 0 where the mask is false.</param>
/// <param name="Mask">Whether a step has a target, [time].</param>
public sealed record ValueExample(double[][] Inputs, double[][] Targets, bool[] Mask) : Example(Inputs, Mask)
{
    /// <summary>The values, [time, value]; 0 where the mask is false.</summary>
    /// <exception cref="ArgumentException">There is not one row for every step.</exception>
    public double[][] Targets { get; } = Require.OneForEveryStep(Targets, Inputs);

    /// <summary>A sequence that is asked at every step.</summary>
    /// <param name="inputs">The inputs, [time, feature].</param>
    /// <param name="targets">The values, [time, value].</param>
    public static ValueExample AtEveryStep(double[][] inputs, double[][] targets) =>
        new(inputs, targets, Everywhere(inputs.Length));

    /// <summary>A sequence that is asked for one value, at its last step.</summary>
    /// <param name="inputs">The inputs, [time, feature].</param>
    /// <param name="target">The value.</param>
    public static ValueExample AtLastStep(double[][] inputs, double target)
    {
        bool[] mask = AtTheLast(inputs.Length);
        return new ValueExample(inputs, [.. mask.Select(asked => new[] { asked ? target : 0 })], mask);
    }
}
