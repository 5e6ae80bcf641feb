
namespace Unrolled;

/// <summary>Learns from whole sequences, each from zero state.</summary>
/// <param name="model">The model.</param>
public sealed class SequenceLearner(SequenceModel model) : ILearner<SequenceBatch>
{
    private SequencePass? pass;
    private Tensor? dOutput;

    /// <inheritdoc/>
    public ParameterList Parameters => model.Parameters;

    /// <inheritdoc/>
    public double Learn(SequenceBatch batch, Random random)
    {
        ArgumentNullException.ThrowIfNull(batch);
        pass = model.Forward(batch.Inputs, lengths: batch.Lengths, dropoutSource: random, reuse: pass);
        LossValue value = batch.Targets.Loss(pass.Output, dOutput);
        dOutput = value.Gradient;
        model.Backward(pass, value.Gradient);
        return value.Value;
    }

    /// <summary>The loss without learning and without dropout.</summary>
    public double Evaluate(SequenceBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return batch.Targets.Loss(Output(batch)).Value;
    }

    /// <summary>The share of a batch's classes that the model gets right, without learning and without dropout.</summary>
    /// <exception cref="ArgumentException">The batch's targets are not classes.</exception>
    public double Accuracy(SequenceBatch batch) => Classes(batch).Accuracy(Output(batch));

    /// <summary>The share of a batch's sequences that the model gets right at every step that is asked.</summary>
    /// <inheritdoc cref="Accuracy"/>
    public double ExactMatch(SequenceBatch batch) => Classes(batch).ExactMatch(Output(batch));

    /// <summary>The classes that the model gives where they are asked, [sequence][asked step].</summary>
    /// <inheritdoc cref="Accuracy"/>
    public int[][] Answers(SequenceBatch batch) => Classes(batch).Answers(Output(batch));

    private static ClassTargets Classes(SequenceBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return batch.Targets as ClassTargets
            ?? throw new ArgumentException($"batch has {batch.Targets.GetType().Name}; expected {nameof(ClassTargets)}.", nameof(batch));
    }

    private Tensor Output(SequenceBatch batch) => model.Forward(batch.Inputs, lengths: batch.Lengths).Output;
}
