namespace Unrolled;

/// <summary>
/// An array of <see cref="float"/> with a shape, row-major: the last dimension runs fastest. Sequences are time-major,
/// [time, batch, feature].
/// </summary>
public sealed class Tensor
{
    private readonly int[] shape;

    /// <summary>A tensor of zeros.</summary>
    /// <param name="shape">The dimensions, none negative; empty for a single number.</param>
    /// <exception cref="ArgumentException">
    /// A dimension is negative, or there are more values than an array can hold.
    /// </exception>
    public Tensor(params ReadOnlySpan<int> shape)
        : this(new float[CountOf(shape)], shape)
    {
    }

    /// <summary>A tensor over values that it does not copy.</summary>
    /// <param name="values">The values, row-major, as many as the shape's product.</param>
    /// <param name="shape">The dimensions.</param>
    /// <exception cref="ArgumentException">The shape does not fit the number of values.</exception>
    public Tensor(float[] values, params ReadOnlySpan<int> shape)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (CountOf(shape) != values.Length)
            throw new ArgumentException(
                $"The shape {Format(shape)} does not hold {values.Length} values.", nameof(shape));
        Values = values;
        this.shape = shape.ToArray();
    }

    /// <summary>The dimensions.</summary>
    public IReadOnlyList<int> Shape => shape;

    /// <summary>The values, live, row-major.</summary>
    public float[] Values { get; }

    /// <summary>The number of values.</summary>
    public int Count => Values.Length;

    /// <summary>The value at a place, one index a dimension.</summary>
    /// <exception cref="ArgumentException">The number of indices is not that of the dimensions.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside its dimension.</exception>
    public float this[params ReadOnlySpan<int> index]
    {
        get => Values[Place(index)];
        set => Values[Place(index)] = value;
    }

    /// <summary>The same values, shared, under another shape.</summary>
    /// <exception cref="ArgumentException">The shape does not fit the number of values.</exception>
    public Tensor Reshaped(params ReadOnlySpan<int> shape) => new(Values, shape);

    /// <summary>A copy that shares nothing.</summary>
    public Tensor Copy() => new([.. Values], shape);

    /// <summary>
    /// A copy of some indices of the first dimension, such as the steps of a window in a long stream.
    /// </summary>
    /// <param name="first">The first index.</param>
    /// <param name="count">The number of examples.</param>
    /// <exception cref="ArgumentOutOfRangeException">They are not all in the tensor.</exception>
    public Tensor Slice(int first, int count)
    {
        if (shape.Length == 0 || first < 0 || count < 0 || first + count > shape[0])
            throw new ArgumentOutOfRangeException(
                nameof(first), $"{count} indices from {first} are not in the first dimension of {this}.");
        int size = shape[0] == 0 ? 0 : Count / shape[0];
        return new Tensor(Values.AsSpan(first * size, count * size).ToArray(), [count, .. shape.AsSpan(1)]);
    }

    /// <summary>Sets every value to 0.</summary>
    public void Clear() => Array.Clear(Values);

    /// <inheritdoc/>
    public override string ToString() => $"Tensor {Format(shape)}";

    /// <summary>
    /// The number of times that the library has changed these values as parameters. What a caller writes to
    /// <see cref="Values"/> is not counted.
    /// </summary>
    internal int Version { get; set; }

    /// <summary>The dimensions, to be read without a detour.</summary>
    internal ReadOnlySpan<int> Dimensions => shape;

    internal static string Format(ReadOnlySpan<int> shape) => $"[{string.Join(", ", shape.ToArray())}]";

    /// <summary>This buffer if it has the shape, else a new one; its values are not cleared.</summary>
    internal static Tensor Sized(Tensor? buffer, params ReadOnlySpan<int> shape) =>
        buffer is not null && buffer.HasShape(shape) ? buffer : new Tensor(shape);

    internal bool HasShape(params ReadOnlySpan<int> expected) => shape.AsSpan().SequenceEqual(expected);

    /// <summary>The values at one index of the first dimension.</summary>
    internal Span<float> At(int first) => Values.AsSpan(first * (Count / shape[0]), Count / shape[0]);

    /// <summary>The values at one index of each of the first two dimensions.</summary>
    internal Span<float> At(int first, int second)
    {
        int size = Count / (shape[0] * shape[1]);
        return Values.AsSpan((first * shape[1] + second) * size, size);
    }

    internal Tensor Require(string name, params ReadOnlySpan<int> expected) => HasShape(expected)
        ? this
        : throw new ArgumentException($"{name} has shape {Format(shape)}; expected {Format(expected)}.", name);

    private static int CountOf(ReadOnlySpan<int> shape)
    {
        long count = 1;
        foreach (int length in shape)
        {
            if (length < 0)
                throw new ArgumentException($"The shape {Format(shape)} has a negative dimension.", nameof(shape));
            // A later dimension of 0 makes the tensor empty all the same.
            count = count > Array.MaxLength && length > 0 ? count : count * length;
        }

        return count <= Array.MaxLength
            ? (int)count
            : throw new ArgumentException(
                $"The shape {Format(shape)} has more values than an array can hold, {Array.MaxLength}.", nameof(shape));
    }

    private int Place(ReadOnlySpan<int> index)
    {
        if (index.Length != shape.Length)
            throw new ArgumentException(
                $"{Format(index)} has {index.Length} indices; expected {shape.Length}, for {this}.", nameof(index));
        int place = 0;
        for (int d = 0; d < shape.Length; d++)
        {
            if ((uint)index[d] >= (uint)shape[d])
                throw new ArgumentOutOfRangeException(nameof(index), $"{Format(index)} is outside {this}.");
            place = place * shape[d] + index[d];
        }

        return place;
    }
}
