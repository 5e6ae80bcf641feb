namespace Unrolled;

/// <summary>torch.nn.Embedding: a learned row for each symbol.</summary>
public sealed class Embedding
{
    private readonly Parameter weight;

    /// <summary>Rows drawn from the standard normal distribution, as in torch.</summary>
    /// <param name="vocabulary">The number of symbols.</param>
    /// <param name="size">The features of a row.</param>
    /// <param name="random">The seeded source.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1.</exception>
    public Embedding(int vocabulary, int size, Random random)
        : this(vocabulary, size) =>
        Parameters.DrawNormal(random);

    private Embedding(int vocabulary, int size)
    {
        Vocabulary = LayerCheck.RequirePositive(vocabulary, nameof(vocabulary));
        Size = LayerCheck.RequirePositive(size, nameof(size));
        weight = new Parameter("weight", vocabulary, size);
        Parameters = new ParameterList(weight);
    }

    /// <summary>Rows that are all 0.</summary>
    /// <param name="vocabulary">The number of symbols.</param>
    /// <param name="size">The features of a row.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1.</exception>
    public static Embedding Zeros(int vocabulary, int size) => new(vocabulary, size);

    /// <summary>The number of symbols.</summary>
    public int Vocabulary { get; }

    /// <summary>The features of a row.</summary>
    public int Size { get; }

    /// <summary>weight, [vocabulary, size].</summary>
    public ParameterList Parameters { get; }

    /// <summary>The symbols' rows, [time, batch, size].</summary>
    /// <param name="symbols">[time, batch], each from 0.</param>
    /// <exception cref="ArgumentException">A symbol is outside the vocabulary.</exception>
    public Tensor Forward(int[,] symbols)
    {
        RequireSymbols(symbols);
        Tensor x = new(symbols.GetLength(0), symbols.GetLength(1), Size);
        for (int t = 0; t < x.Shape[0]; t++)
        {
            for (int b = 0; b < x.Shape[1]; b++)
                weight.Value.At(symbols[t, b]).CopyTo(x.At(t, b));
        }

        return x;
    }

    /// <summary>Adds every place's gradient to its symbol's row.</summary>
    /// <param name="symbols">The symbols that <see cref="Forward"/> was given.</param>
    /// <param name="dOutput">dL/dx, [time, batch, size].</param>
    /// <exception cref="ArgumentException">A shape does not fit, or a symbol is outside the vocabulary.</exception>
    /// <exception cref="InvalidOperationException">Another thread is in a backward pass of this layer.</exception>
    public void Backward(int[,] symbols, Tensor dOutput)
    {
        RequireSymbols(symbols);
        ArgumentNullException.ThrowIfNull(dOutput);
        dOutput.Require(nameof(dOutput), symbols.GetLength(0), symbols.GetLength(1), Size);
        using var gradients = Parameters.Backward.Enter();
        for (int t = 0; t < dOutput.Shape[0]; t++)
        {
            for (int b = 0; b < dOutput.Shape[1]; b++)
            {
                Span<float> row = weight.Gradient.At(symbols[t, b]);
                ReadOnlySpan<float> more = dOutput.At(t, b);
                for (int k = 0; k < row.Length; k++)
                    row[k] += more[k];
            }
        }
    }

    private void RequireSymbols(int[,] symbols)
    {
        ArgumentNullException.ThrowIfNull(symbols);
        for (int t = 0; t < symbols.GetLength(0); t++)
        {
            for (int b = 0; b < symbols.GetLength(1); b++)
            {
                if ((uint)symbols[t, b] >= (uint)Vocabulary)
                {
                    throw new ArgumentException(
                        $"symbols[{t}, {b}] is {symbols[t, b]}; expected 0 to {Vocabulary - 1}.", nameof(symbols));
                }
            }
        }
    }
}
