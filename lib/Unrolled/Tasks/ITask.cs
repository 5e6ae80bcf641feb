
namespace Unrolled;

/// <summary>
/// A task that is generated. The type of its examples decides the loss: <see cref="ClassExample"/> by cross-entropy,
/// <see cref="ValueExample"/> by squared error, <see cref="SequencePair"/> by an encoder and a decoder.
/// <para>Invariant: the same seed gives the same examples on every machine.</para>
/// </summary>
/// <typeparam name="TExample">The type of one draw.</typeparam>
public interface ITask<out TExample>
{
    /// <summary>The task and its size, such as "Adding, T = 100".</summary>
    string Name { get; }

    /// <summary>The features of one step; for pairs, the number of source symbols.</summary>
    int InputSize { get; }

    /// <summary>
    /// The classes or values of one step; for pairs, the number of target symbols without start and end.
    /// </summary>
    int OutputSize { get; }

    /// <summary>The score without learning anything from the inputs.</summary>
    Baseline Baseline { get; }

    /// <summary>Draws one example.</summary>
    /// <param name="random">The seeded source.</param>
    TExample Draw(Random random);
}

/// <summary>The score of an answer that learns nothing from the inputs, over the target steps.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Value">The expected score.</param>
/// <param name="Answer">The answer that has it, in words.</param>
public sealed record Baseline(ScoreMeasure Measure, double Value, string Answer);

/// <summary>The measure of a score.</summary>
public enum ScoreMeasure
{
    /// <summary>The share of target steps that are right; more is better.</summary>
    Accuracy,

    /// <summary>The share of pairs whose whole target is right; more is better.</summary>
    ExactMatch,

    /// <summary>The mean squared error of a value; less is better.</summary>
    MeanSquaredError,

    /// <summary>The mean cross-entropy of a target step, in nats; less is better.</summary>
    CrossEntropy,
}

/// <summary>Draws of more than one example.</summary>
public static class TaskDraws
{
    /// <summary>Draws examples one after the other, as many single draws would.</summary>
    /// <param name="task">The task.</param>
    /// <param name="count">The number of examples.</param>
    /// <param name="random">The seeded source.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public static TExample[] Draw<TExample>(this ITask<TExample> task, int count, Random random)
    {
        Require.AtLeast(count, 0);
        var examples = new TExample[count];
        for (int i = 0; i < count; i++)
            examples[i] = task.Draw(random);
        return examples;
    }

    /// <summary>
    /// Draws examples whose inputs differ from each other and from those of other examples. Two independent draws, such
    /// as a training set and a test set, can well share examples: a claim about unseen ones needs this.
    /// </summary>
    /// <param name="task">The task.</param>
    /// <param name="count">The number of examples.</param>
    /// <param name="random">The seeded source.</param>
    /// <param name="except">The examples whose inputs are not drawn, such as the training set.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    /// <exception cref="InvalidOperationException">
    /// Ten thousand draws in a row gave nothing new; the message says how many examples were found before.
    /// </exception>
    public static TExample[] DrawDistinct<TExample>(
        this ITask<TExample> task, int count, Random random, params IEnumerable<TExample> except)
        where TExample : TaskExample =>
        DrawDistinct(task, count, random, except, example => [.. example.Inputs.SelectMany(step => step)]);

    /// <inheritdoc cref="DrawDistinct{TExample}(ITask{TExample}, int, Random, IEnumerable{TExample})"/>
    /// <summary>Draws pairs whose sources differ from each other and from those of other pairs.</summary>
    public static SequencePair[] DrawDistinct(
        this ITask<SequencePair> task, int count, Random random, params IEnumerable<SequencePair> except) =>
        DrawDistinct(task, count, random, except, pair => [.. pair.Source.Select(symbol => (double)symbol)]);

    private static TExample[] DrawDistinct<TExample>(
        ITask<TExample> task, int count, Random random, IEnumerable<TExample> except, Func<TExample, double[]> inputsOf)
    {
        const int patience = 10_000;
        ArgumentNullException.ThrowIfNull(except);
        Require.AtLeast(count, 0);
        HashSet<double[]> seen = new(except.Select(inputsOf), new SameNumbers());
        var examples = new TExample[count];
        for (int i = 0, inVain = 0; i < count;)
        {
            TExample example = task.Draw(random);
            if (seen.Add(inputsOf(example)))
            {
                examples[i++] = example;
                inVain = 0;
            }
            else if (++inVain == patience)
            {
                throw new InvalidOperationException(
                    $"{task.Name}: {patience} draws in a row gave no other example after {i} of {count}, with "
                    + $"{seen.Count - i} excluded; expected a task with more different examples, or a smaller count.");
            }
        }

        return examples;
    }

    private sealed class SameNumbers : IEqualityComparer<double[]>
    {
        public bool Equals(double[]? x, double[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(double[] numbers)
        {
            HashCode hash = new();
            foreach (double number in numbers)
                hash.Add(number);
            return hash.ToHashCode();
        }
    }
}
