using System.Collections;

namespace Unrolled;

/// <summary>
/// The state that one step passes to the next: h alone, h and c for an LSTM, or these of every layer in turn for a deep
/// network.
/// </summary>
/// <param name="parts">The vectors, in the order of <see cref="ICell.StateSizes"/>.</param>
public sealed class State(params IReadOnlyList<Vector> parts) : IReadOnlyList<Vector>
{
    private readonly IReadOnlyList<Vector> parts = Shapes.RequireNotNull(parts);

    /// <summary>The hidden state (the context of an Elman network, the state units of a Jordan network).</summary>
    public Vector h => parts[0];

    /// <summary>The LSTM's cell state.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public Vector c => parts.Count > 1 ? parts[1] : throw new InvalidOperationException(
        $"This state has one vector, h [{h.Count}], and no cell state c.");

    /// <inheritdoc/>
    public int Count => parts.Count;

    /// <inheritdoc/>
    public Vector this[int index] => parts[index];

    /// <summary>The sizes of the vectors.</summary>
    public IReadOnlyList<int> Sizes => [.. parts.Select(part => part.Count)];

    /// <summary>A state of zeros.</summary>
    /// <param name="sizes">The sizes of its vectors.</param>
    public static State Zeros(IEnumerable<int> sizes) =>
        new([.. Shapes.RequireNotNull(sizes).Select(size => Vector.Build.Dense(size))]);

    /// <summary>The sum of two states, part by part.</summary>
    public static State operator +(State left, State right) => new([.. left.Zip(right, (a, b) => a + b)]);

    /// <summary>A part of this state, such as one layer's.</summary>
    /// <param name="start">Its first vector.</param>
    /// <param name="count">The number of its vectors.</param>
    public State Slice(int start, int count) => new([.. parts.Skip(start).Take(count)]);

    /// <inheritdoc/>
    public IEnumerator<Vector> GetEnumerator() => parts.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => Shapes.Of(Sizes);
}
