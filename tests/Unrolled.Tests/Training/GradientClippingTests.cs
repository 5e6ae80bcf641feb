namespace Unrolled.Tests.Training;

public sealed class GradientClippingTests
{
    [Fact]
    public void A_long_gradient_is_shortened_as_torch_does_and_its_norm_told()
    {
        ParameterList parameters = Gradients(30, -40);

        Assert.Equal(50, GradientClipping.ByNorm(parameters, 5));

        Assert.Equal(
            [(float)(30 * (5 / (50 + 1e-6))), (float)(-40 * (5 / (50 + 1e-6)))], parameters[0].Gradient.Values);
    }

    [Fact]
    public void A_short_gradient_keeps_its_bits()
    {
        ParameterList parameters = Gradients(.3f, -.4f);

        Assert.Equal(.5, GradientClipping.ByNorm(parameters, 1), 6);

        Assert.Equal([.3f, -.4f], parameters[0].Gradient.Values);
    }

    [Fact]
    public void Clipping_by_value_treats_every_number_alone()
    {
        ParameterList parameters = Gradients(.3f, -40);

        GradientClipping.ByValue(parameters, 1);

        Assert.Equal([.3f, -1], parameters[0].Gradient.Values);
    }

    [Fact]
    public void Gradients_of_a_cell_are_clipped_as_those_of_layers()
    {
        Vector w = Vector.Build.Dense([.5, -40]);
        ParameterSet gradients = new() { w };

        Assert.Equal(Math.Sqrt(.25 + 1600), GradientClipping.Norm(gradients));
        GradientClipping.ByValue(gradients, 1);
        Assert.Equal([.5, -1], w);
        Assert.Equal(Math.Sqrt(1.25), GradientClipping.ByNorm(gradients, 1e9));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void A_limit_that_is_not_positive_is_refused(double limit)
    {
        ParameterSet ofCell = new() { { Vector.Build.Dense(1), "w" } };

        Assert.All(
            new Action[]
            {
                () => GradientClipping.ByNorm(Gradients(1), limit), () => GradientClipping.ByValue(Gradients(1), limit),
                () => GradientClipping.ByNorm(ofCell, limit), () => GradientClipping.ByValue(ofCell, limit),
            },
            wrong => Assert.StartsWith("limit is ", Assert.Throws<ArgumentOutOfRangeException>(wrong).Message));
    }

    private static ParameterList Gradients(params float[] values)
    {
        Parameter parameter = new("w", values.Length);
        values.CopyTo(parameter.Gradient.Values, 0);
        return new ParameterList(parameter);
    }
}
