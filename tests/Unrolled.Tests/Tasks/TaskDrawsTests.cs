namespace Unrolled.Tests.Tasks;

public sealed class TaskDrawsTests
{
    [Fact]
    public void Independent_draws_share_examples_and_distinct_ones_do_not()
    {
        EmbeddedReberTask task = new();
        ClassExample[] train = task.Draw(256, new Xoshiro256(1));
        HashSet<string> seen = [.. Texts(train)];

        ClassExample[] independent = task.Draw(256, new Xoshiro256(2));
        ClassExample[] distinct = task.DrawDistinct(256, new Xoshiro256(2), except: train);

        Assert.InRange(Texts(independent).Count(seen.Contains), 100, 256);
        Assert.DoesNotContain(Texts(distinct), seen.Contains);
        Assert.Equal(256, Texts(distinct).Distinct().Count());
    }

    [Fact]
    public void Without_exceptions_the_examples_differ_from_each_other()
    {
        ClassExample[] drawn = new EchoTask(10, steps: 2).DrawDistinct(500, new Xoshiro256(1));

        Assert.Equal(500, Texts(drawn).Distinct().Count());
    }

    [Fact]
    public void Distinct_draws_are_the_plain_ones_without_those_that_came_before()
    {
        EmbeddedReberTask task = new();
        string[] plain = [.. Texts(task.Draw(1_000, new Xoshiro256(3))).Distinct()];

        Assert.Equal(plain[..100], Texts(task.DrawDistinct(100, new Xoshiro256(3))));
    }

    [Fact]
    public void Values_and_pairs_are_told_apart_by_their_inputs_too()
    {
        AddingTask adding = new(5);
        ValueExample[] values = adding.Draw(3, new Xoshiro256(1));
        Assert.NotEqual(
            values[0].Inputs[0][0], adding.DrawDistinct(1, new Xoshiro256(1), except: values)[0].Inputs[0][0]);

        NumberWordsTask numbers = new(1, 50);
        SequencePair[] pairs = numbers.DrawDistinct(50, new Xoshiro256(1));
        Assert.Equal(50, pairs.Select(pair => string.Join(",", pair.Source)).Distinct().Count());
    }

    [Fact]
    public void A_task_with_too_few_examples_gives_up_and_says_how_many_it_found()
    {
        NumberWordsTask numbers = new(1, 50);
        SequencePair[] all = numbers.DrawDistinct(50, new Xoshiro256(1));

        Assert.Contains(
            "10000 draws in a row gave no other example after 50 of 51, with 0 excluded",
            Assert.Throws<InvalidOperationException>(() => numbers.DrawDistinct(51, new Xoshiro256(1))).Message);
        Assert.Contains(
            "after 0 of 1, with 50 excluded", Assert.Throws<InvalidOperationException>(
                () => numbers.DrawDistinct(1, new Xoshiro256(1), except: all)).Message);
        Assert.Empty(numbers.DrawDistinct(0, new Xoshiro256(1), except: all));
        Assert.StartsWith(
            "count is -1; expected at least 0.", Assert.Throws<ArgumentOutOfRangeException>(
                () => numbers.DrawDistinct(-1, new Xoshiro256(1))).Message);
    }

    private static IEnumerable<string> Texts(IEnumerable<ClassExample> examples) => examples.Select(
        example => string.Join(";", example.Inputs.Select(step => string.Join(",", step))));
}
