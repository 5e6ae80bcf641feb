using FsCheck.Fluent;

namespace Unrolled.Tests.Tasks;

public class TemporalOrderTaskTests
{
    private static readonly string[] OrdersOfTwo = ["XX", "XY", "YX", "YY"];

    private static readonly string[] OrdersOfThree = ["XXX", "XXY", "XYX", "XYY", "YXX", "YXY", "YYX", "YYY"];

    [Fact]
    public void The_papers_windows_are_those_of_a_hundred_steps()
    {
        Assert.Equal([(10, 20), (50, 60)], TemporalOrderTask.TwoMarks(LengthRange.TenthMore(100)).Windows);
        Assert.Equal([(10, 20), (33, 43), (66, 76)], TemporalOrderTask.ThreeMarks(100).Windows);
        Assert.Equal([(5, 10), (25, 30)], TemporalOrderTask.TwoMarks(50).Windows);
    }

    [Fact]
    public void A_sequence_reads_as_the_paper_says_and_its_class_is_the_order_of_its_marks() =>
        Prop.ForAll(Drawn.SeedsWith(10, 120), sample =>
        {
            var (seed, length) = sample;
            foreach (var (task, orders) in new[]
            {
                (TemporalOrderTask.TwoMarks(LengthRange.TenthMore(length)), OrdersOfTwo),
                (TemporalOrderTask.ThreeMarks(length), OrdersOfThree),
            })
            {
                var example = task.Draw(new Xoshiro256(seed));
                string text = Text(example);

                Assert.InRange(text.Length, task.Lengths.Shortest, task.Lengths.Longest);
                Assert.Matches("^E[abcdXY]+B$", text);
                int[] marks = [.. Enumerable.Range(0, text.Length).Where(t => text[t] is 'X' or 'Y')];
                Assert.Equal(task.Marks, marks.Length);
                for (int i = 0; i < marks.Length; i++)
                    Assert.InRange(marks[i], task.Windows[i].First, task.Windows[i].Last);
                string order = string.Concat(marks.Select(t => text[t]));
                Assert.Equal(order, orders[Drawn.TargetAtTheEnd(example)]);
            }
        }).CheckSeeded();

    [Fact]
    public void Classes_and_the_steps_of_a_window_are_equally_likely()
    {
        var examples = Drawn.From(TemporalOrderTask.ThreeMarks(100), 4000);

        Drawn.AssertEquallyLikely([.. examples.Select(Drawn.TargetAtTheEnd)], 8);
        Drawn.AssertEquallyLikely([.. examples.Select(example => Text(example).IndexOfAny(['X', 'Y']))], 11);
        Drawn.AssertEquallyLikely([.. examples.Select(example => Text(example).LastIndexOfAny(['X', 'Y']))], 11);
    }

    [Fact]
    public void Distractors_are_equally_likely_and_a_baseline_is_one_class_in_all()
    {
        char[] distractors = [.. Drawn.From(TemporalOrderTask.TwoMarks(50), 100)
            .SelectMany(example => Text(example).Where(char.IsLower))];

        Drawn.AssertEquallyLikely(distractors, 4);
        Assert.Equal(.25, TemporalOrderTask.TwoMarks(50).Baseline.Value);
        Assert.Equal(.125, TemporalOrderTask.ThreeMarks(50).Baseline.Value);
    }

    [Fact]
    public void Of_the_same_sequences_the_first_mark_alone_is_asked_for()
    {
        var both = TemporalOrderTask.TwoMarks(50);
        var first = TemporalOrderTask.FirstOfTwoMarks(50);
        for (int seed = 1; seed <= 50; seed++)
        {
            ClassExample order = both.Draw(new Xoshiro256(seed)), mark = first.Draw(new Xoshiro256(seed));
            Assert.Equal(order.Inputs, mark.Inputs);
            Assert.Equal(Drawn.TargetAtTheEnd(order) / 2, Drawn.TargetAtTheEnd(mark));
        }

        Assert.Equal(both.Windows, first.Windows);
        Assert.Equal((2, .5), (first.OutputSize, first.Baseline.Value));
        Assert.Equal("First of 2 marks, T = 50", first.Name);
    }

    private static string Text(ClassExample example) =>
        string.Concat(Drawn.Symbols(example).Select(symbol => "EBabcdXY"[symbol]));
}
