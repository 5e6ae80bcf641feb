using MathNet.Numerics.Random;
using Unrolled.Layers;
using Unrolled.Training.Losses;

namespace Unrolled.Training;

/// <summary>Learns from whole sequences, each from zero state.</summary>
/// <typeparam name="TTargets">The targets' type.</typeparam>
/// <param name="model">The model.</param>
/// <param name="loss">The loss of the model's outputs for a batch.</param>
public sealed class SequenceLearner<TTargets>(SequenceModel model, Func<Tensor, SequenceBatch<TTargets>, LossValue> loss)
    : ILearner<SequenceBatch<TTargets>>
{
    private SequencePass? pass;

    /// <inheritdoc/>
    public ParameterList Parameters => model.Parameters;

    /// <inheritdoc/>
    public double Learn(SequenceBatch<TTargets> batch, RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(batch);
        pass = model.Forward(batch.Inputs, lengths: batch.Lengths, dropoutSource: random, reuse: pass);
        LossValue value = loss(pass.Output, batch);
        model.Backward(pass, value.Gradient);
        return value.Value;
    }

    /// <summary>The loss without learning and without dropout.</summary>
    public double Evaluate(SequenceBatch<TTargets> batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return loss(model.Forward(batch.Inputs, lengths: batch.Lengths).Output, batch).Value;
    }
}
