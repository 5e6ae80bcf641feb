namespace Unrolled.Tests.Tasks;

public sealed class SmartReplyTaskTests
{
    [Fact]
    public void There_are_at_least_500_pairs_and_every_message_has_one_reply()
    {
        Assert.True(SmartReplyTask.Texts.Count >= 500);
        Assert.Equal(SmartReplyTask.Texts.Count, SmartReplyTask.Texts.Select(pair => pair.Message).Distinct().Count());
        Assert.Equal(SmartReplyTask.Texts.Count, SmartReplyTask.Pairs.Count);
    }

    [Theory]
    [InlineData("can we have lunch on tuesday ?", "sorry , i am busy on tuesday")]
    [InlineData("can we have lunch on friday ?", "yes , see you on friday")]
    [InlineData("the call on tuesday is moved to friday", "ok , see you on friday")]
    [InlineData("the call on friday is moved to tuesday", "sorry , i am busy on tuesday")]
    [InlineData("do you want tea or juice ?", "tea , please")]
    [InlineData("do you want juice or tea ?", "juice , please")]
    [InlineData("shall i bring tea instead of juice ?", "no , bring juice")]
    [InlineData("when does the class start on sunday ?", "no class on sunday")]
    [InlineData("when does the class end on monday ?", "it ends at five")]
    [InlineData("please tell anna that ben is late", "ok , i will tell anna that ben is late")]
    [InlineData("your report is lost", "do not worry , we will find the report")]
    public void A_message_has_the_reply_that_the_grammar_decides(string message, string reply) =>
        Assert.Contains((message, reply), SmartReplyTask.Texts);

    [Fact]
    public void Texts_and_symbols_say_the_same()
    {
        Assert.All(SmartReplyTask.Texts.Zip(SmartReplyTask.Pairs), one =>
        {
            Assert.Equal(one.First.Message, SmartReplyTask.MessageText(one.Second.Source));
            Assert.Equal(one.First.Reply, SmartReplyTask.ReplyText(one.Second.Target));
            Assert.Equal(one.Second.Source, SmartReplyTask.MessageOf($" {one.First.Message} "));
            Assert.Equal(one.Second.Target, SmartReplyTask.ReplyOf(one.First.Reply));
        });
        Assert.Equal(SmartReplyTask.MessageWords.Order(StringComparer.Ordinal), SmartReplyTask.MessageWords);
    }

    [Fact]
    public void Held_out_messages_are_not_among_those_to_learn_from_and_none_is_lost()
    {
        var (train, heldOut) = SmartReplyTask.Split(130, new Xoshiro256(1));

        Assert.Equal(130, heldOut.Length);
        Assert.Equal(
            SmartReplyTask.Texts.Select(pair => pair.Message).Order(StringComparer.Ordinal),
            train.Concat(heldOut).Select(pair => SmartReplyTask.MessageText(pair.Source))
                .Order(StringComparer.Ordinal));
        Assert.NotEqual(SmartReplyTask.Pairs.Take(130), heldOut);
    }

    [Fact]
    public void Words_that_it_does_not_know_and_empty_texts_are_refused()
    {
        Assert.StartsWith(
            "message has the word “banana”",
            Assert.Throws<ArgumentException>(() => SmartReplyTask.MessageOf("do you want banana ?")).Message);
        Assert.StartsWith(
            "reply has no word", Assert.Throws<ArgumentException>(() => SmartReplyTask.ReplyOf(" ")).Message);
        Assert.Throws<ArgumentOutOfRangeException>(
            () => SmartReplyTask.Split(SmartReplyTask.Pairs.Count, new Xoshiro256(1)));
    }

    [Fact]
    public void The_baseline_is_the_share_of_the_most_frequent_reply() => Assert.Equal(
        SmartReplyTask.Texts.GroupBy(pair => pair.Reply).Max(group => group.Count())
            / (double)SmartReplyTask.Texts.Count,
        new SmartReplyTask().Baseline.Value);
}
