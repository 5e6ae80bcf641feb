
namespace Unrolled.Parity.Batches;

/// <summary>Turns recorded tensors into those of the layers and back.</summary>
internal static class LayerTensors
{
    internal static Tensor ToTensor(this NamedTensor tensor, params ReadOnlySpan<int> shape) =>
        new(tensor.ToFloats(), shape.IsEmpty ? [.. tensor.Shape] : shape);

    internal static NamedTensor Named(this Tensor tensor, string name, params IReadOnlyList<int> shape) =>
        NamedTensor.Create(name, shape.Count == 0 ? tensor.Shape : shape, tensor.Values);
}
