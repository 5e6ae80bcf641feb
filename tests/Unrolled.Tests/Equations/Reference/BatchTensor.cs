using Vector = MathNet.Numerics.LinearAlgebra.Vector<double>;

namespace Unrolled.Tests.Equations.Reference;

/// <summary>Puts vectors together into a tensor [first, batch, element]; what is never set stays 0.</summary>
internal sealed class BatchTensor(int first, int batch, int size)
{
    internal double[] Values { get; } = new double[first * batch * size];

    internal void Set(int i, int b, Vector vector)
    {
        Assert.Equal(size, vector.Count);
        vector.ToArray().CopyTo(Values, (i * batch + b) * size);
    }
}
