namespace Unrolled;

/// <summary>The checks of chapter 09's exercises.</summary>
internal static class Chapter09
{
    private const int Units = 16;
    private const int OrderLength = 100;
    private const double GuessBound = 5;

    /// <summary>The checks, in the order of the exercises.</summary>
    public static IEnumerable<ExerciseCheck> Checks =>
    [
        ExerciseCheck.Of<Func<int, double, double>>("09-1", BiasFor),
        ExerciseCheck.Of<Func<double, double, double, double>>("09-2", Limit),
        ExerciseCheck.Of<Func<(LstmCell Cell, double v, double b)>>("09-3", Adder),
        ExerciseCheck.Of<Func<Random, RecurrentLayer>>("09-4", YourStart),
        ExerciseCheck.Of<Func<Random, Func<double, double, double, bool>, (double w, double u, double b)>>(
            "09-5", Guessed),
    ];

    // σ(b)^lag = left, that is b = −ln(left^(−1/lag) − 1).
    private static string BiasFor(Func<int, double, double> answer)
    {
        (int Lag, double Left)[] cases = [(100, .5), (100, .1), (30, .005), (1000, .9)];
        double[] of(Func<int, double, double> formula) => [.. cases.Select(one => formula(one.Lag, one.Left))];
        static double right(int lag, double left) => -Math.Log(Math.Pow(left, -1.0 / lag) - 1);

        return Exercise.Check(() => of(answer))
            .Mistake(of((lag, _) => Math.Log(lag)), "with ln T a share of 1/e is left; here the share is given")
            .Mistake(
                of((lag, left) => Math.Pow(left, 1.0 / lag)),
                "this is f, the factor of one step. Which bias gives σ(bias) = f?")
            .Mistake(of((lag, left) => -right(lag, left)), "the sign: a gate that keeps has a positive bias")
            .Mistake(
                of((lag, left) => Math.Log(lag / -Math.Log(left))),
                "this is the rule of thumb for large biases, 1 − σ(b) ≈ exp(−b). Leave the approximation out")
            .Mistake(
                of((lag, left) => right(lag, 1 - left)), "this is the bias with which the share is lost, and not left")
            .Right(
                of(right), "σ(b) to the power of the lag is the share: b = −ln(left^(−1/lag) − 1)",
                otherwise: "after k steps σ(b)ᵏ is left. Set it to the share, and solve for b");
    }

    // c = f c + i g at rest, that is c = i g/(1 − f).
    private static string Limit(Func<double, double, double, double> answer)
    {
        (double Forget, double Input, double g)[] cases = [(3, 0, .5), (4.6, -4.6, .5), (1, -2, -1), (0, 0, .25)];
        double[] of(Func<double, double, double, double> formula) =>
            [.. cases.Select(one => formula(one.Forget, one.Input, one.g))];
        static double right(double forget, double input, double g) =>
            Logistic(input) * g / (1 - Logistic(forget));

        return Exercise.Check(() => of(answer))
            .Mistake(
                of((forget, _, g) => g / (1 - Logistic(forget))), "the input gate is missing: what enters c is i · g")
            .Mistake(
                of((forget, input, g) => Logistic(input) * g / Logistic(forget)),
                "at rest c = f · c + i · g. Bring both c to one side")
            .Mistake(
                of((forget, input, g) => input * g / (1 - forget)),
                "these are the biases. The gates are σ of them")
            .Mistake(
                of((forget, input, g) => Math.Tanh(right(forget, input, g))),
                "this is what tanh makes of c; asked is c")
            .Right(
                of(right),
                "c comes to rest at i · g/(1 − f); with the input bias −b of a forget bias b, that is g itself, "
                    + "for every b",
                otherwise: "c comes to rest where it no longer changes: c = f · c + i · g");
    }

    private static string Adder(Func<(LstmCell Cell, double v, double b)> answer)
    {
        const double allowed = .001;
        ValueExample[] sums = new AddingTask(1000).Draw(20, new Xoshiro256(93));
        double[] targets = [.. sums.Select(sum => sum.Targets[^1][0])];
        double[] said((LstmCell Cell, double v, double b) net) =>
            [.. sums.Select(sum => net.v * net.Cell.Run(Sequence.OfRows(sum.Inputs)).Outputs[^1][0] + net.b)];
        double error((LstmCell Cell, double v, double b) net) =>
            said(net).Zip(targets, (y, target) => (y - target) * (y - target)).Average();
        double[] gate((LstmCell Cell, double v, double b) net, string name, bool marked)
        {
            double[] values = net.Cell.Run(Sequence.OfRows(sums[0].Inputs)).Unit(name, 0);
            return [.. values.Where((_, t) => sums[0].Inputs[t][1] == 1 == marked)];
        }

        return Exercise.Check(answer)
            .Needs(net => net.Cell is not null, "there is no cell yet")
            .Needs(net => net.Cell.InputSize == 2 && net.Cell.OutputSize == 1, "the cell has two inputs and one unit")
            .Mistake(
                net => gate(net, "f", marked: false).Average() < .9999,
                net => $"at unmarked steps the forget gate is {gate(net, "f", marked: false).Average():G3}. What is "
                    + "left of the first number after hundreds of steps?")
            .Mistake(
                net => gate(net, "i", marked: false).Average() > .0001,
                net => $"at unmarked steps the input gate is {gate(net, "i", marked: false).Average():G3}, and so "
                    + "every number enters a little")
            .Mistake(
                net => gate(net, "i", marked: true).Average() < .9,
                net => $"at marked steps the input gate is {gate(net, "i", marked: true).Average():G3}: the numbers "
                    + "do not enter")
            .Mistake(
                net => gate(net, "f", marked: true).Average() < .9999,
                "the forget gate shuts at a mark, so that the first number is gone when the second comes")
            .Right(
                net => error(net) <= allowed,
                net => $"mean squared error {error(net):G2} over 1,000 steps, with one unit",
                net => $"the gates are right, and the mean squared error is {error(net):G2}; asked is {allowed} at "
                    + "most. Tanh bends the number on its way in and the sum on its way out: is each nearly straight "
                    + "where you use it, and does the read-out undo the scale?");
    }

    private static string YourStart(Func<Random, RecurrentLayer> answer)
    {
        static Lstm reference() => Initialize.KeepBias(
            new Lstm(TemporalOrderTask.Symbols.Length, Units, new Xoshiro256(1)), Math.Log(OrderLength));

        // Whether the rows of one gate are those of the reference; the order of the gates is i, f, g, o.
        static bool isKept(RecurrentLayer layer, int gate) => reference().Parameters.All(before =>
        {
            float[] now = layer.Parameters[before.Name].Value.Values, old = before.Value.Values;
            int block = old.Length / 4;
            return now.AsSpan(gate * block, block).SequenceEqual(old.AsSpan(gate * block, block));
        });

        // The largest |c| at the last step before training, on average over some sequences.
        ClassExample[] sequences = TemporalOrderTask.TwoMarks(OrderLength).Draw(10, new Xoshiro256(94));
        double drift(RecurrentLayer layer)
        {
            LstmCell cell = ((Lstm)layer).ToCell();
            return sequences.Average(one => cell.Run(Sequence.OfRows(one.Inputs))["c"][^1].AbsoluteMaximum());
        }

        double driftBefore = drift(reference());
        string[]? trained = null;
        int solved = 0;
        bool train()
        {
            var model = new LagModel("yours", (_, _, random) => answer(random));
            LagRun[] runs = Seeds.Run(
                [1, 2, 3],
                seed => LagSweep.Run(
                    new LagSetting(LagTask.TemporalOrder, model, OrderLength, .01, seed, Budget: 1000)));
            trained = [.. runs.Select(run => run.Solved ? $"{run.Updates}" : "not")];
            solved = runs.Count(run => run.Solved);
            return solved >= 2;
        }

        return Exercise.Check(() => answer(new Xoshiro256(1)))
            .Needs(layer => layer is Lstm { Kind: LstmKind.Standard }, "the layer should be an Lstm with a forget gate")
            .Needs(
                layer => layer.InputSize == TemporalOrderTask.Symbols.Length && layer.HiddenSize == Units
                    && layer.LayerCount == 1 && layer.DirectionCount == 1,
                "the layer should have 8 inputs and 16 units, in one layer of one direction")
            .Mistake(
                layer => Enumerable.Range(0, 4).All(gate => isKept(layer, gate)),
                "this is still the start that fails. What makes c grow, other than an open input gate?")
            .Mistake(
                layer => !isKept(layer, gate: 0),
                "the input gate has changed, and that is the chapter's own remedy. Leave i as it is drawn, and change "
                    + "something else")
            .Mistake(
                layer => drift(layer) > driftBefore / 2,
                layer => $"before training the largest |c| at the last step is {drift(layer):0.0}, and it was "
                    + $"{driftBefore:0.0}: the drift is still there, whatever three seeds may say")
            .Right(
                _ => train(),
                _ => $"updates until solved, three seeds: {string.Join(", ", trained!)}. What did your change do to "
                    + "|c| before training?",
                _ => $"{solved} of three seeds solve the task within 1,000 updates; two are asked. How large is |c| at "
                    + "the last step before training, and how much of the first step's gradient comes back?");
    }

    private static string Guessed(
        Func<Random, Func<double, double, double, bool>, (double w, double u, double b)> answer)
    {
        const int sequences = 100;
        const int mostGuesses = 100_000;
        ClassExample[] latches = new TwoSequenceTask(100).Draw(sequences, new Xoshiro256(95));
        bool works(double w, double u, double b) => latches.Count(example =>
        {
            double h = 0;
            foreach (double[] x in example.Inputs)
                h = Math.Tanh(w * x[0] + u * h + b);
            return h > 0 == (example.Targets[^1] == 1);
        }) >= .99 * sequences;

        // What one call of the reader's method asked, and what it gave.
        ((double w, double u, double b) Given, List<(double w, double u, double b)> Asked) ask(int seed)
        {
            List<(double w, double u, double b)> asked = [];
            return (answer(new Xoshiro256(seed), (w, u, b) =>
            {
                asked.Add((w, u, b));
                return asked.Count <= mostGuesses
                    ? works(w, u, b)
                    : throw new InvalidOperationException($"{mostGuesses} guesses were in vain");
            }), asked);
        }

        return Exercise.Check(() => new[] { 1, 2, 3, 4, 5 }.Select(ask).ToArray())
            .Mistake(
                all => all.All(one => one.Asked.Count == 0),
                "ask works(w, u, b) whether a guess is good enough, and guess again until it is")
            .Mistake(
                all => all.Any(one => one.Asked.Distinct().Count() < one.Asked.Count),
                "the same guess is tried twice; draw all three anew")
            .Mistake(
                all => all.SelectMany(one => one.Asked).Any(guess =>
                    new[] { guess.w, guess.u, guess.b }.Any(weight => Math.Abs(weight) > GuessBound)),
                "each weight is to be between −5 and 5")
            .Mistake(
                all => all.All(one => one.Asked.Count == 1), "this is the first guess, whether it works or not")
            .Mistake(
                all => all.SelectMany(one => one.Asked).Any()
                    && new Func<(double w, double u, double b), double>[] { at => at.w, at => at.u, at => at.b }.Any(
                        weight => all.SelectMany(one => one.Asked).All(guess => weight(guess) >= 0)),
                "one of the weights is never below 0: 10 · random.NextDouble() − 5 is between −5 and 5")
            .Right(
                all => all.All(one => works(one.Given.w, one.Given.u, one.Given.b)),
                all => "guesses until a unit latches, five times: "
                    + string.Join(", ", all.Select(one => one.Asked.Count))
                    + ". How many sequences does a network read until it has learned it?",
                all => "the weights that you return do not latch; return those for which works says true");
    }

    private static double Logistic(double a) => 1 / (1 + Math.Exp(-a));
}
