
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
}
