
namespace Unrolled;

/// <summary>
/// A vector for every symbol (Bengio et al. 2003, A Neural Probabilistic Language Model, where the matrix is C).
/// <code>
/// x(t) = E w(t),   w(t) one-hot: the column of E that belongs to the symbol
/// </code>
/// Multiplying by a one-hot vector only picks a column, so the column is picked; in the backward pass only that column
/// receives a gradient.
/// </summary>
public sealed class EmbeddingMatrix
{
    /// <summary>Vectors whose elements are drawn from the standard normal distribution, as in torch.</summary>
    /// <param name="symbols">The number of symbols.</param>
    /// <param name="size">The number of elements of a symbol's vector.</param>
    /// <param name="random">The seeded source.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1.</exception>
    public EmbeddingMatrix(int symbols, int size, Random random)
        : this(symbols, size) =>
        Parameters.DrawNormal(random);

    private EmbeddingMatrix(int symbols, int size) =>
        E = Matrix.Build.Dense(
            Shapes.RequirePositive(size, nameof(size)), Shapes.RequirePositive(symbols, nameof(symbols)));

    /// <summary>Vectors whose parameters are all 0.</summary>
    /// <param name="symbols">The number of symbols.</param>
    /// <param name="size">The number of elements of a symbol's vector.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1.</exception>
    public static EmbeddingMatrix Zeros(int symbols, int size) => new(symbols, size);

    /// <summary>The vectors, a column a symbol, [size, symbol].</summary>
    public Matrix E { get; }

    /// <summary>E, live.</summary>
    public ParameterSet Parameters => new() { E };

    /// <summary>An embedding of the same sizes that is all 0.</summary>
    public EmbeddingMatrix ZerosLike() => new(E.ColumnCount, E.RowCount);

    /// <summary>The vectors of a sequence of symbols, [time, size].</summary>
    /// <param name="symbols">The symbols, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A symbol has no vector.</exception>
    public Vector[] Forward(IEnumerable<int> symbols) => [.. Shapes.RequireNotNull(symbols).Select(Forward)];

    /// <summary>The vector of a symbol, [size].</summary>
    /// <param name="symbol">The symbol, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The symbol has no vector.</exception>
    public Vector Forward(int symbol) => symbol >= 0 && symbol < E.ColumnCount
        ? E.Column(symbol)
        : throw new ArgumentOutOfRangeException(
            nameof(symbol), symbol, $"symbol is {symbol}; expected 0 to {E.ColumnCount - 1}.");

    /// <summary>Adds dL/dE of a sequence.</summary>
    /// <param name="symbols">The symbols that were read.</param>
    /// <param name="dxs">dL/dx of their vectors, [time, size].</param>
    /// <param name="d">The gradient to which dL/dE is added.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public void Backward(IReadOnlyList<int> symbols, IReadOnlyList<Vector> dxs, EmbeddingMatrix d)
    {
        ArgumentNullException.ThrowIfNull(symbols);
        ArgumentNullException.ThrowIfNull(dxs);
        ArgumentNullException.ThrowIfNull(d);
        Shapes.RequireSteps(dxs.Count, symbols.Count, nameof(dxs), nameof(symbols));
        for (int t = 0; t < symbols.Count; t++)
            d.E.SetColumn(symbols[t], d.E.Column(symbols[t]) + dxs[t]);
    }
}
