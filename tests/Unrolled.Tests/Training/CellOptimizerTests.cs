namespace Unrolled.Tests.Training;

public class CellOptimizerTests
{
    private readonly Vector theta = Vector.Build.Dense([1, -2]);
    private readonly Vector gradient = Vector.Build.Dense([.5, -4]);

    [Fact]
    public void Gradient_descent_goes_down_the_slope()
    {
        Take(new Sgd(.1), steps: 1);
        AssertNear([.95, -1.6]);
    }

    [Fact]
    public void Momentum_is_the_rule_of_1986_at_a_constant_rate()
    {
        // Δ1 = −.1·g; Δ2 = −.1·g + .9·Δ1.
        Take(new Sgd(.1, .9), steps: 2);
        AssertNear([1 - .05 - .095, -2 + .4 + .76]);
    }

    [Fact]
    public void RmsProp_divides_by_the_root_of_its_running_mean_square()
    {
        // v1 = .01·g², v2 = .99·v1 + .01·g² = .0199·g²: the size of g cancels.
        Take(new RmsProp(.1), steps: 2);
        double moved = .1 / Math.Sqrt(.01) + .1 / Math.Sqrt(.0199);
        AssertNear([1 - moved, -2 + moved], 1e-6);
    }

    [Fact]
    public void Adams_correction_makes_its_first_steps_as_long_as_the_rate()
    {
        Take(new Adam(.1), steps: 3);
        AssertNear([1 - .3, -2 + .3], 1e-7);
    }

    [Fact]
    public void Gradients_of_other_shapes_are_refused_with_both_lists()
    {
        var other = new ParameterSet { { Vector.Build.Dense(3), "theta" } };
        var error = Assert.Throws<ArgumentException>(
            () => new Adam(.1).Step(new ParameterSet { theta }, other));
        Assert.Contains("gradients has theta [3]; expected theta [2].", error.Message);
    }

    [Fact]
    public void Clipping_scales_all_gradients_together_and_tells_the_norm()
    {
        var (a, b) = (Vector.Build.Dense([3.0]), Vector.Build.Dense([4.0]));
        var gradients = new ParameterSet { a, b };

        Assert.Equal(5, GradientClipping.ByNorm(gradients, 1));
        Assert.Equal((3 / 5.000001, 4 / 5.000001), (a[0], b[0]));
        GradientClipping.ByNorm(gradients, 10);
        Assert.Equal((3 / 5.000001, 4 / 5.000001), (a[0], b[0]));
    }

    private void Take(Optimizer optimizer, int steps)
    {
        for (int i = 0; i < steps; i++)
            optimizer.Step(new ParameterSet { theta }, new ParameterSet { { gradient, "theta" } });
    }

    private void AssertNear(double[] expected, double tolerance = 1e-12) =>
        Assert.All(expected.Zip(theta), pair => Assert.Equal(pair.First, pair.Second, tolerance));
}
