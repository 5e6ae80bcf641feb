
namespace Unrolled.Tests.Cells;

public class LossesTests
{
    public static TheoryData<ILoss, double> LossesOfAKnownPair => new()
    {
        // y = (.2, .8), target = (0, 1)
        { new SquaredError(), (.04 + .04) / 2 },
        { new MeanSquaredError(), (.04 + .04) / 2 },
        { new NegativeLogLikelihood(), -Math.Log(.8) },
        { new BinaryCrossEntropy(), -Math.Log(.8) - Math.Log(.8) },
        { new CrossEntropy(), Math.Log(1 + Math.Exp(-.6)) },
    };

    [Theory]
    [MemberData(nameof(LossesOfAKnownPair))]
    public void A_loss_has_its_known_value_and_the_slope_of_its_value(ILoss loss, double expected)
    {
        var y = Vector.Build.Dense([.2, .8]);
        var target = Vector.Build.Dense([0.0, 1]);

        Assert.Equal(expected, loss.Value(y, target), 1e-15);
        var gradient = loss.Gradient(y, target);
        for (int i = 0; i < 2; i++)
        {
            var (above, below) = (y.Clone(), y.Clone());
            above[i] += 1e-6;
            below[i] -= 1e-6;
            Assert.Equal((loss.Value(above, target) - loss.Value(below, target)) / 2e-6, gradient[i], 1e-8);
        }
    }

    [Fact]
    public void Squared_error_is_a_sum_and_its_mean_a_mean()
    {
        var (y, target) = (Vector.Build.Dense(4, 1), Vector.Build.Dense(4));

        Assert.Equal(2, new SquaredError().Value(y, target));
        Assert.Equal(1, new MeanSquaredError().Value(y, target));
    }

    [Fact]
    public void Cross_entropy_of_logits_stays_finite_where_the_probability_vanishes()
    {
        var logits = Vector.Build.Dense([0.0, 5000]);

        Assert.Equal(5000, new CrossEntropy().Value(logits, Sequence.OneHot(0, 2)));
        Assert.Equal([-1, 1], new CrossEntropy().Gradient(logits, Sequence.OneHot(0, 2)));
    }

    [Fact]
    public void Certainty_that_is_right_costs_nothing()
    {
        var certain = Vector.Build.Dense([0.0, 1]);

        Assert.Equal(0, new BinaryCrossEntropy().Value(certain, certain));
        Assert.All(new BinaryCrossEntropy().Gradient(certain, certain), slope => Assert.True(double.IsFinite(slope)));
        Assert.Equal(0, new NegativeLogLikelihood().Value(certain, certain));
    }

    [Fact]
    public void A_step_without_a_target_costs_nothing_and_pulls_nowhere()
    {
        Vector[] ys = [Vector.Build.Dense(1, 3), Vector.Build.Dense(1, 3)];

        var loss = SequenceLoss.Of(new SquaredError(), ys, [null, Vector.Build.Dense(1, 1)]);

        Assert.Equal([0, 2], loss.Values);
        Assert.Equal([0, 2], loss.Gradients.Select(gradient => gradient[0]));
        Assert.Equal(2, loss.Total);
    }

    [Fact]
    public void Targets_of_another_length_or_shape_or_not_finite_are_refused_where_they_stand()
    {
        Vector[] ys = [Vector.Build.Dense(1), Vector.Build.Dense(1)];
        string Refused(params Vector?[] targets) =>
            Assert.Throws<ArgumentException>(() => SequenceLoss.Of(new SquaredError(), ys, targets)).Message;

        Assert.Contains("targets has 1 steps; expected 2, as ys has.", Refused(ys[0]));
        Assert.Contains("targets[1] has shape [3]; expected [1].", Refused(ys[0], Vector.Build.Dense(3)));
        Assert.Contains("targets[1][0] is NaN", Refused(ys[0], Vector.Build.Dense(1, double.NaN)));
    }
}
