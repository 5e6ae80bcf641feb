using FsCheck.Fluent;

namespace Unrolled.Tests.Tasks;

public class SpikeIntervalTaskTests
{
    [Fact]
    public void The_class_is_how_much_longer_than_F_the_second_spike_takes() =>
        Prop.ForAll(Drawn.SeedsWith(1, 30), sample =>
        {
            var (seed, interval) = sample;
            var example = new SpikeIntervalTask(interval).Draw(new Xoshiro256(seed));

            int[] spikes = [.. Enumerable.Range(0, example.Length).Where(t => example.Inputs[t][0] == 1)];
            Assert.Equal(2, spikes.Length);
            Assert.InRange(spikes[0], 0, 4);
            Assert.Equal(example.Length - 1, spikes[1]);
            Assert.Equal(spikes[1] - spikes[0] - interval, Drawn.TargetAtTheEnd(example));
        }).CheckSeeded();

    [Fact]
    public void Intervals_and_waits_are_equally_likely_and_say_nothing_of_each_other() =>
        Drawn.AssertEquallyLikely(
            [.. Drawn.From(new SpikeIntervalTask(3, longestWait: 2), 6000).Select(
                example => (Array.FindIndex(example.Inputs, input => input[0] == 1), Drawn.TargetAtTheEnd(example)))],
            6);
}
