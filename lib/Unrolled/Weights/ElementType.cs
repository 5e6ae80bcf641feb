namespace Unrolled.Weights;

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
