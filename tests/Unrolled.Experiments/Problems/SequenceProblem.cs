using Unrolled.Experiments.Models;
using Unrolled.Experiments.Rows;
using Unrolled.Experiments.Trials;

namespace Unrolled.Experiments.Problems;

/// <summary>
/// A problem of whole sequences, each from zero state, with a class or value at every step or at the last.
/// </summary>
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
        Adam adam = new(row.LearningRate);
        if (row.ReadOutUnits is { } units)
        {
            PerceptronReadOut deep = new(layer, units, OutputSize, random);
            Trainer ofDeep = new(deep.Parameters, adam, (_, source) => deep.Learn(NextBatch(source), source), random)
            {
                ClipNorm = Protocol.ClipNorm,
            };
            return new Trial(ofDeep, fresh => new Measurement(Measure(deep.Output, fresh)));
        }

        SequenceModel model = new(layer, OutputSize, OutputAt, random);
        Trainer trainer = new(model, adam, (_, source) => NextBatch(source), random) { ClipNorm = Protocol.ClipNorm };
        return new Trial(trainer, fresh => new Measurement(Measure(batch => model.Forward(batch).Output, fresh)));
    }

    internal abstract SequenceBatch NextBatch(Random random);

    /// <summary>The score on fresh sequences, which come from the source, or on the test part.</summary>
    internal abstract double Measure(Func<SequenceBatch, Tensor> output, Random random);
}
