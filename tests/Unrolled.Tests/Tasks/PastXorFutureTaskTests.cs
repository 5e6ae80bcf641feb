using FsCheck.Fluent;

namespace Unrolled.Tests.Tasks;

public class PastXorFutureTaskTests
{
    [Fact]
    public void A_target_is_one_where_past_and_future_differ_and_the_edges_are_masked() =>
        Prop.ForAll(Drawn.SeedsWith(1, 9), sample =>
        {
            var (seed, k) = sample;
            var example = new PastXorFutureTask(20, k).Draw(new Xoshiro256(seed));

            Assert.Equal(Enumerable.Range(k, 20 - 2 * k), example.TargetSteps);
            Assert.All(example.TargetSteps, t => Assert.Equal(
                example.Inputs[t - k][0] != example.Inputs[t + k][0], example.Targets[t] == 1));
        }).CheckSeeded();

    [Fact]
    public void Neither_side_alone_says_anything_of_the_target()
    {
        var examples = Drawn.From(new PastXorFutureTask(3), 4000);

        Drawn.AssertEquallyLikely([.. examples.Select(example => (example.Inputs[0][0], example.Targets[1]))], 4);
        Drawn.AssertEquallyLikely([.. examples.Select(example => (example.Inputs[2][0], example.Targets[1]))], 4);
    }
}
