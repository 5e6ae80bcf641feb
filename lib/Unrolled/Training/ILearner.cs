
namespace Unrolled;

/// <summary>A model with its loss: all that a <see cref="Trainer{TBatch}"/> needs to know of either.</summary>
/// <typeparam name="TBatch">What it learns from at one step.</typeparam>
public interface ILearner<in TBatch>
{
    /// <summary>What is learned.</summary>
    ParameterList Parameters { get; }

    /// <summary>Adds dL/dθ of a batch to the parameters' gradients.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="random">The random numbers, for dropout.</param>
    /// <returns>L.</returns>
    double Learn(TBatch batch, Random random);

    /// <summary>What the learner carries from batch to batch, to be kept in a checkpoint; nothing if not said otherwise.</summary>
    IEnumerable<NamedTensor> Carried => [];

    /// <summary>Takes over what <see cref="Carried"/> gave.</summary>
    /// <exception cref="SafetensorsException">A tensor has another shape.</exception>
    void RestoreCarried(SafetensorsFile file)
    {
    }
}
