
namespace Unrolled;

/// <summary>A model that reads symbols: an embedding below a recurrent layer with a dense head.</summary>
public sealed class SymbolModel
{
    /// <summary>A model of the two; their parameters stay theirs.</summary>
    /// <param name="embedding">What makes a vector of every symbol.</param>
    /// <param name="sequence">What reads the vectors.</param>
    /// <exception cref="ArgumentException">The sequence model does not take what the embedding gives.</exception>
    public SymbolModel(Embedding embedding, SequenceModel sequence)
    {
        ArgumentNullException.ThrowIfNull(embedding);
        ArgumentNullException.ThrowIfNull(sequence);
        if (sequence.Recurrent.InputSize != embedding.Size)
        {
            throw new ArgumentException(
                $"sequence takes {sequence.Recurrent.InputSize} features; embedding gives {embedding.Size}.", nameof(sequence));
        }

        (Embedding, Sequence) = (embedding, sequence);
        Parameters = new ParameterList([.. embedding.Parameters.Under("embedding."), .. sequence.Parameters]);
    }

    /// <summary>What makes a vector of every symbol.</summary>
    public Embedding Embedding { get; }

    /// <summary>What reads the vectors.</summary>
    public SequenceModel Sequence { get; }

    /// <summary>The embedding's under "embedding.", then those of the sequence model.</summary>
    public ParameterList Parameters { get; }

    /// <summary>From symbols to the head's outputs.</summary>
    /// <param name="symbols">[time, batch], each from 0; past a sequence's length any will do.</param>
    /// <param name="initial">The state before the first step; zeros if not given.</param>
    /// <param name="lengths">Each sequence's length; all steps if not given.</param>
    /// <param name="dropoutSource">The source of dropout's random numbers; no dropout if not given.</param>
    /// <param name="reuse">An earlier pass whose buffers may be written over.</param>
    /// <exception cref="ArgumentException">A symbol, a shape or a length does not fit.</exception>
    public SequencePass Forward(
        int[,] symbols,
        RecurrentState? initial = null,
        IReadOnlyList<int>? lengths = null,
        Random? dropoutSource = null,
        SequencePass? reuse = null) =>
        Sequence.Forward(Embedding.Forward(symbols), initial, lengths, dropoutSource, reuse);

    /// <summary>The way back; the parameters' gradients are added up in them.</summary>
    /// <param name="symbols">What <see cref="Forward"/> was given.</param>
    /// <param name="pass">What it returned.</param>
    /// <param name="dOutput">The gradient of the head's outputs, in their shape.</param>
    /// <returns>The gradient of the initial state.</returns>
    /// <exception cref="ArgumentException">A shape does not fit, or the pass is another layer's.</exception>
    public RecurrentState Backward(int[,] symbols, SequencePass pass, Tensor dOutput)
    {
        RecurrentGradient gradient = Sequence.Backward(pass, dOutput);
        Embedding.Backward(symbols, gradient.Input);
        return gradient.Initial;
    }
}
