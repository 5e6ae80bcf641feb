namespace Unrolled.Tests.Cells;

public sealed class ParameterSetTests
{
    [Fact]
    public void Distance_and_inner_product_take_all_numbers_as_one_vector()
    {
        ParameterSet a = Set([[1, 0], [0, 2]], [3]), b = Set([[1, 4], [0, 2]], [0]);

        Assert.Equal(5, a.DistanceTo(b));
        Assert.Equal(1 + 4, a.Dot(b));
        Assert.Equal(a.Norm * a.Norm, a.Dot(a), 1e-14);
    }

    [Fact]
    public void Sets_of_other_shapes_have_no_distance()
    {
        ParameterSet a = Set([[1, 0], [0, 2]], [3]), b = Set([[1, 0], [0, 2]], [3, 4]);

        Assert.Contains("expected M [2, 2], v [1]", Assert.Throws<ArgumentException>(() => a.DistanceTo(b)).Message);
        Assert.Throws<ArgumentException>(() => a.Dot(b));
    }

    private static ParameterSet Set(double[][] matrix, double[] vector) => new()
    {
        { MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfRowArrays(matrix), "M" },
        { Vector.Build.DenseOfArray(vector), "v" },
    };
}
