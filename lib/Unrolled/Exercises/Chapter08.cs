using MathNet.Numerics.LinearAlgebra;

namespace Unrolled;

/// <summary>The checks of chapter 08's exercises.</summary>
internal static class Chapter08
{
    private delegate (int Beginning, int Symbol)[] BeamStepStub(double[] logP, double[][] next, int width);

    private delegate Vector<double>[] EncoderGradientsStub(RnnCell encoder, Vector<double>[] h, Vector<double> ds);

    /// <summary>The checks, in the order of the exercises.</summary>
    public static IEnumerable<ExerciseCheck> Checks =>
    [
        ExerciseCheck.Of<Func<int, int, int, int, int>>("08-1", ParameterCount),
        ExerciseCheck.Of<BeamStepStub>("08-2", BeamStep),
        ExerciseCheck.Of<Func<double, int, double, int, double>>("08-3", TurningPoint),
        ExerciseCheck.Of<EncoderGradientsStub>("08-4", EncoderGradients),
        ExerciseCheck.Of<Func<int, int, int, Vector<double>>>("08-5", LookAt),
        ExerciseCheck.Of<Func<PairBatch, int, PairBatch>>("08-6", Blind),
    ];

    private static string ParameterCount(Func<int, int, int, int, int> answer)
    {
        (int S, int K, int E, int H)[] sizes = [(5, 7, 3, 4), (77, 74, 16, 64), (10, 11, 2, 6)];
        int[] counts(Func<int, int, int, int, int> formula) =>
            [.. sizes.Select(one => formula(one.S, one.K, one.E, one.H))];
        static int lstm(int E, int H) => 4 * H * (E + H + 1);
        static int readOut(int K, int H) => K * (H + 1);

        return Exercise.Check(() => counts(answer))
            .Mistake(
                counts((S, K, E, H) => (S + K) * E + lstm(E, H) + readOut(K, H)),
                "the encoder and the decoder are two networks, each with parameters of its own")
            .Mistake(
                counts((_, K, E, H) => 2 * lstm(E, H) + readOut(K, H)),
                "the vectors of the words are learned, too: one for each word of either side")
            .Mistake(
                counts((S, _, E, H) => S * E + 2 * lstm(E, H)),
                "the decoder has an embedding and a read-out of its own")
            .Mistake(counts((S, K, E, H) => (S + K) * E + 2 * lstm(E, H)), "the read-out V, b_y is missing")
            .Mistake(
                counts((S, K, E, H) => (S + K) * E + 2 * lstm(E, H) + K * H), "the bias of the read-out is missing")
            .Mistake(
                counts((S, K, E, H) => (S + K) * E + 2 * lstm(E, H) + readOut(K, H) + readOut(S, H)),
                "the encoder has no read-out: nobody asks for its outputs")
            .Mistake(
                counts((S, K, E, H) => (S + K) * E + 2 * 4 * H * (E + H) + readOut(K, H)),
                "the biases of the LSTMs are missing")
            .Mistake(
                counts((S, K, E, H) => (S + K) * E + 2 * 4 * H * (E + H + 2) + readOut(K, H)),
                "this is PyTorch's count, with two biases")
            .Right(
                counts((S, K, E, H) => (S + K) * E + 2 * lstm(E, H) + readOut(K, H)),
                "(S + K)E for the words, 4H(E + H + 1) for each LSTM, and K(H + 1) for the read-out",
                otherwise: "count the words' vectors, one LSTM, and the read-out one by one");
    }

    private static string BeamStep(BeamStepStub answer)
    {
        double[] logP = [-.1, -1.1, -3.4];
        double[][] next =
        [
            [-1.6, -.9, -2.3, -1.5], [-.2, -2.5, -3.1, -2.9], [-.05, -3.5, -4, -4.2],
        ];
        (int Beginning, int Symbol)[] all =
            [.. from b in Enumerable.Range(0, 3) from k in Enumerable.Range(0, 4) select (b, k)];
        double p((int Beginning, int Symbol) one) => logP[one.Beginning] + next[one.Beginning][one.Symbol];
        int[] flat(IEnumerable<(int Beginning, int Symbol)> kept) =>
            [.. kept.SelectMany(one => new[] { one.Beginning, one.Symbol })];
        int[] right = flat(all.OrderByDescending(p).Take(3));

        return Exercise.Check(() => answer([.. logP], [.. next.Select(row => row.ToArray())], 3))
            .Mistake(kept => kept.Length != 3, kept => $"{kept.Length} are kept; as many as width shall be")
            .Mistake(
                kept => flat(kept).SequenceEqual(
                    flat(Enumerable.Range(0, 3).Select(b => (b, Array.IndexOf(next[b], next[b].Max()))))),
                "this is greedy search for each beginning. All continuations of all beginnings are compared together")
            .Mistake(
                kept => flat(kept).SequenceEqual(
                    flat(all.OrderByDescending(one => next[one.Beginning][one.Symbol]).Take(3))),
                "what counts is ln p of the whole: the beginning's and, added to it, the symbol's")
            .Mistake(
                kept => flat(kept).SequenceEqual(
                    flat(all.OrderBy(one => logP[one.Beginning] * next[one.Beginning][one.Symbol]).Take(3))),
                "probabilities are multiplied, so their logarithms are added")
            .Mistake(
                kept => flat(kept).SequenceEqual(flat(all.OrderBy(p).Take(3))),
                "these are the least probable ones; ln p is negative, and the largest is nearest to 0")
            .Mistake(
                kept => kept.ToHashSet().SetEquals(all.OrderByDescending(p).Take(3))
                    && !flat(kept).SequenceEqual(right),
                "the right ones are kept; put the most probable first")
            .Right(
                kept => flat(kept).SequenceEqual(right),
                "two continuations of the first beginning push out the third beginning, whose best symbol was almost "
                    + "certain",
                otherwise: "add ln p of the beginning to ln p of each symbol, and keep the largest sums");
    }

    private static string TurningPoint(Func<double, int, double, int, double> answer)
    {
        (double A, int M, double B, int N)[] cases = [(-2, 3, -2.5, 7), (-1, 2, -3, 9), (-.7, 4, -.8, 5)];
        double[] all(Func<double, int, double, int, double> formula) =>
            [.. cases.Select(one => formula(one.A, one.M, one.B, one.N))];

        return Exercise.Check(() => all(answer))
            .Mistake(
                all((a, m, b, n) => Math.Log(b / a) / Math.Log((double)n / m)),
                "the penalty counts five symbols more on both sides of the fraction: (5 + n)/6")
            .Mistake(
                all((a, m, b, n) => Math.Log(a / b) / Math.Log((5.0 + n) / (5.0 + m))),
                "the sign: with this α the shorter would be divided by more than the longer")
            .Mistake(
                all((a, m, b, n) => Math.Log((5.0 + n) / (5.0 + m)) / Math.Log(b / a)),
                "this is 1/α: take the logarithm of both sides, and solve for α")
            .Mistake(all((a, m, b, n) => b / a / ((5.0 + n) / (5.0 + m))), "α is an exponent; take logarithms")
            .Mistake(
                all((a, m, b, n) => Math.Log(b / a) / Math.Log((5 + n) / (5 + m))),
                "in C#, a whole number divided by a whole number is cut to a whole number: write 5.0")
            .Right(
                all((a, m, b, n) => Math.Log(b / a) / Math.Log((5.0 + n) / (5.0 + m))),
                "α = ln(b/a) / ln((5 + n)/(5 + m))",
                otherwise: "set both scores equal; what is left of the sixths?");
    }

    private static string EncoderGradients(EncoderGradientsStub answer)
    {
        var random = new Xoshiro256(84);
        RnnCell encoder = new(2, 3, random, bound: 1);
        Vector<double>[] xs = [.. Enumerable.Range(0, 5).Select(_ => Uniform.DrawVector(2, bound: 1, random))];
        Vector<double>[] h = [.. encoder.Run(xs).Outputs];
        Vector<double> ds = Uniform.DrawVector(3, bound: 1, random);

        Vector<double>[] back(Func<Vector<double>, Vector<double>, Vector<double>> before)
        {
            var dh = new Vector<double>[h.Length];
            dh[^1] = ds;
            for (int t = h.Length - 2; t >= 0; t--)
                dh[t] = before(dh[t + 1], h[t + 1]);
            return dh;
        }

        Vector<double> right(Vector<double> d, Vector<double> h) =>
            encoder.U.TransposeThisAndMultiply(d.Times(1 - h.Times(h)));

        return Exercise.Check(() => answer(encoder, [.. h], ds))
            .Mistake(
                h.Select(_ => ds).ToArray(),
                "only the last state is handed over; the ones before it get their error from the next step")
            .Mistake(
                back((d, _) => Vector<double>.Build.Dense(d.Count)),
                "the last state is right. The ones before it have no output, but the next step has read them")
            .Mistake(
                back((d, _) => encoder.U.TransposeThisAndMultiply(d)), "the derivative of tanh is missing: 1 − h ⊙ h")
            .Mistake(back((d, h) => encoder.U * d.Times(1 - h.Times(h))), "U must be transposed in the backward pass")
            .Mistake(
                Enumerable.Range(0, h.Length).Select(t => Enumerable.Range(t, h.Length - 1 - t).Reverse().Aggregate(
                    ds, (d, i) => encoder.U.TransposeThisAndMultiply(d.Times(1 - h[i].Times(h[i]))))).ToArray(),
                "the tanh between two steps is that of the later one: its derivative is taken at h of step t + 1")
            .Mistake(
                Enumerable.Range(0, h.Length).Select(t => Enumerable.Range(t, h.Length - 1 - t).Reverse().Aggregate(
                    ds, (d, i) => encoder.U.TransposeThisAndMultiply(d).Times(1 - h[i].Times(h[i])))).ToArray(),
                "first comes the derivative of tanh, at h of step t + 1, and then U: the backward pass goes through "
                    + "the forward pass in reverse")
            .Mistake(back(right).Reverse().ToArray(), "the steps are in the order in which they were computed")
            .Mistake(
                back((d, h) => ds + right(d, h)),
                "ds reaches the last state alone: the others are not handed over")
            .Right(
                back(right), "everything that the encoder learns has come through the one vector",
                otherwise: "dL/dh of the last step is ds; walk back from there, step by step, as in notebook 03");
    }

    private static string LookAt(Func<int, int, int, Vector<double>> answer)
    {
        (int Position, int Positions, int Symbols)[] cases = [(0, 4, 3), (3, 6, 5), (7, 8, 2)];
        var random = new Xoshiro256(85);
        AttentionStep[] looks((int Position, int Positions, int Symbols) one, Vector<double> s) =>
        [
            .. Enumerable.Range(0, 5).Select(_ => DotAttention.Forward(s, [.. Enumerable.Range(0, one.Positions).Select(
                i =>
                {
                    var h = Vector<double>.Build.Dense(one.Positions + one.Symbols);
                    h[i] = h[one.Positions + random.Next(one.Symbols)] = 1;
                    return h;
                })])),
        ];
        double least(Vector<double>[] all) => cases.Zip(all)
            .Min(one => looks(one.First, one.Second).Min(look => look.alpha[one.First.Position]));

        return Exercise.Check<Vector<double>[]>(
                () => [.. cases.Select(one => answer(one.Position, one.Positions, one.Symbols))])
            .Needs(all => all.All(s => s is not null), "there is no answer yet")
            .Needs(
                all => cases.Zip(all).All(one => one.Second.Count == one.First.Positions + one.First.Symbols),
                "s has as many numbers as a state: places + symbols")
            .Mistake(
                all => all.All(s => s.All(value => value == 0)),
                "s is 0, so every state has the score 0 and gets the same weight")
            .Mistake(
                all => cases.Zip(all).All(one =>
                    one.Second.Take(one.First.Positions).All(value => value == 0)),
                "s asks for a symbol. It is the place that is asked for")
            .Mistake(
                all => least(all) < .01 && cases.Zip(all).All(one => one.Second[one.First.Position] < 0),
                "the score of the place is the lowest of all; it should be the highest")
            .Mistake(
                all => least(all) < .99 && cases.Zip(all).All(one =>
                    one.Second.Take(one.First.Positions).MaximumIndex() == one.First.Position),
                all => $"it looks at the right place, but with a weight of {least(all):F2} only: softmax needs larger "
                    + "differences of scores")
            .Right(
                all => least(all) >= .99,
                all => $"the weight of the place is at least {least(all):F4}, so the context is the state there",
                all => $"the weight of the place is {least(all):F2}; which number of a state says where it is?");
    }

    private static int MaximumIndex(this IEnumerable<double> values) =>
        values.Index().MaxBy(one => one.Item).Index;

    private static string Blind(Func<PairBatch, int, PairBatch> answer)
    {
        var task = new SequenceCopyTask(ReadingOrder.Reversed, lengths: new LengthRange(1, 4), symbols: 5);
        int end = task.OutputSize;
        PairBatch given = PairBatch.Of(task.Draw(6, new Xoshiro256(86)), end, end);

        bool isSame(int[,] one, int[,] other) => one.Cast<int>().SequenceEqual(other.Cast<int>());
        double share(int seed, bool blind)
        {
            var random = new Xoshiro256(seed);
            Seq2Seq model = new(
                new Embedding(5, 8, random), new Lstm(8, 24, random), new Embedding(6, 8, random),
                new Lstm(8, 24, random), end, end, random);
            PairBatch batch(PairBatch known) => blind ? answer(known, end) : known;
            model.Fit((_, draws) => batch(model.Batch(task.Draw(32, draws))), new Adam(.01), 400, 1, random);
            SequencePair[] fresh = task.Draw(300, new Xoshiro256(1000 + seed));
            if (!blind)
                return model.ExactMatch(fresh);
            PairBatch asked = batch(model.Batch(fresh));
            return asked.Targets.ExactMatch(model.Forward(asked.Source, asked.Read, asked.SourceLengths).Output);
        }

        return Exercise.Check(() => answer(given with { Read = (int[,])given.Read.Clone() }, end))
            .Needs(
                batch => batch.Read.GetLength(0) == given.Read.GetLength(0)
                    && batch.Read.GetLength(1) == given.Read.GetLength(1),
                "as many symbols are read as before: [target time, batch]")
            .Mistake(batch => isSame(batch.Read, given.Read), "the decoder still reads the true symbols")
            .Mistake(
                batch => !isSame(batch.Source, given.Source), "leave the source as it is: the encoder shall read it")
            .Mistake(
                batch => !batch.Targets.Classes.SequenceEqual(given.Targets.Classes),
                "leave the targets as they are: the decoder shall write the same")
            .Mistake(
                batch => batch.Read.Cast<int>().Distinct().Count() == 1 && batch.Read[0, 0] != end,
                "it reads one symbol everywhere, but not start")
            .Right(
                batch => batch.Read.Cast<int>().All(symbol => symbol == end),
                _ => "whole sequences right without reading what it wrote: "
                    + string.Join(", ", new[] { 1, 2, 3 }.Select(seed => $"{share(seed, blind: true):F2}"))
                    + "; with it: " + string.Join(", ", new[] { 1, 2, 3 }.Select(seed => $"{share(seed, false):F2}")),
                _ => "set every element of Read to start");
    }
}
