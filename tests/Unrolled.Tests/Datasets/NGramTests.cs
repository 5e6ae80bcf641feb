using FsCheck.Fluent;

namespace Unrolled.Tests.Datasets;

public sealed class NGramTests
{
    // a b a b b: after a came b twice, after b came a once and b once.
    private static readonly int[] Text = [0, 1, 0, 1, 1];

    private static readonly Func<int[], int, int, NGram>[] Methods =
        [(text, symbols, order) => NGram.Dirichlet(text, symbols, order, .7), NGram.WittenBell, NGram.KneserNey];

    [Fact]
    public void Witten_and_Bell_weigh_the_shorter_context_by_the_number_of_different_symbols()
    {
        NGram model = NGram.WittenBell(Text, symbols: 2, order: 2);

        // p(a) = (2 + 2 · 1/2) / (5 + 2), p(a | b) = (1 + 2 p(a)) / (2 + 2): the denominator holds what is given away.
        double a = 3.0 / 7;
        Assert.Equal(a, model.Probability([], 0), 12);
        Assert.Equal((1 + 2 * a) / 4, model.Probability([1], 0), 12);
        Assert.Equal((0 + 1 * a) / 3, model.Probability([0], 0), 12);
    }

    [Fact]
    public void A_Dirichlet_prior_adds_the_shorter_contexts_probability_so_many_times()
    {
        NGram model = NGram.Dirichlet(Text, symbols: 2, order: 1, strength: 3);

        Assert.Equal((2 + 3 * .5) / (5 + 3), model.Probability([], 0), 12);
    }

    [Fact]
    public void Kneser_and_Ney_count_after_how_many_symbols_one_came_and_not_how_often()
    {
        // c comes three times but only after b, a after both others.
        int[] text = [0, 1, 2, 1, 2, 0, 1, 2, 0, 1, 0, 2];
        NGram model = NGram.KneserNey(text, symbols: 3, order: 2);

        Assert.True(model.Probability([], 0) >= model.Probability([], 2));
        Assert.True(NGram.WittenBell(text, 3, 1).Probability([], 2) >= NGram.WittenBell(text, 3, 1).Probability([], 0));
    }

    [Fact]
    public void Probabilities_sum_to_1_after_any_past() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        Xoshiro256 random = new(seed);
        int symbols = 2 + random.Next(6), order = 1 + random.Next(5);
        int[] Draw(int length) => [.. Enumerable.Range(0, length).Select(_ => random.Next(symbols))];
        NGram model = Methods[random.Next(Methods.Length)](Draw(1 + random.Next(300)), symbols, order);
        int[] past = Draw(random.Next(8));

        Assert.Equal(1, Enumerable.Range(0, symbols).Sum(next => model.Probability(past, next)), 9);
        Assert.All(
            Enumerable.Range(0, symbols), next => Assert.InRange(model.Probability(past, next), double.Epsilon, 1));
    }).CheckSeeded();

    [Fact]
    public void No_symbol_has_the_probability_0_after_any_context() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        Xoshiro256 random = new(seed);
        int symbols = 2 + random.Next(3), order = 1 + random.Next(4);
        // Squared, so that some symbols are frequent and some rare.
        int[] text = [.. Enumerable.Range(0, 1 + random.Next(400)).Select(
            _ => (int)(symbols * random.NextDouble() * random.NextDouble()))];
        foreach (Func<int[], int, int, NGram> method in Methods)
        {
            NGram model = method(text, symbols, order);
            foreach (int[] past in Contexts(symbols, order - 1))
            {
                double[] p = [.. Enumerable.Range(0, symbols).Select(next => model.Probability(past, next))];
                Assert.All(p, one => Assert.InRange(one, double.Epsilon, 1));
                Assert.Equal(1, p.Sum(), 9);
            }
        }
    }).CheckSeeded();

    [Fact]
    public void Any_page_of_the_Time_Machine_costs_finitely_many_bits_after_any_other()
    {
        int[] text = TimeMachine.Alphabet.Encode(TimeMachine.LoadSymbols());
        Xoshiro256 random = new(1);
        for (int piece = 0; piece < 300; piece++)
        {
            int start = random.Next(text.Length - 1_300);
            NGram model = NGram.KneserNey(text[start..(start + 300)], 27, 2 + random.Next(3));

            Assert.InRange(model.BitsPerSymbol(text[(start + 300)..(start + 1_300)]), 1, 10);
        }
    }

    [Fact]
    public void Contexts_too_many_for_a_double_are_numbered_exactly()
    {
        Xoshiro256 random = new(1);
        int[] text = [.. Enumerable.Range(0, 200).Select(_ => random.Next(3))];
        NGram model = NGram.KneserNey(text, symbols: 3, order: 39);

        // Every context of so many symbols came once, and half of what the shorter one left open goes to its symbol.
        double Open(int known) =>
            1 - model.Probability([(text[49 - known] + 1) % 3, .. text[(50 - known)..50]], text[50]);
        Assert.All(Enumerable.Range(30, 7), known => Assert.Equal(.5, Open(known + 1) / Open(known), 1e-3));
    }

    [Fact]
    public void A_random_text_costs_as_many_bits_as_its_symbols_say()
    {
        Xoshiro256 random = new(1);
        int[] Draw(int length) => [.. Enumerable.Range(0, length).Select(_ => random.Next(4))];
        int[] learned = Draw(20_000), fresh = Draw(5_000);

        Assert.All(Methods, method => Assert.Equal(2, method(learned, 4, 3).BitsPerSymbol(fresh), 2));
    }

    [Fact]
    public void The_last_tenth_of_the_Time_Machine_costs_5_grams_about_2_bits_a_character()
    {
        int[] text = TimeMachine.Alphabet.Encode(TimeMachine.LoadSymbols());
        (int[] learned, int[] fresh) = (text[..(text.Length * 9 / 10)], text[(text.Length * 9 / 10)..]);

        // The counts come from a separate script.
        Assert.Equal(2.032, NGram.WittenBell(learned, 27, 5).BitsPerSymbol(fresh), 2);
        Assert.Equal(1.960, NGram.KneserNey(learned, 27, 5).BitsPerSymbol(fresh), 2);
        Assert.Equal(2.172, NGram.Dirichlet(learned, 27, 5).BitsPerSymbol(fresh), 2);
    }

    [Fact]
    public void What_cannot_be_counted_is_refused()
    {
        Assert.StartsWith("text is empty", Assert.Throws<ArgumentException>(() => NGram.WittenBell([], 2, 1)).Message);
        Assert.StartsWith(
            "text[1] is 2; expected 0 to 1.",
            Assert.Throws<ArgumentOutOfRangeException>(() => NGram.KneserNey([0, 2], 2, 1)).Message);
        Assert.StartsWith(
            "next is 2; expected 0 to 1.", Assert.Throws<ArgumentOutOfRangeException>(
                () => NGram.WittenBell(Text, 2, 1).Probability([], 2)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => NGram.WittenBell(Text, 2, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => NGram.Dirichlet(Text, 2, 1, 0));
        Assert.StartsWith(
            "past[0] is 3; expected 0 to 1.", Assert.Throws<ArgumentOutOfRangeException>(
                () => NGram.WittenBell(Text, 2, 2).Probability([3], 0)).Message);
        Assert.StartsWith(
            "past[1] is -5; expected 0 to 1.", Assert.Throws<ArgumentOutOfRangeException>(
                () => NGram.KneserNey(Text, 2, 3).Probability([0, -5, 1], 0)).Message);
        Assert.StartsWith(
            "order is 14", Assert.Throws<ArgumentOutOfRangeException>(() => NGram.WittenBell(Text, 27, 14)).Message);
    }

    // Every context of at most so many symbols.
    private static IEnumerable<int[]> Contexts(int symbols, int longest) =>
        longest == 0
            ? [[]]
            : [[], .. from shorter in Contexts(symbols, longest - 1)
                      from symbol in Enumerable.Range(0, symbols)
                      select (int[])[.. shorter, symbol]];
}
