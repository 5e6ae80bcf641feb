using Unrolled.Tests.Layers;

namespace Unrolled.Tests.Training;

public sealed class BatchLossTests
{
    private static readonly Tensor Masked = new([1, 0, 1, 1, 1, 0], 3, 2);

    [Fact]
    public void Mean_squared_error_is_the_mean_over_features_and_places()
    {
        LossValue loss = new ValueTargets(new Tensor([1, 1, 1, 1], 2, 2)).Loss(new Tensor([1, 2, 3, 5], 2, 2));

        Assert.Equal((0 + 1 + 4 + 16) / 4.0, loss.Value);
        Assert.Equal([0, .5f, 1, 2], loss.Gradient.Values);
    }

    [Fact]
    public void Cross_entropy_of_equal_logits_is_the_logarithm_of_the_number_of_classes()
    {
        LossValue loss = new ClassTargets([0, 3]).Loss(new Tensor(2, 4));

        Assert.Equal(Math.Log(4), loss.Value, 12);
        Assert.Equal([-.375f, .125f, .125f, .125f, .125f, .125f, .125f, -.375f], loss.Gradient.Values);
    }

    [Fact]
    public void Binary_cross_entropy_of_a_zero_logit_is_the_logarithm_of_two()
    {
        LossValue loss = new BinaryTargets(new Tensor([0, 1], 1, 2)).Loss(new Tensor(1, 2));

        Assert.Equal(Math.Log(2), loss.Value, 12);
        Assert.Equal([.25f, -.25f], loss.Gradient.Values);
    }

    [Fact]
    public void Huge_logits_give_finite_losses_and_gradients()
    {
        LossValue classes = new ClassTargets([1]).Loss(new Tensor([1e30f, -1e30f, 0], 1, 3));
        LossValue binary = new BinaryTargets(new Tensor([0, 1], 1, 2)).Loss(new Tensor([1e30f, -1e30f], 1, 2));

        Assert.True(double.IsFinite(classes.Value) && double.IsFinite(binary.Value));
        Assert.Equal([1, -1, 0], classes.Gradient.Values);
        Assert.Equal([.5f, -.5f], binary.Gradient.Values);
    }

    [Theory]
    [InlineData(40f, 1, 4.248354255291589e-18)]
    [InlineData(-40f, 0, 4.248354255291589e-18)]
    [InlineData(20f, 1, 2.061153620314381e-9)]
    [InlineData(1f, 1, .31326168751822286)]
    public void Binary_cross_entropy_is_exact_where_the_answer_is_sure(float logit, float target, double expected)
    {
        LossValue loss = new BinaryTargets(new Tensor([target], 1, 1)).Loss(new Tensor([logit], 1, 1));

        Assert.Equal(1, loss.Value / expected, 14);
    }

    [Theory]
    [InlineData("mse")]
    [InlineData("cross-entropy")]
    [InlineData("binary")]
    public void The_gradient_agrees_with_differences_of_the_loss_and_is_zero_where_masked(string name)
    {
        LayerDraw draw = new(1);
        Tensor output = draw.Tensor(3, 2, 4);
        Tensor target = draw.Tensor(3, 2, 4);
        for (int i = 0; i < target.Count; i++)
            target.Values[i] = Math.Abs(target.Values[i]);
        LossValue Loss() => name switch
        {
            "mse" => new ValueTargets(target, Masked).Loss(output),
            "binary" => new BinaryTargets(target, Masked).Loss(output),
            _ => new ClassTargets(new[,] { { 0, -1 }, { 1, 2 }, { 3, 99 } }, Masked).Loss(output),
        };

        float[] gradient = Loss().Gradient.Values;

        for (int i = 0; i < output.Count; i++)
        {
            float value = output.Values[i];
            (float above, float below) = (value + 1e-3f, value - 1e-3f);
            output.Values[i] = above;
            double larger = Loss().Value;
            output.Values[i] = below;
            double smaller = Loss().Value;
            output.Values[i] = value;
            Assert.Equal((larger - smaller) / ((double)above - below), gradient[i], 1e-6);
            if (Masked.Values[i / 4] == 0)
                Assert.Equal(0, gradient[i]);
        }
    }

    [Fact]
    public void What_is_masked_does_not_change_the_mean()
    {
        Tensor output = new([1, 100, 3, 100], 2, 2, 1);
        Tensor mask = new([1, 1, 1, 0], 2, 2);

        LossValue loss = new ValueTargets(new Tensor([0, 100, 0, 0], 2, 2, 1), mask).Loss(output);

        Assert.Equal((1 + 0 + 9) / 3.0, loss.Value, 12);
    }

    [Fact]
    public void An_earlier_gradients_buffer_is_used_again_by_every_loss()
    {
        Tensor output = new(2, 1, 3);
        Targets[] all =
        [
            new ClassTargets([0, 1]),
            new ClassTargets(new int[2, 1]),
            new ValueTargets(output),
            new BinaryTargets(output),
        ];

        Assert.All(all, targets =>
        {
            LossValue fresh = targets.Loss(output);
            Tensor buffer = new([9, 9, 9, 9, 9, 9], 2, 1, 3);
            LossValue reused = targets.Loss(output, buffer);
            Assert.Same(buffer, reused.Gradient);
            Assert.Equal(fresh.Gradient.Values, reused.Gradient.Values);
        });
    }

    [Fact]
    public void What_does_not_fit_is_refused_by_name()
    {
        Tensor output = new(2, 3);

        AssertRefused(
            "target has shape [3, 2]; expected [2, 3]", () => new ValueTargets(new Tensor(3, 2)).Loss(output));
        AssertRefused("mask has shape [3]; expected [2]", () => new ValueTargets(output, new Tensor(3)).Loss(output));
        AssertRefused("output has shape []", () => new ValueTargets(new Tensor()).Loss(new Tensor()));
        AssertRefused("output has shape []", () => new BinaryTargets(new Tensor()).Loss(new Tensor()));
        AssertRefused("output has shape []", () => new ValueTargets(new Tensor(), new Tensor(1)).Loss(new Tensor()));
        AssertRefused("mask is 0 everywhere", () => new ValueTargets(output, new Tensor(2)).Loss(output));
        AssertRefused("mask holds 0.5", () => new ValueTargets(output, new Tensor([.5f, 1], 2)).Loss(output));
        AssertRefused("classes has 3 numbers; expected 2", () => new ClassTargets([0, 1, 2]).Loss(output));
        AssertRefused("classes[1] is 3; expected 0 to 2", () => new ClassTargets([0, 3]).Loss(output));
        AssertRefused("classes has shape [1, 2]", () => new ClassTargets(new int[1, 2]).Loss(new Tensor(2, 1, 3)));
        AssertRefused(
            "target holds 2; expected 0 to 1",
            () => new BinaryTargets(new Tensor([0, 0, 0, 0, 0, 2], 2, 3)).Loss(output));
    }

    private static void AssertRefused(string why, Action wrong) =>
        Assert.Contains(why, Assert.ThrowsAny<ArgumentException>(wrong).Message, StringComparison.Ordinal);
}
