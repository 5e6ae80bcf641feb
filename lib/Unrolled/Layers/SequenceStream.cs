namespace Unrolled;

/// <summary>
/// Steps through a trained model, one at a time, that carry their state along: the way to write a text symbol by
/// symbol, or to forecast while values arrive. Open another stream after the weights have changed.
/// </summary>
public sealed class SequenceStream
{
    private readonly SequenceModel model;
    private readonly RecurrentStream recurrent;

    internal SequenceStream(SequenceModel model, int batch, RecurrentState? initial) =>
        (this.model, recurrent) = (model, model.Recurrent.OpenStream(batch, initial));

    /// <summary>The number of parallel sequences.</summary>
    public int Batch => recurrent.Batch;

    /// <summary>The state after the last step, or before the first; the next step writes over it.</summary>
    public RecurrentState State => recurrent.State;

    /// <summary>One step of a model that reads symbols.</summary>
    /// <param name="symbols">The symbol of each sequence, from 0, [batch].</param>
    /// <returns>The head's outputs, [batch, output], such as the logits of the next symbol.</returns>
    /// <exception cref="ArgumentException">
    /// There is not one symbol for each sequence, one is outside the vocabulary, or the model has no embedding.
    /// </exception>
    public Tensor Step(params ReadOnlySpan<int> symbols)
    {
        if (symbols.Length != Batch)
        {
            throw new ArgumentException(
                $"symbols has {symbols.Length} numbers; expected {Batch}, one for each sequence.", nameof(symbols));
        }

        int[,] step = new int[1, Batch];
        for (int b = 0; b < Batch; b++)
            step[0, b] = symbols[b];
        Embedding embedding = model.RequireEmbedding(nameof(symbols));
        return Read(embedding.Forward(step).Reshaped(Batch, embedding.Size));
    }

    /// <summary>One step of a model that reads vectors.</summary>
    /// <param name="x">[batch, input].</param>
    /// <returns>The head's outputs, [batch, output].</returns>
    /// <exception cref="ArgumentException">The shape does not fit, or the model reads symbols.</exception>
    public Tensor Step(Tensor x)
    {
        model.RequireNoEmbedding(nameof(x));
        return Read(x);
    }

    /// <inheritdoc cref="RecurrentStream.Select"/>
    public void Select(IReadOnlyList<int> sequences) => recurrent.Select(sequences);

    private Tensor Read(Tensor x) => model.Head.Forward(recurrent.Step(x)).Reshaped(Batch, model.Head.OutputSize);
}
