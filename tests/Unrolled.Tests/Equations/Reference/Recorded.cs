using Unrolled.Datasets;
using Unrolled.ReferenceCases;
using Unrolled.Weights;
using Vector = MathNet.Numerics.LinearAlgebra.Vector<double>;

namespace Unrolled.Tests.Equations.Reference;

/// <summary>The recorded reference, read once, and its tensors as vectors.</summary>
internal static class Recorded
{
    private static readonly Lazy<IReadOnlyList<ReferenceCase>> All = new(
        () => ReferenceFolder.Read(Path.GetDirectoryName(DataFolder.Locate("torchsharp-reference/index.json"))!));

    internal static TheoryData<string> NamesOf<TCase>() where TCase : ReferenceCase =>
        [.. All.Value.OfType<TCase>().Select(one => one.ToString())];

    internal static TCase Case<TCase>(string name) where TCase : ReferenceCase =>
        All.Value.OfType<TCase>().Single(one => one.ToString() == name);

    /// <summary>The last dimension at [first, second] of a tensor of three.</summary>
    internal static Vector At(this NamedTensor tensor, int first, int second)
    {
        int size = tensor.Shape[^1];
        return Vector.Build.Dense(
            tensor.ToDoubles().AsSpan((first * tensor.Shape[1] + second) * size, size).ToArray());
    }

    /// <summary>One sequence of a batch, [time, batch, element].</summary>
    internal static Vector[] Sequence(this NamedTensor tensor, int batch, int length)
    {
        double[] values = tensor.ToDoubles();
        (int batches, int size) = (tensor.Shape[1], tensor.Shape[2]);
        return [.. Enumerable.Range(0, length).Select(
            t => Vector.Build.Dense(values.AsSpan((t * batches + batch) * size, size).ToArray()))];
    }

    /// <summary>The names of all outputs, final states and gradients of a case.</summary>
    internal static IEnumerable<string> ResultNames(this SafetensorsFile recorded) => recorded.Tensors
        .Select(tensor => tensor.Name)
        .Where(name => name is "y" or "h_n" or "c_n" || name.StartsWith("grad.", StringComparison.Ordinal));

    /// <summary>Holds found tensors, by name, against the recorded ones.</summary>
    internal static void AssertNear(
        SafetensorsFile recorded, IReadOnlyDictionary<string, double[]> found, double tolerance) =>
        Assert.All(found, tensor =>
        {
            double error = RelativeError.Of(tensor.Value, recorded[tensor.Key].ToDoubles());
            Assert.True(error <= tolerance, $"{tensor.Key}: relative error {error:E1}");
        });
}
