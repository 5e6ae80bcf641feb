namespace Unrolled.Tests.Language;

public sealed class ContextReachTests
{
    [Fact]
    public void The_longest_reach_reads_only_what_stands_before_the_character()
    {
        CharacterModel model = CharacterModelTests.Untrained(1);
        string text = Text(200);
        double[] surprise = ContextReach.Surprise(model, text, [4, 20], every: 30)[1];

        for (int i = 0; i < surprise.Length; i++)
        {
            int place = 20 + 30 * i;
            double p = model.Next(text[(place - 20)..place])[model.Alphabet.Encode(text)[place]];
            Assert.Equal(-Math.Log2(p), surprise[i], 4);
        }
    }

    [Fact]
    public void A_shorter_reach_reads_another_place_before_its_true_characters()
    {
        CharacterModel model = CharacterModelTests.Untrained(2);
        string text = Text(220);
        double[] surprise = ContextReach.Surprise(model, text, [20, 6], every: 50)[1];

        for (int i = 0; i < surprise.Length; i++)
        {
            int place = 20 + 50 * i, other = 20 + (place - 20 + 100) % 200;
            string read = text[(other - 20)..(other - 6)] + text[(place - 6)..place];
            double p = model.Next(read)[model.Alphabet.Encode(text)[place]];
            Assert.Equal(-Math.Log2(p), surprise[i], 4);
        }
    }

    [Fact]
    public void A_network_without_recurrence_loses_nothing_by_what_lies_further_back()
    {
        CharacterModel model = CharacterModelTests.Untrained(3, layer: random =>
        {
            Rnn layer = new(3, 5, random);
            layer.Parameters["weight_hh_l0"].Value.Clear();
            return layer;
        });
        double[][] surprise = ContextReach.Surprise(model, Text(300), [1, 2, 50], every: 7);

        Assert.Equal(surprise[2], surprise[0]);
        Assert.Equal(surprise[2], surprise[1]);
    }

    [Fact]
    public void What_cannot_be_measured_is_refused()
    {
        CharacterModel model = CharacterModelTests.Untrained(4);

        Assert.Contains(
            "text has 100 characters; expected at least 102",
            Assert.Throws<ArgumentException>(() => ContextReach.Surprise(model, Text(100), [50], 1)).Message);
        Assert.Throws<ArgumentException>(() => ContextReach.Surprise(model, Text(100), [], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ContextReach.Surprise(model, Text(100), [0], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ContextReach.Surprise(model, Text(100), [5], 0));
    }

    private static string Text(int length)
    {
        Xoshiro256 random = new(5);
        return string.Concat(Enumerable.Range(0, length).Select(_ => "abc "[random.Next(4)]));
    }
}
