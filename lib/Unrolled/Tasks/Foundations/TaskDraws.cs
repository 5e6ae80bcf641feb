using MathNet.Numerics.Random;

namespace Unrolled.Tasks.Foundations;

/// <summary>Draws of more than one example.</summary>
public static class TaskDraws
{
    /// <summary>Draws examples one after the other, as many single draws would.</summary>
    /// <param name="task">The task.</param>
    /// <param name="count">How many.</param>
    /// <param name="random">The seeded source.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public static TExample[] Draw<TExample>(this ITask<TExample> task, int count, RandomSource random)
    {
        Require.AtLeast(count, 0);
        var examples = new TExample[count];
        for (int i = 0; i < count; i++)
            examples[i] = task.Draw(random);
        return examples;
    }
}
