namespace Unrolled.Tests.Cells;

public class DotAttentionTests
{
    private readonly Xoshiro256 random = new(1);

    [Theory]
    [InlineData(1, 3)]
    [InlineData(4, 1)]
    [InlineData(7, 5)]
    public void Every_gradient_agrees_with_central_differences(int steps, int size)
    {
        var s = Uniform.DrawVector(size, 1, random);
        var h = States(steps, size);
        var dc = Uniform.DrawVector(size, 1, random);

        var (ds, dh) = DotAttention.Backward(s, h, DotAttention.Forward(s, h), dc);

        double Loss() => dc * DotAttention.Forward(s, h).c;
        AssertDifferences(Loss, s, ds);
        for (int i = 0; i < steps; i++)
            AssertDifferences(Loss, h[i], dh[i]);
    }

    [Fact]
    public void A_look_by_hand()
    {
        // Scores 0 and ln 3: weights 1/4 and 3/4.
        Vector[] h = [Vector.Build.Dense([2.0, 0]), Vector.Build.Dense([4.0, 1])];

        var look = DotAttention.Forward(Vector.Build.Dense([0, Math.Log(3)]), h);

        Assert.Equal([.25, .75], look.alpha, (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([3.5, .75], look.c, (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void Equal_scores_give_the_mean_and_a_large_one_gives_its_state()
    {
        var h = States(5, 3);

        var mean = DotAttention.Forward(Vector.Build.Dense(3), h);
        var one = DotAttention.Forward(1e4 * h[2] / h[2].L2Norm(), [.. h.Select(state => state / state.L2Norm())]);

        Assert.All(mean.alpha, weight => Assert.Equal(.2, weight, 12));
        Assert.Equal(1, one.alpha[2], 6);
    }

    [Fact]
    public void States_of_another_size_and_no_states_are_refused()
    {
        Assert.Throws<ArgumentException>(() => DotAttention.Forward(Vector.Build.Dense(3), States(2, 4)));
        Assert.Throws<ArgumentException>(() => DotAttention.Forward(Vector.Build.Dense(3), []));
    }

    private Vector[] States(int steps, int size) =>
        [.. Enumerable.Range(0, steps).Select(_ => Uniform.DrawVector(size, 1, random))];

    private static void AssertDifferences(Func<double> loss, Vector at, Vector gradient)
    {
        const double step = 1e-5;
        for (int i = 0; i < at.Count; i++)
        {
            double kept = at[i];
            at[i] = kept + step;
            double above = loss();
            at[i] = kept - step;
            double below = loss();
            at[i] = kept;
            Assert.Equal((above - below) / (2 * step), gradient[i], 1e-8);
        }
    }
}
