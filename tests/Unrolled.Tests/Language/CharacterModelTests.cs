namespace Unrolled.Tests.Language;

public sealed class CharacterModelTests
{
    private static readonly Alphabet Abc = new("abc ");

    [Fact]
    public void The_surprise_of_a_character_is_what_the_probabilities_after_the_text_before_it_say()
    {
        CharacterModel model = Untrained(seed: 1);
        const string text = "abba cab";
        double[] surprise = model.Surprise(text);

        Assert.Equal(text.Length - 1, surprise.Length);
        for (int t = 1; t < text.Length; t++)
        {
            double[] p = model.Next(text[..t]);
            Assert.Equal(1, p.Sum(), 9);
            Assert.Equal(-Math.Log2(p[Abc.Encode(text)[t]]), surprise[t - 1], 4);
        }

        Assert.Equal(surprise.Average(), model.BitsPerCharacter(text), 4);
    }

    [Fact]
    public void A_text_is_read_as_one_however_long_it_is()
    {
        CharacterModel model = Untrained(seed: 2);
        string text = string.Concat(Enumerable.Repeat("abc cba ", 100));
        double[] whole = model.Surprise(text);

        Assert.Equal(model.Surprise(text[..300]), whole[..299]);
        Assert.Equal(-Math.Log2(model.Next(text[..700])[Abc.Encode(text)[700]]), whole[699], 4);
    }

    [Fact]
    public void Equal_logits_cost_the_logarithm_of_the_alphabet()
    {
        CharacterModel model = Untrained(seed: 3);
        foreach (Parameter parameter in model.Network.Head.Parameters)
            parameter.Value.Clear();

        Assert.All(model.Surprise("abc abc"), bits => Assert.Equal(2, bits, 6));
    }

    [Fact]
    public void A_written_text_goes_on_from_its_beginning_and_depends_on_the_seed_alone()
    {
        CharacterModel model = Untrained(seed: 4);
        string first = model.Write("cab", 60, 1, new Xoshiro256(1));

        Assert.StartsWith("cab", first);
        Assert.Equal(63, first.Length);
        Assert.Equal(first, model.Write("cab", 60, 1, new Xoshiro256(1)));
        Assert.NotEqual(first, model.Write("cab", 60, 1, new Xoshiro256(2)));
        Assert.Equal("cab", model.Write("cab", 0, 1, new Xoshiro256(1)));
    }

    [Fact]
    public void The_coldest_text_takes_the_most_probable_character_each_time()
    {
        CharacterModel model = Untrained(seed: 5);
        string text = model.Write("a", 20, 1e-4, new Xoshiro256(1));

        for (int t = 1; t < text.Length; t++)
        {
            double[] p = model.Next(text[..t]);
            Assert.Equal(p.Max(), p[Abc.Encode(text)[t]]);
        }
    }

    [Fact]
    public void Characters_are_written_as_often_as_their_probabilities_say()
    {
        CharacterModel model = Untrained(seed: 6);
        var random = new Xoshiro256(7);
        double[] p = model.Next("ab");
        double[] share = new double[Abc.Count];
        const int draws = 4000;
        for (int i = 0; i < draws; i++)
            share[Abc.Symbols.IndexOf(model.Write("ab", 1, 1, random)[^1])] += 1.0 / draws;

        Assert.All(p.Zip(share), pair => Assert.Equal(pair.First, pair.Second, .03));
    }

    [Fact]
    public void A_network_that_does_not_fit_the_alphabet_is_refused()
    {
        Xoshiro256 random = new(1);
        SequenceModel of(int read, int written, OutputAt at = OutputAt.EveryStep, bool both = false) => new(
            new Embedding(read, 3, random), new Rnn(3, 4, random, bidirectional: both), written, at, random);

        Assert.Contains(
            "network reads 5 symbols and has 4 outputs; expected 4 of both",
            Assert.Throws<ArgumentException>(() => new CharacterModel(Abc, of(5, 4))).Message);
        Assert.Throws<ArgumentException>(() => new CharacterModel(Abc, of(4, 3)));
        Assert.Throws<ArgumentException>(() => new CharacterModel(Abc, of(4, 4, OutputAt.LastStep)));
        Assert.Throws<ArgumentException>(() => new CharacterModel(Abc, of(4, 4, both: true)));
        Assert.Throws<ArgumentException>(
            () => new CharacterModel(Abc, new SequenceModel(new Rnn(4, 4, random), 4, OutputAt.EveryStep, random)));
    }

    [Fact]
    public void A_text_that_cannot_be_read_is_refused_with_its_place()
    {
        CharacterModel model = Untrained(seed: 7);

        Assert.Contains("is empty", Assert.Throws<ArgumentException>(() => model.Next("")).Message);
        Assert.Contains(
            "'d' at index 2",
            Assert.Throws<ArgumentException>(() => model.Write("abd", 3, 1, new Xoshiro256(1))).Message);
        Assert.Throws<ArgumentException>(() => model.Surprise("a"));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Write("a", -1, 1, new Xoshiro256(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Write("a", 1, 0, new Xoshiro256(1)));
    }

    internal static CharacterModel Untrained(int seed, int layers = 1, Func<Random, RecurrentLayer>? layer = null)
    {
        Xoshiro256 random = new(seed);
        Embedding embedding = new(Abc.Count, 3, random);
        return new CharacterModel(Abc, new SequenceModel(
            embedding, layer?.Invoke(random) ?? new Lstm(3, 5, random, layers: layers), Abc.Count, OutputAt.EveryStep,
            random));
    }
}
