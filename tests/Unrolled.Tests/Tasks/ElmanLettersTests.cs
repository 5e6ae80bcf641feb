using System.Text.RegularExpressions;

namespace Unrolled.Tests.Tasks;

public class ElmanLettersTests
{
    [Fact]
    public void The_text_is_a_chain_of_syllables_with_as_many_consonants_as_asked_for()
    {
        string text = ElmanLetters.Generate(1000, new Xoshiro256(1)).Text;

        Assert.Matches(new Regex("^(ba|dii|guuu)+$"), text);
        Assert.Equal(1000, text.Count(letter => !ElmanLetters.IsVowel(letter)));
        Assert.All("bdg", consonant => Assert.InRange(text.Count(letter => letter == consonant), 280, 390));
    }

    [Fact]
    public void Every_letter_has_the_code_of_the_paper()
    {
        string[] codes = ["b 101001", "d 101101", "g 101011", "a 010011", "i 010101", "u 010111"];

        Assert.All(codes, code => Assert.Equal(code[2..], string.Concat(ElmanLetters.CodeOf(code[0]))));
        Assert.Throws<ArgumentException>(() => ElmanLetters.CodeOf('x'));
    }

    [Fact]
    public void The_same_seed_gives_the_same_text()
    {
        string Text() => ElmanLetters.Generate(50, new Xoshiro256(3)).Text;

        Assert.Equal(Text(), Text());
    }

    [Fact]
    public void A_network_with_context_knows_the_vowels_and_when_a_consonant_comes_but_not_which()
    {
        var (vowels, consonants, consonantBit) = TrainedErrors(copyWeight: 1);
        Assert.InRange(vowels, 0, .02);
        Assert.InRange(consonants, .25, .30);
        Assert.InRange(consonantBit, 0, .03);

        var without = TrainedErrors(copyWeight: 0);
        Assert.InRange(without.Vowels, .2, .25);
        Assert.InRange(without.Consonants, .45, .49);
        Assert.InRange(without.ConsonantBit, .46, .51);
    }

    private static (double Vowels, double Consonants, double ConsonantBit) TrainedErrors(double copyWeight)
    {
        var random = new Xoshiro256(1);
        var task = ElmanLetters.Generate(1000, random);
        var network = new ElmanNetwork(inputs: 6, hidden: 20, outputs: 6, random, bound: .5)
        {
            CopyWeight = copyWeight,
        };
        var (xs, targets) = (Sequence.OfRows(task.Inputs), Sequence.OfRows(task.Targets));

        var rule = new ElmanRule(network, new SquaredError(), new Sgd(.02, .9));
        for (int pass = 0; pass < 200; pass++)
        {
            rule.Reset();
            rule.Pass(xs, targets);
        }

        var ys = network.Run(xs).Outputs;
        double RootMeanSquare(bool vowels, int bits) => Math.Sqrt(Enumerable.Range(0, xs.Length)
            .Where(t => ElmanLetters.IsVowel(task.Text[t + 1]) == vowels)
            .Average(t => Enumerable.Range(0, bits).Average(bit => Math.Pow(ys[t][bit] - targets[t][bit], 2))));
        return (RootMeanSquare(vowels: true, 6), RootMeanSquare(vowels: false, 6), RootMeanSquare(vowels: false, 1));
    }
}
