using Unrolled.Experiments.Models;
using Unrolled.Experiments.Rows;
using Unrolled.Experiments.Trials;

namespace Unrolled.Experiments.Problems;

/// <summary>A problem of whole sequences, each from zero state, with a class or value at every step or at the last.</summary>
internal abstract class SequenceProblem : IProblem
{
    public abstract Score Score { get; }

    public abstract IReadOnlyList<Trivial> Baselines { get; }

    internal abstract int InputSize { get; }

    internal abstract int OutputSize { get; }

    internal abstract OutputAt OutputAt { get; }

    public ITrial Begin(Row row, Xoshiro256 random)
    {
        RecurrentLayer layer = row.CreateLayer(InputSize, random);
        if (row.ReadOutUnits is { } units)
        {
            PerceptronReadOut deep = new(layer, units, OutputSize, random);
            return Train(deep, deep.Output);
        }

        SequenceModel model = LinearReadOut.Of(layer, OutputSize, OutputAt, random);
        return Train(new SequenceLearner(model), batch => model.Forward(batch.Inputs, lengths: batch.Lengths).Output);

        Trial<SequenceBatch> Train(ILearner<SequenceBatch> learner, Func<SequenceBatch, Tensor> output) => new(
            learner, row, (_, source) => NextBatch(source), random, fresh => new Measurement(Measure(output, fresh)));
    }

    internal abstract SequenceBatch NextBatch(Random random);

    /// <summary>The score on fresh sequences, which come from the source, or on the test part.</summary>
    internal abstract double Measure(Func<SequenceBatch, Tensor> output, Random random);
}
