using MathNet.Numerics.Random;

namespace Unrolled.Tasks.Foundations;

/// <summary>
/// A task that is generated. What it draws says how it is trained: <see cref="ClassExample"/> by cross-entropy,
/// <see cref="ValueExample"/> by squared error, <see cref="SequencePair"/> by an encoder and a decoder.
/// <para>Invariant: the same seed gives the same examples on every machine.</para>
/// </summary>
/// <typeparam name="TExample">What one draw gives.</typeparam>
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

    /// <summary>What can be had without learning anything from the inputs.</summary>
    Baseline Baseline { get; }

    /// <summary>Draws one example.</summary>
    /// <param name="random">The seeded source.</param>
    TExample Draw(RandomSource random);
}
