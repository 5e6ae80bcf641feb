
namespace Unrolled.Tests.Tasks;

public class NoiseFreeLagTaskTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(20)]
    public void There_are_two_sequences_and_each_ends_as_it_began(int p)
    {
        var texts = Drawn.From(new NoiseFreeLagTask(p, everyStep: true), 100)
            .Select(example => (int[])[.. Drawn.Symbols(example), example.Targets[^1]])
            .DistinctBy(text => text[0]).OrderBy(text => text[0]).ToArray();

        int[] middle = [.. Enumerable.Range(0, p - 1)];
        Assert.Equal([[p - 1, .. middle, p - 1], [p, .. middle, p]], texts);
    }

    [Fact]
    public void Targets_are_the_next_symbols_at_every_step_or_at_the_last()
    {
        var everywhere = Drawn.From(new NoiseFreeLagTask(6, everyStep: true), 20);
        var atTheEnd = Drawn.From(new NoiseFreeLagTask(6), 20);

        Assert.All(everywhere, example => Assert.Equal(Drawn.Symbols(example)[1..], example.Targets[..^1]));
        Assert.All(everywhere, example => Assert.All(example.Mask, Assert.True));
        Assert.All(atTheEnd, example => Assert.Equal(Drawn.Symbols(example)[0], Drawn.TargetAtTheEnd(example)));
    }

    [Fact]
    public void Saying_what_always_stands_there_has_the_accuracy_of_the_baseline()
    {
        var task = new NoiseFreeLagTask(4, everyStep: true);
        var examples = Drawn.From(task, 4000);

        double right = examples.Average(example =>
            Enumerable.Range(0, 4).Average(t => example.Targets[t] == examples[0].Targets[t] ? 1.0 : 0));
        Assert.Equal(.875, task.Baseline.Value);
        Assert.Equal(.875, right, .008);
        Drawn.AssertEquallyLikely([.. examples.Select(example => example.Targets[^1])], 2);
    }
}
