using Unrolled.Parity.Tensors;
using Unrolled.ReferenceCases;

namespace Unrolled.Parity.Batches;

/// <summary>Embedding, one layer from zero state, a linear head at every step, mean cross-entropy, Adam.</summary>
internal sealed class LanguageModelBatch : ILearner<int[,]>
{
    private readonly Embedding embedding;
    private readonly SequenceModel model;

    private LanguageModelBatch(LanguageModelCase recorded)
    {
        embedding = new Embedding(recorded.Vocabulary, recorded.EmbeddingSize);
        model = new SequenceModel(
            RecurrentLayers.Create(recorded.Kind, recorded.EmbeddingSize, recorded.HiddenSize),
            new Dense(recorded.HiddenSize, recorded.Vocabulary),
            OutputAt.EveryStep);
        Parameters = new ParameterList([.. embedding.Parameters.Under("embedding."), .. model.Parameters]);
        Parameters.Load(recorded.Tensors, "initial.");
    }

    public ParameterList Parameters { get; }

    internal static Computation Of(LanguageModelCase recorded)
    {
        Computation computation = new(recorded, Tolerances.OfLayers);
        long[] tokens = computation.Take("tokens", recorded.Steps, recorded.SeqLen + 1, recorded.Batch).ToInt64s();
        LanguageModelBatch learner = new(recorded);
        Trainer<int[,]> trainer = new(
            learner, new Adam(1e-2), (step, _) => Tokens(tokens, (int)step, recorded.SeqLen + 1, recorded.Batch), new Xoshiro256(0));
        TrainingHistory history = trainer.Run(recorded.Steps);

        computation.Compute(NamedTensor.Create("losses", [recorded.Steps], [.. history.Losses]));
        foreach (NamedTensor weight in learner.Parameters.ToTensors())
            computation.ComputeTrained(weight);
        return computation;
    }

    public double Learn(int[,] batch, Random random)
    {
        int steps = batch.GetLength(0) - 1;
        int[,] inputs = Rows(batch, 0, steps);
        SequencePass pass = model.Forward(embedding.Forward(inputs));
        LossValue loss = BatchCrossEntropy.Of(pass.Output, Rows(batch, 1, steps));
        embedding.Backward(inputs, model.Backward(pass, loss.Gradient).Input);
        return loss.Value;
    }

    private static int[,] Tokens(long[] all, int step, int time, int batch)
    {
        int[,] tokens = new int[time, batch];
        for (int t = 0; t < time; t++)
        {
            for (int b = 0; b < batch; b++)
                tokens[t, b] = checked((int)all[(step * time + t) * batch + b]);
        }

        return tokens;
    }

    private static int[,] Rows(int[,] tokens, int first, int count)
    {
        int[,] rows = new int[count, tokens.GetLength(1)];
        Array.Copy(tokens, first * tokens.GetLength(1), rows, 0, rows.Length);
        return rows;
    }
}
