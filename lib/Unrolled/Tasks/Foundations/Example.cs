namespace Unrolled.Tasks.Foundations;

/// <summary>One sequence, and the steps at which something is asked.</summary>
/// <param name="Inputs">The inputs, [time, feature].</param>
/// <param name="Mask">Whether a step has a target, [time].</param>
public abstract record Example(double[][] Inputs, bool[] Mask)
{
    /// <summary>Whether a step has a target, [time].</summary>
    /// <exception cref="ArgumentException">There is not one for every step.</exception>
    public bool[] Mask { get; } = Require.OneForEveryStep(Mask, Inputs);

    /// <summary>The number of steps.</summary>
    public int Length => Inputs.Length;

    /// <summary>The steps that have a target, in order.</summary>
    public IEnumerable<int> AskedSteps => Enumerable.Range(0, Length).Where(t => Mask[t]);

    private protected static bool[] Everywhere(int length) => [.. Enumerable.Repeat(true, length)];

    private protected static bool[] AtTheLast(int length) => [.. Enumerable.Range(1, length).Select(t => t == length)];
}
