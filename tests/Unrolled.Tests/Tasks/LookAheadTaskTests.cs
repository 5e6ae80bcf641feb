using FsCheck.Fluent;

namespace Unrolled.Tests.Tasks;

public class LookAheadTaskTests
{
    [Fact]
    public void A_target_is_the_bit_that_comes_k_steps_later_and_the_last_k_are_masked() =>
        Prop.ForAll(Drawn.SeedsWith(1, 8), sample =>
        {
            var (seed, k) = sample;
            var example = new LookAheadTask(12, k).Draw(new Xoshiro256(seed));

            Assert.Equal(Enumerable.Range(0, 12 - k), example.TargetSteps);
            Assert.Equal(
                example.Inputs.Skip(k).Select(Assert.Single),
                example.TargetSteps.Select(t => (double)example.Targets[t]));
        }).CheckSeeded();

    [Fact]
    public void What_has_been_read_says_nothing_of_the_target()
    {
        var examples = Drawn.From(new LookAheadTask(6), 4000);

        // The bits at t − 1 and t with the target at t: eight triples.
        Drawn.AssertEquallyLikely(
            [.. examples.Select(example => (example.Inputs[0][0], example.Inputs[1][0], example.Targets[1]))], 8);
    }
}
