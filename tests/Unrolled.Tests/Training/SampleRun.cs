namespace Unrolled.Tests.Training;

/// <summary>
/// A training run that uses all that a checkpoint must keep: drawn batches, dropout, an optimiser with memories, a
/// schedule, validation.
/// </summary>
internal static class SampleRun
{
    internal static Trainer Create(
        int seed = 1,
        Optimizer? optimizer = null,
        float scale = 1,
        int? patience = null,
        Func<double>? validate = null,
        Action<string>? report = null)
    {
        Xoshiro256 random = new(seed);
        Lstm layer = new(2, 6, random, layers: 2, dropout: .2f);
        SequenceModel model = new(layer, outputSize: 1, OutputAt.LastStep, random);
        SequenceBatch fixedBatch = Batch(new Xoshiro256(99), 1);
        return new Trainer(model, optimizer ?? new Adam(.01), (_, source) => Batch(source, scale), random)
        {
            ClipNorm = 1,
            Schedule = LearningRateSchedule.Cosine(.02, .001, 200),
            Validate = validate ?? (() => model.Loss(fixedBatch)),
            ValidateEvery = 4,
            Patience = patience,
            ReportEvery = report is null ? 0 : 10,
            Report = report ?? (_ => { }),
        };
    }

    // The sum of the first feature over five steps.
    private static SequenceBatch Batch(Random random, float scale)
    {
        Tensor x = new(5, 8, 2);
        Tensor sums = new(8, 1);
        for (int i = 0; i < x.Count; i++)
            x.Values[i] = (float)random.NextDouble();
        for (int b = 0; b < 8; b++)
        {
            for (int t = 0; t < 5; t++)
                sums[b, 0] += scale * x[t, b, 0];
        }

        return new SequenceBatch(x, new ValueTargets(sums));
    }
}
