namespace Unrolled;

/// <summary>
/// A tensor [first, batch, element] as the equations read it: one sequence, or one state, of the batch at a time.
/// A tensor [batch, element] has a first dimension of 1.
/// </summary>
internal sealed class BatchTensor
{
    private readonly int batch;
    private readonly int size;
    private readonly double[] values;

    /// <summary>A tensor to be filled; elements that are never set stay 0.</summary>
    internal BatchTensor(int first, int batch, int size)
    {
        (this.batch, this.size) = (batch, size);
        values = new double[first * batch * size];
    }

    /// <summary>A tensor to be read.</summary>
    internal BatchTensor(NamedTensor tensor)
    {
        (batch, size) = (tensor.Shape[^2], tensor.Shape[^1]);
        values = tensor.ToDoubles();
    }

    /// <summary>The vector at a step, or layer, of one sequence.</summary>
    internal Vector this[int first, int b]
    {
        get => Vector.Build.Dense(values.AsSpan(Place(first, b), size).ToArray());
        set => value.AsArray().AsSpan(0, size).CopyTo(values.AsSpan(Place(first, b)));
    }

    /// <summary>The first steps of one sequence.</summary>
    internal Vector[] Sequence(int b, int length) => [.. Enumerable.Range(0, length).Select(t => this[t, b])];

    /// <summary>Sets the first steps of one sequence.</summary>
    internal void SetSequence(int b, IReadOnlyList<Vector> sequence)
    {
        for (int t = 0; t < sequence.Count; t++)
            this[t, b] = sequence[t];
    }

    /// <summary>The whole tensor under a name, in the shape of its file.</summary>
    internal NamedTensor Named(string name, params IReadOnlyList<int> shape) => NamedTensor.Create(name, shape, values);

    private int Place(int first, int b) => (first * batch + b) * size;
}
