namespace Unrolled;

/// <summary>One sequence, and its target steps.</summary>
/// <param name="Inputs">The inputs, [time, feature].</param>
/// <param name="Mask">Whether a step has a target, [time].</param>
public abstract record TaskExample(double[][] Inputs, bool[] Mask)
{
    /// <summary>Whether a step has a target, [time].</summary>
    /// <exception cref="ArgumentException">There is not one for every step.</exception>
    public bool[] Mask { get; } = Require.OneForEveryStep(Mask, Inputs);

    /// <summary>The number of steps.</summary>
    public int Length => Inputs.Length;

    /// <summary>The target steps, in order.</summary>
    public IEnumerable<int> TargetSteps => Enumerable.Range(0, Length).Where(t => Mask[t]);

    private protected static bool[] Everywhere(int length) => [.. Enumerable.Repeat(true, length)];

    private protected static bool[] AtTheLast(int length) => [.. Enumerable.Range(1, length).Select(t => t == length)];
}

/// <summary>A sequence whose target steps have values, such as a sum.</summary>
/// <param name="Inputs">The inputs, [time, feature].</param>
/// <param name="Targets">The values, [time, value]; 0 where the mask is false.</param>
/// <param name="Mask">Whether a step has a target, [time].</param>
public sealed record ValueExample(double[][] Inputs, double[][] Targets, bool[] Mask) : TaskExample(Inputs, Mask)
{
    /// <summary>The values, [time, value]; 0 where the mask is false.</summary>
    /// <exception cref="ArgumentException">There is not one row for every step.</exception>
    public double[][] Targets { get; } = Require.OneForEveryStep(Targets, Inputs);

    /// <summary>A sequence with a target at every step.</summary>
    /// <param name="inputs">The inputs, [time, feature].</param>
    /// <param name="targets">The values, [time, value].</param>
    public static ValueExample AtEveryStep(double[][] inputs, double[][] targets) =>
        new(inputs, targets, Everywhere(inputs.Length));

    /// <summary>A sequence with one value as target, at its last step.</summary>
    /// <param name="inputs">The inputs, [time, feature].</param>
    /// <param name="target">The value.</param>
    public static ValueExample AtLastStep(double[][] inputs, double target)
    {
        bool[] mask = AtTheLast(inputs.Length);
        return new ValueExample(inputs, [.. mask.Select(asked => new[] { asked ? target : 0 })], mask);
    }
}

/// <summary>A sequence whose target steps have one class each.</summary>
/// <param name="Inputs">The inputs, [time, feature].</param>
/// <param name="Targets">The classes, from 0, [time]; <see cref="NoClass"/> where the mask is false.</param>
/// <param name="Mask">Whether a step has a target, [time].</param>
public sealed record ClassExample(double[][] Inputs, int[] Targets, bool[] Mask) : TaskExample(Inputs, Mask)
{
    /// <summary>
    /// The value at steps without a target. It is no class, so that a loss that forgets the mask fails.
    /// </summary>
    public const int NoClass = -1;

    /// <summary>The classes, from 0, [time]; <see cref="NoClass"/> where the mask is false.</summary>
    /// <exception cref="ArgumentException">There is not one for every step.</exception>
    public int[] Targets { get; } = Require.OneForEveryStep(Targets, Inputs);

    /// <summary>A sequence with a target at every step.</summary>
    /// <param name="inputs">The inputs, [time, feature].</param>
    /// <param name="targets">The classes, [time].</param>
    public static ClassExample AtEveryStep(double[][] inputs, int[] targets) =>
        new(inputs, targets, Everywhere(inputs.Length));

    /// <summary>A sequence with targets at some steps.</summary>
    /// <param name="inputs">The inputs, [time, feature].</param>
    /// <param name="target">The class at a step; null at a step without a target.</param>
    public static ClassExample Where(double[][] inputs, Func<int, int?> target)
    {
        int?[] targets = [.. Enumerable.Range(0, inputs.Length).Select(target)];
        return new ClassExample(
            inputs, [.. targets.Select(value => value ?? NoClass)], [.. targets.Select(value => value.HasValue)]);
    }

    /// <summary>A sequence with a target at its last step only.</summary>
    /// <param name="inputs">The inputs, [time, feature].</param>
    /// <param name="target">The class.</param>
    public static ClassExample AtLastStep(double[][] inputs, int target) =>
        Where(inputs, t => t == inputs.Length - 1 ? target : null);

    /// <summary>
    /// A pair as one sequence, for a single network that reads the source and then writes the target: many to many,
    /// delayed. While it writes it sees a go mark, the one-hot symbol after the source's last, and it ends with an end
    /// mark, the class after the target's last.
    /// </summary>
    /// <param name="pair">The pair.</param>
    /// <param name="sourceSymbols">The number of source symbols, so that there are one more features.</param>
    /// <param name="targetSymbols">The number of target symbols, so that there are one more classes.</param>
    public static ClassExample Delayed(SequencePair pair, int sourceSymbols, int targetSymbols)
    {
        int[] written = [.. pair.Target, targetSymbols];
        IEnumerable<int> read = pair.Source.Concat(Enumerable.Repeat(sourceSymbols, written.Length));
        return Where(
            OneHot.Of(read, sourceSymbols + 1), t => t < pair.Source.Length ? null : written[t - pair.Source.Length]);
    }

    /// <summary>
    /// Every target step as a sequence of one step: the window of inputs that ends there, side by side, oldest first,
    /// as a perceptron with such a window reads it. Steps before the first are zeros.
    /// </summary>
    /// <param name="width">The steps in a window; 1 for the step alone.</param>
    /// <exception cref="ArgumentOutOfRangeException">The width is not positive.</exception>
    public IEnumerable<ClassExample> Windows(int width)
    {
        Require.AtLeast(width, 1);
        double[] before = new double[Inputs[0].Length];
        return TargetSteps.Select(t => AtLastStep(
            [[.. Enumerable.Range(t - width + 1, width).SelectMany(step => step < 0 ? before : Inputs[step])]],
            Targets[t]));
    }
}

/// <summary>A sequence to read and one to write, each with a length of its own.</summary>
/// <param name="Source">The symbols to read, from 0, [source time].</param>
/// <param name="Target">The symbols to write, from 0, [target time], without start and end.</param>
public sealed record SequencePair(int[] Source, int[] Target);
