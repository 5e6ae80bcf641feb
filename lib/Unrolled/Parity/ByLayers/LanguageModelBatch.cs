namespace Unrolled;

/// <summary>Embedding, one layer from zero state, a linear head at every step, mean cross-entropy, Adam.</summary>
internal static class LanguageModelBatch
{
    internal static Computation Of(LanguageModelCase recorded)
    {
        Computation computation = new(recorded, Tolerances.OfLayers);
        (int steps, int time, int batch) = (recorded.Steps, recorded.SeqLen, recorded.Batch);
        long[] tokens = computation.Take("tokens", steps, time + 1, batch).ToInt64s();
        SequenceModel model = new(
            Embedding.Zeros(recorded.Vocabulary, recorded.EmbeddingSize),
            RecurrentLayers.Create(recorded.Kind, recorded.EmbeddingSize, recorded.HiddenSize),
            Dense.Zeros(recorded.HiddenSize, recorded.Vocabulary),
            OutputAt.EveryStep);
        model.Parameters.Load(recorded.Tensors, "initial.");

        // The class of every token is the next one.
        SequenceBatch Batch(long step, Random random)
        {
            int first = (int)step * (time + 1);
            return new(Rows(tokens, first, time, batch), new ClassTargets(Rows(tokens, first + 1, time, batch)));
        }

        TrainingHistory history = model.Fit(Batch, new Adam(1e-2), steps, clipNorm: null, new Xoshiro256(0));

        computation.Compute(NamedTensor.Create("losses", [steps], [.. history.Losses]));
        foreach (NamedTensor weight in model.Parameters.ToTensors())
            computation.ComputeTrained(weight);
        return computation;
    }

    private static int[,] Rows(long[] tokens, int first, int time, int batch)
    {
        int[,] rows = new int[time, batch];
        for (int t = 0; t < time; t++)
        {
            for (int b = 0; b < batch; b++)
                rows[t, b] = checked((int)tokens[(first + t) * batch + b]);
        }

        return rows;
    }
}
