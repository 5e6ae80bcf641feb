using FsCheck.Fluent;

namespace Unrolled.Tests.Tasks;

public class TwoDaysTaskTests
{
    [Theory]
    [InlineData(QuestionTiming.AtOnce, "^我 昨天 吃了 F( 嗯){0,4} 昨天？ ， 今天 我 想吃 F( 嗯){0,4} 今天？$")]
    [InlineData(QuestionTiming.AtTheEnd, "^我 昨天 吃了 F( 嗯){0,4} ， 今天 我 想吃 F( 嗯){0,4} (昨天？ 今天？|今天？ 昨天？)$")]
    public void A_sentence_tells_two_days_and_asks_for_each_of_them_once(QuestionTiming asking, string pattern) =>
        Prop.ForAll(Drawn.Seeds, seed =>
        {
            var words = TwoDaysTask.WordsOf(new TwoDaysTask(asking).Draw(new Xoshiro256(seed)));

            Assert.Matches(
                pattern, string.Join(' ', words.Select(word => TwoDaysTask.Fruits.Contains(word) ? "F" : word)));
        }).CheckSeeded();

    [Theory]
    [InlineData(QuestionTiming.AtOnce)]
    [InlineData(QuestionTiming.AtTheEnd)]
    public void A_question_is_answered_by_the_fruit_of_its_day(QuestionTiming asking) =>
        Prop.ForAll(Drawn.Seeds, seed =>
        {
            var example = new TwoDaysTask(asking).Draw(new Xoshiro256(seed));
            string[] words = [.. TwoDaysTask.WordsOf(example)];
            string[] fruits = [.. words.Where(TwoDaysTask.Fruits.Contains)];

            Assert.Equal(
                Enumerable.Range(0, words.Length).Where(t => words[t] is TwoDaysTask.Yesterday or TwoDaysTask.Today),
                example.TargetSteps);
            Assert.All(example.TargetSteps, t => Assert.Equal(
                fruits[words[t] == TwoDaysTask.Yesterday ? 0 : 1], TwoDaysTask.Fruits[example.Targets[t]]));
        }).CheckSeeded();

    [Fact]
    public void Both_fruits_and_the_order_of_the_questions_are_equally_likely_and_say_nothing_of_each_other()
    {
        var task = new TwoDaysTask(QuestionTiming.AtTheEnd, hesitations: 0);

        Drawn.AssertEquallyLikely(
            [.. Drawn.From(task, 6000).Select(example => string.Concat(TwoDaysTask.WordsOf(example)))], 4 * 4 * 2);
        Assert.Equal(1.0 / 4, task.Baseline.Value);
    }

    [Fact]
    public void Every_number_of_hesitations_is_equally_likely() =>
        Drawn.AssertEquallyLikely(
            [.. Drawn.From(new TwoDaysTask(QuestionTiming.AtOnce, hesitations: 2), 6000).Select(example => (
                Hesitations(example, from: 4), Hesitations(example, from: 10 + Hesitations(example, from: 4))))],
            9);

    [Fact]
    public void Every_word_has_an_English_one_of_its_own()
    {
        Assert.Equal("I yesterday ate apple , today I want pineapple", string.Join(
            ' ', "我 昨天 吃了 苹果 ， 今天 我 想吃 菠萝".Split(' ').Select(TwoDaysTask.InEnglish)));
        Assert.Distinct(TwoDaysTask.Words.Select(TwoDaysTask.InEnglish));
        Assert.Contains(
            "word is 梨; expected one of 苹果",
            Assert.Throws<ArgumentException>(() => TwoDaysTask.InEnglish("梨")).Message);
    }

    private static int Hesitations(ClassExample example, int from) =>
        TwoDaysTask.WordsOf(example).Skip(from).TakeWhile(word => word == "嗯").Count();
}
