namespace Unrolled.Tests.Tasks;

public class TemporalXorTests
{
    [Fact]
    public void Every_third_bit_is_the_exclusive_or_of_the_two_before_it()
    {
        var bits = TemporalXor.Generate(3000, new Xoshiro256(1)).Bits;

        Assert.Equal(3000, bits.Count);
        Assert.All(bits, bit => Assert.True(bit is 0 or 1));
        for (int k = 0; k < bits.Count; k += 3)
            Assert.Equal(bits[k] != bits[k + 1], bits[k + 2] == 1);
        Assert.InRange(bits.Average(), .45, .55);
    }

    [Fact]
    public void A_target_is_the_bit_that_follows_and_every_third_can_be_predicted()
    {
        var task = TemporalXor.Generate(9, new Xoshiro256(2));

        Assert.Equal(task.Bits.Take(8), task.Inputs);
        Assert.Equal(task.Bits.Skip(1), task.Targets);
        Assert.Equal([1, 4, 7], Enumerable.Range(0, 8).Where(TemporalXor.IsPredictable));
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits()
    {
        IEnumerable<double> Bits() => TemporalXor.Generate(300, new Xoshiro256(3)).Bits;

        Assert.Equal(Bits(), Bits());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(100)]
    public void A_length_that_is_no_multiple_of_three_is_refused(int length)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(
            () => TemporalXor.Generate(length, new Xoshiro256(1)));
        Assert.Contains($"bitCount is {length}; expected a positive multiple of 3.", error.Message);
    }

    [Fact]
    public void A_stream_without_its_first_bits_begins_within_a_three()
    {
        var task = TemporalXor.Generate(9, new Xoshiro256(4));
        var later = task.WithoutFirst(1).WithoutFirst(1);

        Assert.Equal(task.Bits.Skip(2), later.Bits);
        Assert.Equal(2, later.Dropped);
        Assert.Throws<ArgumentOutOfRangeException>(() => task.WithoutFirst(8));
    }

    [Theory]
    [InlineData(new double[0], .5)]
    [InlineData(new double[] { 1 }, .5)]
    [InlineData(new double[] { 1, 0 }, 2.0 / 3)] // one place of three says 1 ⊕ 0 = 1, the others ½
    [InlineData(new double[] { 1, 0, 0 }, .25)] // the first place is ruled out; of the others one says ½, one 0 ⊕ 0
    [InlineData(new double[] { 1, 0, 1 }, .625)] // the first place is twice as likely: (2 · ½ + ½ + 0 ⊕ 1) / 4
    public void The_best_prediction_weighs_the_three_places(double[] seen, double expected) =>
        Assert.Equal(expected, TemporalXor.ProbabilityOfOne(seen), 1e-15);

    [Fact]
    public void Bits_that_no_stream_has_are_refused() =>
        Assert.Throws<ArgumentException>(() => TemporalXor.ProbabilityOfOne([1, 1, 1, 1, 1]));

    [Fact]
    public void Two_hidden_units_learn_it_with_the_context_and_not_without()
    {
        var (withContext, random) = TrainedErrors(copyWeight: 1);
        var (without, _) = TrainedErrors(copyWeight: 0);

        Assert.InRange(withContext, .3, .45);
        Assert.InRange(random, .49, .54);
        Assert.InRange(without, .49, .51);
    }

    private static (double Predictable, double Random) TrainedErrors(double copyWeight)
    {
        var random = new Xoshiro256(2);
        var task = TemporalXor.Generate(3000, random);
        var network = new ElmanNetwork(inputs: 1, hidden: 2, outputs: 1, random, bound: .5) { CopyWeight = copyWeight };
        var (xs, targets) = (Sequence.OfScalars(task.Inputs), Sequence.OfScalars(task.Targets));

        var rule = new ElmanRule(network, new SquaredError(), new Sgd(.1));
        for (int pass = 0; pass < 600; pass++)
        {
            rule.Reset();
            rule.Pass(xs, targets);
        }

        var ys = network.Run(xs).Outputs;
        double RootMeanSquare(Func<int, bool> chosen) =>
            Math.Sqrt(Enumerable.Range(0, xs.Length).Where(chosen).Average(t => Math.Pow(ys[t][0] - targets[t][0], 2)));
        return (RootMeanSquare(TemporalXor.IsPredictable), RootMeanSquare(t => !TemporalXor.IsPredictable(t)));
    }
}
