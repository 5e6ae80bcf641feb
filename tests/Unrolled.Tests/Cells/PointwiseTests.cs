
namespace Unrolled.Tests.Cells;

public class PointwiseTests
{
    [Fact]
    public void Functions_are_right_in_the_middle_and_at_the_ends()
    {
        var a = Vector.Build.Dense([-1000, -1, 0, 1, 1000]);

        double[] sigmoid = [0, 1 / (1 + Math.E), .5, Math.E / (1 + Math.E), 1];
        Assert.Equal(sigmoid, Pointwise.Sigmoid(a), (x, y) => Math.Abs(x - y) < 1e-15);
        Assert.Equal([-1, Math.Tanh(-1), 0, Math.Tanh(1), 1], Pointwise.Tanh(a));
        Assert.Equal([0, 0, 0, 1, 1000], Pointwise.Relu(a));
        Assert.Equal([0, 0, 0, 0, 1], Pointwise.Softmax(a));
    }

    [Fact]
    public void An_outer_product_is_added_in_place()
    {
        var matrix = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(2, 3, 1);

        matrix.AddOuter(Vector.Build.Dense([1, 2]), Vector.Build.Dense([3, 4, 5]));

        Assert.Equal(new double[,] { { 4, 5, 6 }, { 7, 9, 11 } }, matrix.ToArray());
    }
}
