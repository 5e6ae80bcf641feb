using FsCheck.Fluent;
using MathNet.Numerics.Statistics;

namespace Unrolled.Tests.Tasks;

public class TwoSequenceTaskTests
{
    [Fact]
    public void The_first_numbers_say_the_class() =>
        Prop.ForAll(Drawn.SeedsWith(1, 30), sample =>
        {
            var (seed, informative) = sample;
            var task = new TwoSequenceTask(LengthRange.TenthMore(30), informative);
            var example = task.Draw(new Xoshiro256(seed));

            Assert.InRange(example.Length, 30, 33);
            double said = Drawn.TargetAtTheEnd(example) == 1 ? 1 : -1;
            Assert.All(example.Inputs.Take(informative), step => Assert.Equal(said, step[0]));
            Assert.All(example.Inputs.Skip(informative), step => Assert.NotEqual(1, Math.Abs(step[0])));
        }).CheckSeeded();

    [Fact]
    public void The_noise_has_mean_zero_and_variance_two_tenths()
    {
        double[] noise = [.. Drawn.From(new TwoSequenceTask(101), 1000)
            .SelectMany(example => example.Inputs.Skip(1).Select(step => step[0]))];

        Assert.Equal(0, noise.Mean(), .006);
        Assert.Equal(.2, noise.Variance(), .004);
    }

    [Fact]
    public void A_noisy_start_scatters_about_the_class()
    {
        var examples = Drawn.From(new TwoSequenceTask(5, informative: 3, noisyStart: true), 20_000);
        double[] errors = [.. examples.SelectMany(example =>
            example.Inputs.Take(3).Select(step => step[0] - (Drawn.TargetAtTheEnd(example) == 1 ? 1 : -1)))];

        Assert.Equal(0, errors.Mean(), .008);
        Assert.Equal(.2, errors.Variance(), .005);
    }

    [Fact]
    public void Both_classes_are_equally_likely() =>
        Drawn.AssertEquallyLikely([.. Drawn.From(new TwoSequenceTask(3), 4000).Select(Drawn.TargetAtTheEnd)], 2);
}
