namespace Unrolled;

/// <summary>Embedding, one layer from zero state, a linear head at every step, mean cross-entropy, Adam.</summary>
internal sealed class LanguageModelComputation
{
    private const string Prefix = "embedding.";

    private readonly LanguageModelCase recorded;
    private readonly Computation computation;
    private readonly TorchTraining training;
    private readonly EmbeddingMatrix embedding;
    private readonly long[] tokens;

    private LanguageModelComputation(LanguageModelCase recorded)
    {
        this.recorded = recorded;
        computation = new Computation(recorded, Tolerances.OfEquations);
        tokens = computation.Take("tokens", recorded.Steps, recorded.SeqLen + 1, recorded.Batch).ToInt64s();
        embedding = EmbeddingMatrix.Zeros(recorded.Vocabulary, recorded.EmbeddingSize);
        training = new TorchTraining(
            RecurrentCells.Create(recorded.Kind, recorded.EmbeddingSize, recorded.HiddenSize),
            recorded.Vocabulary,
            recorded.Tensors,
            new Adam(1e-2));
    }

    internal static Computation Of(LanguageModelCase recorded)
    {
        LanguageModelComputation one = new(recorded);
        double[] losses = [.. Enumerable.Range(0, recorded.Steps).Select(one.LearnMinibatch)];
        one.computation.Compute(NamedTensor.Create("losses", [recorded.Steps], losses));
        foreach (NamedTensor weight in one.training.Weights)
            one.computation.ComputeTrained(weight);
        return one.computation;
    }

    private double LearnMinibatch(int step)
    {
        CellWithOutput model = training.Model();
        TorchWeights.Read(embedding, new SafetensorsFile(training.Weights), Prefix);
        CellWithOutput sums = model.ZerosLike();
        EmbeddingMatrix embeddingSums = embedding.ZerosLike();
        double loss = Enumerable.Range(0, recorded.Batch).Sum(
            b => LearnSequence(Tokens(step, b), model, sums, embeddingSums));
        training.Step(sums, TorchWeights.Write(embeddingSums, Prefix));
        return loss;
    }

    // One sequence's share of the batch's mean loss; its share of the gradients is added to the sums.
    private double LearnSequence(
        int[] symbols, CellWithOutput model, CellWithOutput sums, EmbeddingMatrix embeddingSums)
    {
        double share = 1.0 / (recorded.SeqLen * recorded.Batch);
        CellTrace run = model.Run(embedding.Forward(symbols[..^1]));
        SequenceLoss loss = SequenceLoss.Of(
            new CrossEntropy(), run.Outputs, Sequence.OneHot(symbols[1..], recorded.Vocabulary));
        CellGradient gradient = BackpropagationThroughTime.Gradient(
            model, run, [.. loss.Gradients.Select(dy => dy * share)]);
        sums.Parameters.Accumulate(gradient.OfParameters.Parameters);
        embedding.Backward(symbols[..^1], gradient.OfInputs, embeddingSums);
        return loss.Total * share;
    }

    private int[] Tokens(int step, int b) =>
        [.. Enumerable.Range(0, recorded.SeqLen + 1).Select(
            t => (int)tokens[(step * (recorded.SeqLen + 1) + t) * recorded.Batch + b])];
}
