
namespace Unrolled.Tests.Tasks;

public class ReberTaskTests
{
    [Fact]
    public void An_example_reads_a_string_and_is_asked_for_every_next_symbol()
    {
        foreach (var (task, grammar) in new (ITask<ClassExample>, FiniteAutomaton)[]
        {
            (new ReberTask(), ReberGrammar.Plain),
            (new EmbeddedReberTask(), ReberGrammar.Embedded),
        })
        {
            foreach (var example in Drawn.From(task, 100))
            {
                Assert.Equal(Drawn.Symbols(example)[1..], example.Targets[..^1]);
                Assert.All(example.Mask, Assert.True);
                Assert.True(grammar.Accepts(ReberGrammar.TextOf(example)));
            }
        }
    }

    [Fact]
    public void The_embedded_task_recalls_at_the_last_step_but_one_and_guessing_is_right_half_of_the_time()
    {
        var examples = Drawn.From(new EmbeddedReberTask(), 4000);

        Assert.All(examples, example => Assert.Equal(
            Drawn.Symbols(example)[1], example.Targets[EmbeddedReberTask.RecallStep(example)]));
        Assert.All(examples, example => Assert.True(example.Length + 1 >= 9));
        Drawn.AssertEquallyLikely(
            [.. examples.Select(example => example.Targets[EmbeddedReberTask.RecallStep(example)])], 2);
        Assert.Equal(.5, EmbeddedReberTask.RecallBaseline);
    }

    [Fact]
    public void A_stream_is_embedded_strings_one_after_the_other_the_last_one_cut()
    {
        var example = Assert.Single(Drawn.From(new ContinualReberTask(5000), 1));
        string text = ReberGrammar.TextOf(example);

        Assert.Equal(5000, example.Length);
        string[] strings = text.Replace("EB", "E B").Split(' ');
        // Inside an embedded string E is followed by T or P, so that a B after E begins a new one.
        Assert.True(strings.Length > 300);
        Assert.All(strings.SkipLast(1), whole => Assert.True(ReberGrammar.Embedded.Accepts(whole)));
        Assert.Equal(strings[^1].Length, ReberGrammar.Embedded.StatesAlong(strings[^1]).Count);
        Assert.InRange(ReberGrammar.RecallSteps(text).Count() - strings.Length, -1, 0);
    }

    [Fact]
    public void The_most_frequent_symbol_has_the_accuracy_of_the_baseline()
    {
        foreach (var (task, count) in new (ITask<ClassExample>, int)[]
        {
            (new ReberTask(), 20_000),
            (new EmbeddedReberTask(), 20_000),
            (new ContinualReberTask(200_000), 1),
        })
        {
            int[] targets = [.. Drawn.From(task, count).SelectMany(example => example.Targets)];
            double share = targets.CountBy(symbol => symbol).Max(symbol => symbol.Value) / (double)targets.Length;
            Assert.Equal(task.Baseline.Value, share, .01);
        }
    }
}
