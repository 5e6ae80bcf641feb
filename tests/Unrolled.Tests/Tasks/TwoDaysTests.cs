using FsCheck.Fluent;
using MathNet.Numerics.Random;
using Unrolled.Tasks;
using Unrolled.Tasks.Foundations;
using Unrolled.Tests.Tasks.Foundations;

namespace Unrolled.Tests.Tasks;

public class TwoDaysTests
{
    [Theory]
    [InlineData(Asking.AtOnce, "^我 昨天 吃了 F( 嗯){0,4} 昨天？ ， 今天 我 想吃 F( 嗯){0,4} 今天？$")]
    [InlineData(Asking.AtTheEnd, "^我 昨天 吃了 F( 嗯){0,4} ， 今天 我 想吃 F( 嗯){0,4} (昨天？ 今天？|今天？ 昨天？)$")]
    public void A_sentence_tells_two_days_and_asks_for_each_of_them_once(Asking asking, string pattern) =>
        Prop.ForAll(Drawn.Seeds, seed =>
        {
            var words = TwoDays.WordsOf(new TwoDays(asking).Draw(new Xoshiro256StarStar(seed)));

            Assert.Matches(pattern, string.Join(' ', words.Select(word => TwoDays.Fruits.Contains(word) ? "F" : word)));
        }).CheckSeeded();

    [Theory]
    [InlineData(Asking.AtOnce)]
    [InlineData(Asking.AtTheEnd)]
    public void A_question_is_answered_by_the_fruit_of_its_day(Asking asking) =>
        Prop.ForAll(Drawn.Seeds, seed =>
        {
            var example = new TwoDays(asking).Draw(new Xoshiro256StarStar(seed));
            string[] words = [.. TwoDays.WordsOf(example)];
            string[] fruits = [.. words.Where(TwoDays.Fruits.Contains)];

            Assert.Equal(
                Enumerable.Range(0, words.Length).Where(t => words[t] is TwoDays.Yesterday or TwoDays.Today),
                example.AskedSteps);
            Assert.All(example.AskedSteps, t => Assert.Equal(
                fruits[words[t] == TwoDays.Yesterday ? 0 : 1], TwoDays.Fruits[example.Targets[t]]));
        }).CheckSeeded();

    [Fact]
    public void Both_fruits_and_the_order_of_the_questions_are_equally_likely_and_say_nothing_of_each_other()
    {
        var task = new TwoDays(Asking.AtTheEnd, hesitations: 0);

        Drawn.AssertEquallyLikely(
            [.. Drawn.From(task, 6000).Select(example => string.Concat(TwoDays.WordsOf(example)))], 4 * 4 * 2);
        Assert.Equal(1.0 / 4, task.Baseline.Value);
    }

    [Fact]
    public void Every_number_of_hesitations_is_equally_likely() =>
        Drawn.AssertEquallyLikely(
            [.. Drawn.From(new TwoDays(Asking.AtOnce, hesitations: 2), 6000).Select(example => (
                Hesitations(example, from: 4), Hesitations(example, from: 10 + Hesitations(example, from: 4))))],
            9);

    [Fact]
    public void Every_word_has_an_English_one_of_its_own()
    {
        Assert.Equal("I yesterday ate apple , today I want pineapple", string.Join(
            ' ', "我 昨天 吃了 苹果 ， 今天 我 想吃 菠萝".Split(' ').Select(TwoDays.InEnglish)));
        Assert.Distinct(TwoDays.Words.Select(TwoDays.InEnglish));
        Assert.Contains("word is 梨; expected one of 苹果", Assert.Throws<ArgumentException>(() => TwoDays.InEnglish("梨")).Message);
    }

    private static int Hesitations(ClassExample example, int from) =>
        TwoDays.WordsOf(example).Skip(from).TakeWhile(word => word == "嗯").Count();
}
