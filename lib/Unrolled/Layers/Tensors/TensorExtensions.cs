namespace Unrolled;

/// <summary>Conversions between tensors of layers and named tensors of files.</summary>
public static class TensorExtensions
{
    /// <summary>A copy as a tensor of layers, in single precision.</summary>
    /// <param name="tensor">Floating-point values of any precision; each is rounded to the nearest.</param>
    /// <param name="shape">The shape of the result; that of <paramref name="tensor"/> if empty.</param>
    /// <exception cref="ArgumentException">The shape does not hold as many values.</exception>
    /// <exception cref="InvalidOperationException">The tensor holds integers.</exception>
    public static Tensor ToTensor(this NamedTensor tensor, params ReadOnlySpan<int> shape)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return new(tensor.ToFloats(), shape.IsEmpty ? [.. tensor.Shape] : shape);
    }

    /// <summary>A copy under a name, to be saved in a file.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="name">The name, any Unicode text.</param>
    /// <param name="shape">The shape of the result; that of <paramref name="tensor"/> if empty.</param>
    /// <exception cref="ArgumentException">
    /// The name is not Unicode, or the shape does not hold as many values.
    /// </exception>
    public static NamedTensor Named(this Tensor tensor, string name, params IReadOnlyList<int> shape)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return NamedTensor.Create(name, shape.Count == 0 ? tensor.Shape : shape, tensor.Values);
    }
}
