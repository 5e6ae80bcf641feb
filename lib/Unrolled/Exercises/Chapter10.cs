namespace Unrolled;

/// <summary>The checks of chapter 10's exercises.</summary>
internal static class Chapter10
{
    private const int Other = 0;
    private const int Open = 1;
    private const int Close = 2;

    /// <summary>The checks, in the order of the exercises.</summary>
    public static IEnumerable<ExerciseCheck> Checks =>
    [
        ExerciseCheck.Of<Func<double[], double>>("10-1", Perplexity),
        ExerciseCheck.Of<Func<double[], double, double[]>>("10-2", Warmed),
        ExerciseCheck.Of<Func<LstmCell>>("10-3", Brackets),
        ExerciseCheck.Of<Func<IReadOnlyList<StreamWindow>, IReadOnlyList<StreamWindow>>>("10-4", WrongPlace),
        ExerciseCheck.Of<Func<double[], double[], double, double>>("10-5", Mixed),
    ];

    // 2 to the mean of −log₂ p.
    private static string Perplexity(Func<double[], double> answer)
    {
        double[][] cases = [[.5, .25], [.1, .9, .3], [1, .01, .2, .2], [1.0 / 27, 1.0 / 27, 1.0 / 27]];
        double[] of(Func<double[], double> formula) => [.. cases.Select(p => formula([.. p]))];
        static double bits(double[] p) => p.Average(one => -Math.Log2(one));

        return Exercise.Check(() => of(answer))
            .Mistake(of(bits), "these are the bits per character. The perplexity is 2 to that power")
            .Mistake(
                of(p => Math.Pow(2, p.Sum(one => -Math.Log2(one)))),
                "this is one over the probability of the whole text, which grows with its length. Take the mean")
            .Mistake(
                of(p => Math.Exp(bits(p))),
                "bits are logarithms to the base 2, and this raises e to them. Use one base for both")
            .Mistake(
                of(p => p.Average(one => 1 / one)),
                "this averages 1/p itself, so that one rare character decides. The mean is of the logarithms")
            .Mistake(of(p => 1 / p.Average()), "this averages the probabilities. The mean is of their logarithms")
            .Mistake(of(p => -bits(p)), "the sign: the logarithm of a probability is negative, the surprise is not")
            .Right(
                of(p => Math.Pow(2, bits(p))),
                "2 to the mean of −log₂ p, one over the geometric mean of the probabilities; for equal ones it is "
                    + "their number",
                otherwise: "for three characters of probability 1/27 it is 27. Take −log₂ of each, then the mean");
    }

    // p_k^(1/τ), divided by their sum.
    private static string Warmed(Func<double[], double, double[]> answer)
    {
        (double[] P, double Temperature)[] cases = [([.5, .3, .2], .5), ([.7, .2, .05, .05], 2), ([.6, .4], 1)];
        double[] of(Func<double[], double, double[]> formula) =>
            [.. cases.SelectMany(one => formula([.. one.P], one.Temperature))];
        static double[] normal(IEnumerable<double> weights)
        {
            double[] all = [.. weights];
            return [.. all.Select(one => one / all.Sum())];
        }

        return Exercise.Check(() => of(answer))
            .Mistake(
                of((p, t) => normal(p.Select(one => Math.Pow(one, t)))),
                "this is the other way round: a high temperature should make the probabilities more equal")
            .Mistake(
                of((p, t) => [.. p.Select(one => Math.Pow(one, 1 / t))]),
                "these do not add up to 1. Divide by their sum")
            .Mistake(
                of((p, t) => normal(p.Select(one => one / t))),
                "dividing probabilities by τ and then by their sum changes nothing: it is the logits that are divided")
            .Mistake(
                of((p, t) => normal(p.Select(one => Math.Exp(one / t)))),
                "this takes the probabilities for logits. Which logits have these probabilities?")
            .Right(
                of((p, t) => normal(p.Select(one => Math.Pow(one, 1 / t)))),
                "p to the power of 1/τ, divided by the sum; the logits themselves are not needed",
                otherwise: "log p is a logit of p. Divide it by τ, and take the softmax");
    }

    private static string Brackets(Func<LstmCell> answer)
    {
        const double inside = .7, outside = .1;
        int[][] texts = [.. Enumerable.Range(1, 10).Select(seed => Text(new Xoshiro256(seed)))];
        CellTrace run(LstmCell cell, int[] text) =>
            cell.Run(Sequence.OfRows([.. text.Select(symbol => Enumerable.Range(0, 3).Select(
                k => k == symbol ? 1.0 : 0).ToArray())]));
        double gate(LstmCell cell, string name, int symbol)
        {
            double[] values = run(cell, texts[0]).Unit(name, 0);
            return values.Where((_, t) => texts[0][t] == symbol).Average();
        }

        // The lowest h inside and the largest |h| outside.
        (double Inside, double Outside) measure(LstmCell cell)
        {
            (double lowest, double largest) = (double.PositiveInfinity, 0);
            foreach (int[] text in texts)
            {
                double[] h = run(cell, text).Unit("h", 0);
                bool open = false;
                for (int t = 0; t < text.Length; t++)
                {
                    open = text[t] == Open || (open && text[t] != Close);
                    if (open)
                        lowest = Math.Min(lowest, h[t]);
                    else
                        largest = Math.Max(largest, Math.Abs(h[t]));
                }
            }

            return (lowest, largest);
        }

        return Exercise.Check(answer)
            .Needs(cell => cell.InputSize == 3 && cell.OutputSize == 1, "the cell has three inputs and one unit")
            .Mistake(
                cell => gate(cell, "i", Open) < .9,
                cell => $"at an opening bracket the input gate is {gate(cell, "i", Open):G3}: nothing enters")
            .Mistake(
                cell => gate(cell, "f", Other) < .9999,
                cell => $"at other characters the forget gate is {gate(cell, "f", Other):G3}. What is left of the "
                    + "bracket after hundreds of them?")
            .Mistake(
                cell => gate(cell, "f", Close) > .1,
                cell => $"at a closing bracket the forget gate is {gate(cell, "f", Close):G3}, and so the cell stays "
                    + "as it was")
            .Mistake(
                cell => gate(cell, "i", Other) > .0001 && Math.Abs(gate(cell, "g", Other)) > .0001,
                cell => $"at other characters the input gate is {gate(cell, "i", Other):G3} and the candidate is not "
                    + "0: every character adds a little")
            .Right(
                cell => measure(cell) is { Inside: >= inside, Outside: <= outside },
                cell => $"h is at least {measure(cell).Inside:0.00} inside brackets and at most "
                    + $"{measure(cell).Outside:0.00} outside, over 2,000 characters",
                cell => $"inside brackets h is at least {measure(cell).Inside:0.00}, outside at most "
                    + $"{measure(cell).Outside:0.00}; asked are at least {inside} and at most {outside}. Look at the "
                    + "candidate and the output gate");
    }

    // Brackets that do not nest, with up to 400 other characters between one and the next.
    private static int[] Text(Xoshiro256 random)
    {
        List<int> text = [];
        bool open = false;
        while (text.Count < 2000)
        {
            text.AddRange(Enumerable.Repeat(Other, 1 + random.Next(400)));
            text.Add(open ? Close : Open);
            open = !open;
        }

        return [.. text.Take(2000)];
    }

    private static string WrongPlace(Func<IReadOnlyList<StreamWindow>, IReadOnlyList<StreamWindow>> answer)
    {
        const int updates = 200;
        Alphabet alphabet = LanguageSweep.AlphabetOf(LanguageText.Letters);
        (string learned, string tested) = LanguageSweep.Parts(LanguageText.Letters);
        IReadOnlyList<StreamWindow> windows = StreamWindow.Cut(alphabet.Encode(learned), streams: 16, length: 20);
        int[] test = alphabet.Encode(tested);

        // By its targets: a window of another copy is the same one.
        int[] order(IReadOnlyList<StreamWindow> some) => [.. some.Select(
            one => windows.ToList().FindIndex(window => ReferenceEquals(window.Targets, one.Targets)))];
        double train(IReadOnlyList<StreamWindow> some)
        {
            Xoshiro256 random = new(1);
            SequenceModel model = new(
                new Embedding(alphabet.Count, 16, random), new Gru(16, 32, random), alphabet.Count, OutputAt.EveryStep,
                random);
            model.Fit(some, new Adam(.01), clipNorm: 1, random, updates);
            return model.BitsPerSymbol(test);
        }

        return Exercise.Check(() => answer(windows))
            .Needs(some => some.Count > 0, "there is no window")
            .Needs(some => order(some).All(k => k >= 0), "use the windows that are given; the text stays as it is")
            .Mistake(
                some => some.Skip(1).Any(window => window.Begins),
                "a window that begins reads from zero state. The state is to be carried, from a wrong place")
            .Mistake(
                some => order(some).Distinct().Count() < windows.Count || some.Count != windows.Count,
                some => $"{order(some).Distinct().Count()} different windows of {windows.Count}; use each of them "
                    + "once, so that nothing but the order differs")
            .Mistake(
                some => !some[0].Begins,
                "the first window reads from no state at all; let it begin, as in the chapter's cell")
            .Right(
                some => order(some) is var k && Enumerable.Range(1, k.Length - 1).Count(i => k[i] == k[i - 1] + 1)
                    <= windows.Count / 20,
                some => $"bits per letter after {updates} updates: state carried {train(windows):0.000}, carried from "
                    + $"a wrong place {train(some):0.000}, reset "
                    + $"{train([.. windows.Select(one => one with { Begins = true })]):0.000}. Which of the two "
                    + "explains what carrying is good for?",
                some => "most windows still follow the one before them in the book, so that the state comes from the "
                    + "right place. Change their order");
    }

    // −log₂ of the mixed probability, and then the mean.
    private static string Mixed(Func<double[], double[], double, double> answer)
    {
        (double[] Network, double[] Counted, double Share)[] cases =
            [([1, 4, 2], [3, 1, 2], .5), ([.5, 6], [2, 2.5], .25), ([5, .1, 3, 8], [1, 1, 9, 2], .8)];
        double[] of(Func<double[], double[], double, double> formula) =>
            [.. cases.Select(one => formula([.. one.Network], [.. one.Counted], one.Share))];
        static double mixed(double a, double b, double share) =>
            -Math.Log2(share * Math.Pow(2, -a) + (1 - share) * Math.Pow(2, -b));

        return Exercise.Check(() => of(answer))
            .Mistake(
                of((a, b, share) => share * a.Average() + (1 - share) * b.Average()),
                "this mixes the bits, which is never better than the better of the two. Mix the probabilities, 2 to "
                    + "the power of −bits")
            .Mistake(
                of((a, b, share) => mixed(a.Average(), b.Average(), share)),
                "this mixes the means of the whole text. Mix at every character, and then take the mean")
            .Mistake(
                of((a, b, share) => a.Zip(b, (x, y) => mixed(x, y, 1 - share)).Average()),
                "the share is that of the network, and here it is that of counting")
            .Mistake(
                of((a, b, share) => a.Zip(b, (x, y) => mixed(x, y, share)).Sum()),
                "this is the sum over the characters; asked are bits per character")
            .Mistake(
                of((a, b, share) => a.Zip(b, Math.Min).Average()),
                "this takes the better one at every character, which is only known afterwards")
            .Right(
                of((a, b, share) => a.Zip(b, (x, y) => mixed(x, y, share)).Average()),
                "−log₂ of the mixed probability, and then the mean. With the chapter's network and 5-gram, which "
                    + "share is best, and how many bits are left?",
                otherwise: "p = share · 2^(−network) + (1 − share) · 2^(−counted) at every character, then the mean of "
                    + "−log₂ p");
    }
}
