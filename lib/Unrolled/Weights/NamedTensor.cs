using System.Buffers.Binary;
using System.Text;

namespace Unrolled;

/// <summary>A named array of numbers with a shape, stored row-major: the last dimension runs fastest.</summary>
public sealed class NamedTensor
{
    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[] bytes;

    internal NamedTensor(string name, ElementType type, IReadOnlyList<int> shape, byte[] bytes)
    {
        Name = name;
        Type = type;
        Shape = shape;
        this.bytes = bytes;
    }

    /// <summary>The name, such as <c>weight_ih_l0</c>.</summary>
    public string Name { get; }

    /// <summary>The type in which the values are stored.</summary>
    public ElementType Type { get; }

    /// <summary>The shape; empty for a single number.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>The number of values: the product of the shape.</summary>
    public int Count => bytes.Length / Type.Size();

    internal ReadOnlySpan<byte> Bytes => bytes;

    /// <summary>A tensor stored as <see cref="ElementType.F64"/>.</summary>
    /// <inheritdoc cref="Create(string, IReadOnlyList{int}, float[])"/>
    public static NamedTensor Create(string name, IReadOnlyList<int> shape, double[] values) =>
        Create(name, ElementType.F64, shape, values, BinaryPrimitives.WriteDoubleLittleEndian);

    /// <summary>A tensor stored as <see cref="ElementType.F32"/>.</summary>
    /// <param name="name">The name, any Unicode text.</param>
    /// <param name="shape">The shape; empty for a single number.</param>
    /// <param name="values">The values, row-major, as many as the shape's product; they are copied.</param>
    /// <exception cref="ArgumentException">The name is not Unicode, or the shape does not fit the values.</exception>
    public static NamedTensor Create(string name, IReadOnlyList<int> shape, float[] values) =>
        Create(name, ElementType.F32, shape, values, BinaryPrimitives.WriteSingleLittleEndian);

    /// <summary>A tensor stored as <see cref="ElementType.I64"/>.</summary>
    /// <inheritdoc cref="Create(string, IReadOnlyList{int}, float[])"/>
    public static NamedTensor Create(string name, IReadOnlyList<int> shape, long[] values) =>
        Create(name, ElementType.I64, shape, values, BinaryPrimitives.WriteInt64LittleEndian);

    /// <summary>The values as <see cref="double"/>, exactly as stored.</summary>
    /// <exception cref="InvalidOperationException">The tensor holds integers.</exception>
    public double[] ToDoubles() => Type switch
    {
        ElementType.F64 => Read(BinaryPrimitives.ReadDoubleLittleEndian),
        ElementType.F32 => Read(value => (double)BinaryPrimitives.ReadSingleLittleEndian(value)),
        ElementType.F16 => Read(value => (double)BinaryPrimitives.ReadHalfLittleEndian(value)),
        ElementType.BF16 => Read(value => (double)ReadBrainFloat(value)),
        _ => throw NotStoredAs("floating point numbers", nameof(ToInt64s)),
    };

    /// <summary>
    /// The values as <see cref="float"/>; those stored as <see cref="ElementType.F64"/> are rounded to the nearest.
    /// </summary>
    /// <exception cref="InvalidOperationException">The tensor holds integers.</exception>
    public float[] ToFloats() => Type switch
    {
        ElementType.F64 => Read(value => (float)BinaryPrimitives.ReadDoubleLittleEndian(value)),
        ElementType.F32 => Read(BinaryPrimitives.ReadSingleLittleEndian),
        ElementType.F16 => Read(value => (float)BinaryPrimitives.ReadHalfLittleEndian(value)),
        ElementType.BF16 => Read(ReadBrainFloat),
        _ => throw NotStoredAs("floating point numbers", nameof(ToInt64s)),
    };

    /// <summary>The values as <see cref="long"/>.</summary>
    /// <exception cref="InvalidOperationException">The tensor holds floating point numbers.</exception>
    public long[] ToInt64s() =>
        Type == ElementType.I64
            ? Read(BinaryPrimitives.ReadInt64LittleEndian)
            : throw NotStoredAs("integers", nameof(ToDoubles));

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Type} {Format(Shape)}";

    internal static string Format(IEnumerable<int> shape) => $"[{string.Join(", ", shape)}]";

    private static NamedTensor Create<T>(
        string name, ElementType type, IReadOnlyList<int> shape, T[] values, WriteValue<T> write)
    {
        RequireUnicode(name);
        if (shape.Any(length => length < 0)
            || shape.Aggregate(1.0, (product, length) => product * length) != values.Length)
            throw new ArgumentException(
                $"Tensor \"{name}\": the shape {Format(shape)} does not hold {values.Length} values.", nameof(shape));

        byte[] bytes = new byte[checked(values.Length * type.Size())];
        for (int k = 0; k < values.Length; k++)
            write(bytes.AsSpan(k * type.Size()), values[k]);
        return new NamedTensor(name, type, [.. shape], bytes);
    }

    private static void RequireUnicode(string name)
    {
        try
        {
            StrictUtf8.GetByteCount(name);
        }
        catch (EncoderFallbackException half)
        {
            throw new ArgumentException(
                $"A tensor's name holds half a character at index {half.Index}.", nameof(name), half);
        }
    }

    private static float ReadBrainFloat(ReadOnlySpan<byte> value) =>
        BitConverter.Int32BitsToSingle(BinaryPrimitives.ReadUInt16LittleEndian(value) << 16);

    private T[] Read<T>(ReadValue<T> read)
    {
        T[] values = new T[Count];
        for (int k = 0; k < values.Length; k++)
            values[k] = read(bytes.AsSpan(k * Type.Size()));
        return values;
    }

    private InvalidOperationException NotStoredAs(string wanted, string instead) =>
        new($"Tensor \"{Name}\" is {Type} and does not hold {wanted}; use {instead}.");

    private delegate void WriteValue<T>(Span<byte> destination, T value);

    private delegate T ReadValue<T>(ReadOnlySpan<byte> source);
}

/// <summary>The type of a tensor's values, under the names of the safetensors format.</summary>
public enum ElementType
{
    // In the order of the format's alignment: a file is written from the last to the first.

    /// <summary>16-bit floating point, IEEE 754; read only.</summary>
    F16,

    /// <summary>The upper half of a 32-bit floating point number; read only.</summary>
    BF16,

    /// <summary>32-bit floating point: <see cref="float"/>.</summary>
    F32,

    /// <summary>64-bit floating point: <see cref="double"/>.</summary>
    F64,

    /// <summary>64-bit signed integer: <see cref="long"/>.</summary>
    I64,
}

internal static class ElementTypeExtensions
{
    /// <summary>The bytes that one value takes.</summary>
    public static int Size(this ElementType type) => type switch
    {
        ElementType.F16 or ElementType.BF16 => 2,
        ElementType.F32 => 4,
        _ => 8,
    };
}
