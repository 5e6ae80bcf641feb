
namespace Unrolled.Tests.Layers;

public sealed class DenseTests
{
    [Fact]
    public void Forward_and_backward_give_the_products_worked_out_by_hand()
    {
        Dense dense = Dense.Zeros(2, 3);
        new float[] { 1, 2, 3, 4, 5, 6 }.CopyTo(dense.Parameters["weight"].Value.Values, 0);
        new float[] { 10, 20, 30 }.CopyTo(dense.Parameters["bias"].Value.Values, 0);
        Tensor x = new([1, 1, 2, -1], 2, 1, 2);

        Tensor y = dense.Forward(x);
        Tensor dx = dense.Backward(x, new Tensor([1, 0, 2, 0, 1, 0], 2, 1, 3));

        Assert.Equal([2, 1, 3], y.Shape);
        Assert.Equal([13, 27, 41, 10, 22, 34], y.Values);
        Assert.Equal([11, 14, 3, 4], dx.Values);
        Assert.Equal([1, 1, 2, -1, 2, 2], dense.Parameters["weight"].Gradient.Values);
        Assert.Equal([1, 1, 2], dense.Parameters["bias"].Gradient.Values);
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_refused_by_name()
    {
        Dense dense = Dense.Zeros(2, 3);

        Assert.Contains(
            "x has shape [4, 3]; expected […, 2]", Assert.Throws<ArgumentException>(
                () => dense.Forward(new Tensor(4, 3))).Message, StringComparison.Ordinal);
        Assert.Contains(
            "dOutput has shape [4, 2]; expected [4, 3]", Assert.Throws<ArgumentException>(
                () => dense.Backward(new Tensor(4, 2), new Tensor(4, 2))).Message, StringComparison.Ordinal);
    }
}
