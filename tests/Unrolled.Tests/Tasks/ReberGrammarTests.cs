using System.Text.RegularExpressions;
using FsCheck.Fluent;

namespace Unrolled.Tests.Tasks;

public class ReberGrammarTests
{
    // After T: S*X, and either S ends or X leads to the lower part. Lower part: T*V, then PX back into itself, PS or V.
    private const string Lower = "T*V(PXT*V)*(PS|V)";
    private const string Plain = $"B(TS*X(S|X{Lower})|P{Lower})E";
    private const string Embedded = $"B(T{Plain}T|P{Plain}P)E";

    [Fact]
    public void Every_string_that_is_written_is_accepted_by_the_automaton_and_by_a_regular_expression() =>
        Prop.ForAll(Drawn.Seeds, seed =>
        {
            var random = new Xoshiro256(seed);
            string plain = ReberGrammar.Plain.Draw(random);
            string embedded = ReberGrammar.Embedded.Draw(random);

            Assert.Matches($"^{Plain}$", plain);
            Assert.Matches($"^{Embedded}$", embedded);
            Assert.True(ReberGrammar.Plain.Accepts(plain));
            Assert.True(ReberGrammar.Embedded.Accepts(embedded));
        }).CheckSeeded(tests: 500);

    [Fact]
    public void Automaton_and_regular_expression_agree_on_every_string_of_up_to_seven_symbols()
    {
        // All strings B…E of the five inner symbols: 5 + 25 + … + 5⁵ of them.
        IEnumerable<string> inner = [""];
        int accepted = 0;
        for (int length = 1; length <= 5; length++)
        {
            inner = [.. inner.SelectMany(text => "TPSXV".Select(symbol => text + symbol))];
            foreach (string text in inner.Select(text => $"B{text}E"))
            {
                bool legal = Regex.IsMatch(text, $"^{Plain}$");
                Assert.Equal(legal, ReberGrammar.Plain.Accepts(text));
                Assert.Equal(legal, ReberGrammar.Embedded.Accepts($"BT{text}TE"));
                Assert.False(ReberGrammar.Embedded.Accepts($"BT{text}PE"));
                accepted += legal ? 1 : 0;
            }
        }

        Assert.True(accepted >= 5);
    }

    [Theory]
    [InlineData("BTXSE", "TP SX SX E -")]
    [InlineData("BPTVPXVVE", "TP TV TV PV SX TV PV E -")]
    [InlineData("BTSSXXVPSE", "TP SX SX SX SX TV PV SX E -")]
    public void The_symbols_that_may_follow_are_those_of_the_drawn_grammar(string text, string legal) =>
        Assert.Equal(
            legal.Split(' ').Select(symbols => string.Concat(symbols.Where(char.IsLetter).OrderBy("BTPSXVE".IndexOf))),
            ReberGrammar.Plain.LegalAfterEach(text));

    [Fact]
    public void An_embedded_string_recalls_its_second_symbol_once_at_the_last_but_two()
    {
        var random = new Xoshiro256(3);
        for (int i = 0; i < 100; i++)
        {
            string text = ReberGrammar.Embedded.Draw(random);
            Assert.Equal([text.Length - 3], ReberGrammar.RecallSteps(text));
            Assert.Equal(text[1], text[^2]);
        }
    }

    [Fact]
    public void Outputs_are_right_if_every_legal_symbol_is_more_active_than_every_other()
    {
        // B, T, P, S, X, V, E.
        double[] outputs = [.1, .6, .5, .2, .1, .4, .3];

        Assert.All(["T", "TP", "PT", "TPV", "BTPSXVE"], legal => Assert.True(ReberGrammar.IsRight(outputs, legal)));
        Assert.All(["P", "TV", "SX", "B"], legal => Assert.False(ReberGrammar.IsRight(outputs, legal)));
        Assert.False(ReberGrammar.IsRight([0, 0, 0, 0, 0, 0, 0], "T"));
        Assert.False(ReberGrammar.IsRight([0, double.NaN, 0, 0, 0, 0, 0], "T"));

        var shape = Assert.Throws<ArgumentException>(() => ReberGrammar.IsRight([1, 2], "T"));
        Assert.Contains("outputs has shape [2]; expected [7].", shape.Message);
        Assert.Throws<ArgumentException>(() => ReberGrammar.IsRight(outputs, ""));
    }

    [Fact]
    public void Branches_are_equally_likely()
    {
        var random = new Xoshiro256(4);
        string[] texts = [.. Enumerable.Range(0, 4000).Select(_ => ReberGrammar.Embedded.Draw(random))];

        Drawn.AssertEquallyLikely([.. texts.Select(text => (text[1], text[3]))], 4);
    }
}
