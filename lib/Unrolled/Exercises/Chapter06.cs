using MathNet.Numerics.LinearAlgebra;
using static Unrolled.Pointwise;

namespace Unrolled;

/// <summary>The checks of chapter 06's exercises.</summary>
internal static class Chapter06
{
    private delegate Vector<double> StateGradientStub(
        GruCell w, Vector<double> dh, Vector<double> z, Vector<double> r,
        Vector<double> da_r, Vector<double> da_z, Vector<double> da_n);

    /// <summary>The checks, in the order of the exercises.</summary>
    public static IEnumerable<ExerciseCheck> Checks =>
    [
        ExerciseCheck.Of<Func<double>>("06-1", LargestTakeBias),
        ExerciseCheck.Of<Func<GruCell, (Matrix<double>, Matrix<double>, Vector<double>)>>("06-2", OtherConvention),
        ExerciseCheck.Of<Func<GruCell, Vector<double>, Vector<double>, Vector<double>>>("06-3", Step),
        ExerciseCheck.Of<StateGradientStub>("06-4", StateGradient),
        ExerciseCheck.Of<Func<Random, Gru>>("06-5", WithoutUpdateGate),
        ExerciseCheck.Of<Func<GruCell>>("06-6", BinaryCounter),
    ];

    private static string LargestTakeBias(Func<double> answer) => Exercise.Check(answer)
        .Needs(
            bias => Math.Abs(bias) < 100 && bias == Math.Round(bias),
            "a whole number between −100 and 100 is asked for")
        .Mistake(
            bias => LeftAfter50(-bias) >= .5 && LeftAfter50(1 - bias) < .5,
            "what does z = 1 mean in this convention?")
        .Mistake(
            bias => LeftAfter50(bias) < .5,
            bias => $"with {bias}, z is {Logistic(bias):G2}, and after 50 steps {LeftAfter50(bias):G2} of the state is "
                + "left. Which power of 1 − z is left?")
        .Right(
            bias => LeftAfter50(bias + 1) < .5,
            bias => $"with {bias}, {LeftAfter50(bias):F2} is left; with one more, {LeftAfter50(bias + 1):F2}",
            bias => $"with it {LeftAfter50(bias):F2} is left, and {bias + 1} keeps half as well");

    private static double Logistic(double a) => 1 / (1 + Math.Exp(-a));

    private static double LeftAfter50(double takeBias) => Math.Pow(1 - Logistic(takeBias), 50);

    private static string OtherConvention(Func<GruCell, (Matrix<double>, Matrix<double>, Vector<double>)> answer)
    {
        var random = new Xoshiro256(62);
        var theirs = new GruCell(3, 4, random, updateConvention: UpdateConvention.TakesCandidate, bound: 1);
        var right = theirs.InConvention(UpdateConvention.KeepsOldState);
        Vector<double>[] xs = [.. Enumerable.Range(0, 20).Select(_ => Uniform.DrawVector(3, bound: 1, random))];

        double Apart((Matrix<double> W, Matrix<double> U, Vector<double> b) gate)
        {
            var yours = theirs.InConvention(UpdateConvention.KeepsOldState);
            gate.W.CopyTo(yours.W_z);
            gate.U.CopyTo(yours.U_z);
            gate.b.CopyTo(yours.b_z);
            return yours.Run(xs).Outputs.Zip(theirs.Run(xs).Outputs, (a, b) => (a - b).AbsoluteMaximum()).Max();
        }

        return Exercise.Check(() => answer(theirs.InConvention(UpdateConvention.TakesCandidate)))
            .Needs(gate => gate.Item1 is not null && gate.Item2 is not null && gate.Item3 is not null,
                "give all three: W_z, U_z and b_z")
            .Mistake(
                gate => (gate.Item1 - theirs.W_z).L2Norm() < 1e-9,
                gate => "this z still means the opposite: over 20 steps the two networks are up to "
                    + $"{Apart(gate):G2} apart. What turns σ(a) into 1 − σ(a)?")
            .Mistake(
                gate => (gate.Item1 - (1 - theirs.W_z)).L2Norm() < 1e-9,
                "1 − z is wanted, not 1 − W. What turns σ(a) into 1 − σ(a)?")
            .Part("W_z", gate => gate.Item1, right.W_z, "write a_z down, term by term, and then −a_z")
            .Part("U_z", gate => gate.Item2, right.U_z, "what else is added in a_z?")
            .Part("b_z", gate => gate.Item3, right.b_z, "what else is added in a_z?")
            .Right(
                "1 − σ(a) = σ(−a), so everything that makes a_z changes its sign; "
                    + "over 20 steps the two networks agree");
    }

    private static string Step(Func<GruCell, Vector<double>, Vector<double>, Vector<double>> answer)
    {
        var random = new Xoshiro256(63);
        var w = new GruCell(3, 4, random, bound: 1);
        var x = Uniform.DrawVector(3, bound: 1, random);
        var h = Uniform.DrawVector(4, bound: 1, random);
        var s = w.Forward(x, new State(h));

        // What other last lines, and other candidates, would give.
        Vector<double> mixed(Vector<double> z, Vector<double> n) => z.Times(h) + (1 - z).Times(n);
        Vector<double> candidate(Vector<double> fromState) => mixed(s.z, Tanh(w.W_n * x + fromState + w.b_n));
        var before = w.U_n * s.r.Times(h);
        var withoutBias = s.r.Times(w.U_n * h);

        return Exercise.Check(() => answer(w, x, h))
            .Mistake(mixed(1 - s.z, s.n), "in which convention is your last line?")
            .Mistake(candidate(before), "this resets before the product")
            .Mistake(candidate(before + w.b_hn), "this resets before the product")
            .Mistake(candidate(withoutBias), "a bias is missing. Which one does only this form have?")
            .Mistake(candidate(withoutBias + w.b_hn), "b_hn is there, but the reset gate does not reach it")
            .Mistake(
                candidate(s.rq - w.b_n),
                "the candidate has two biases, one inside the product with r and one outside")
            .Mistake(candidate(s.rq + w.b_n), "b_n is in it twice")
            .Mistake(mixed(s.z, Sigmoid(s.a_n)), "which function makes the candidate? It must be able to be negative")
            .Mistake(candidate(w.U_n * h + w.b_hn), "the reset gate is missing")
            .Mistake(s.n, "this is the candidate. Mix it with the old state")
            .Right(
                s.h, "your step agrees with the library's",
                otherwise: "compare r, z and n with the equations, one after the other");
    }

    private static string StateGradient(StateGradientStub answer)
    {
        var random = new Xoshiro256(64);
        var w = new GruCell(3, 4, random, bound: 1);
        Vector<double> draw(int size) => Uniform.DrawVector(size, bound: 1, random);
        var s = w.Forward(draw(3), new State(draw(4)));
        var dh = draw(4);
        var d = w.Backward(s, dh, new State(Vector<double>.Build.Dense(4)), w.ZerosLike());

        var byTheMean = dh.Times(s.z);
        var byR = w.U_r.TransposeThisAndMultiply(d.a_r);
        var byZ = w.U_z.TransposeThisAndMultiply(d.a_z);
        var resetError = d.a_n.Times(s.r);
        var byTheCandidate = w.U_n.TransposeThisAndMultiply(resetError);
        var withoutReset = w.U_n.TransposeThisAndMultiply(d.a_n);

        return Exercise.Check(() => answer(w, dh, s.z, s.r, d.a_r, d.a_z, d.a_n))
            .Mistake(
                dh.Times(1 - s.z) + byR + byZ + byTheCandidate,
                "in z ⊙ h + (1 − z) ⊙ n, what is the old state multiplied by?")
            .Mistake(
                byTheMean + byR + byZ + withoutReset,
                "back through the candidate, the error meets the reset gate too")
            .Mistake(
                byTheMean + byR + byZ + s.r.Times(withoutReset),
                "this is the form of the chapter, reset before the product. Here, which does the error meet first, "
                    + "going backwards: the reset gate or U_n?")
            .Mistake(
                byTheMean + w.U_r * d.a_r + w.U_z * d.a_z + w.U_n * resetError,
                "forwards U leads from h to the gates. What leads back?")
            .Mistake(byR + byZ + byTheCandidate, "the mean itself is a path too, and the shortest")
            .Mistake(byTheMean + byTheCandidate, "the gates saw the old state as well")
            .Mistake(byTheMean + byZ + byTheCandidate, "the reset gate saw the old state as well")
            .Mistake(byTheMean + byR + byTheCandidate, "the update gate saw the old state as well")
            .Mistake(byTheMean + byR + byZ, "the candidate saw the old state as well")
            .Right(
                d.h_prev, "four paths, as the library has them, and finite differences hold those",
                otherwise: "take the four paths one at a time and add them up");
    }

    private static string WithoutUpdateGate(Func<Random, Gru> answer)
    {
        var task = new SumSinceMarkTask(30);
        double loss(int seed, Func<Random, Gru> layer)
        {
            var source = new Xoshiro256(seed);
            var model = new SequenceModel(layer(source), task.OutputSize, OutputAt.EveryStep, source);
            model.Fit(task, new Adam(.01), steps: 400, batch: 32, clipNorm: 1, source);
            return model.Loss(task.Draw(200, new Xoshiro256(1000 + seed)));
        }

        Gru free(Random source) =>
            Initialize.KeepBias(new Gru(2, 1, source, ResetPlacement.BeforeProduct), 1);
        Vector<double>[] xs = [.. Enumerable.Range(0, 8).Select(t => Vector<double>.Build.Dense([Math.Sin(t), t % 2]))];
        IEnumerable<double> gate(Gru layer, string name) =>
            layer.ToCell().Run(xs)[name].SelectMany(values => values);

        return Exercise.Check(() => answer(new Xoshiro256(65)))
            .Needs(
                gru => gru.InputSize == task.InputSize && gru.HiddenSize == 1,
                "the layer has the task's inputs and one unit")
            .Mistake(
                gru => gate(gru, "r").All(r => r > .999),
                "you hold the reset gate. Which gate is to be held here?")
            .Mistake(
                gru => gate(gru, "z").All(z => z > .999),
                "with z = 1 the state never changes: nothing can be added to it. Which value takes the candidate?")
            .Right(
                gru => gate(gru, "z").All(z => z < .001),
                _ => "z stands at 0. Mean squared error of three seeds: "
                    + string.Join(", ", Enumerable.Range(1, 3).Select(seed => $"{loss(seed, answer):F2}"))
                    + "; with a free update gate: "
                    + string.Join(", ", Enumerable.Range(1, 3).Select(
                        seed => $"{loss(seed, free):F2}"))
                    + ". Which of its two gates does this task need?",
                _ => "z is to stand still, at the value at which the candidate is taken whole");
    }

    private static string BinaryCounter(Func<GruCell> answer)
    {
        // From 0, with the ones that come at each step, up to 7.
        int[] stream = [1, 0, 1, 1, 0, 0, 1, 1, 0, 1, 1, 0, 0, 0];
        var start = new State(Vector<double>.Build.Dense(3, -1));
        int[] read(GruCell gru) =>
            [.. gru.Run(Sequence.OfScalars(stream.Select(x => (double)x)), start).Outputs
                .Select(h => Enumerable.Range(0, 3).Sum(k => h[k] > 0 ? 1 << k : 0))];
        int[] counts = [.. Enumerable.Range(1, stream.Length).Select(t => stream.Take(t).Sum())];
        int firstWrong(GruCell gru) => Enumerable.Range(0, stream.Length).First(t => read(gru)[t] != counts[t]);

        return Exercise.Check(answer)
            .Needs(gru => gru.InputSize == 1 && gru.OutputSize == 3, "the network has one input and three units")
            .Mistake(
                gru => read(gru).All(count => count == 0),
                "every unit stays at −1. When shall z be 0, and what is the candidate then?")
            .Mistake(
                gru => read(gru).Select(count => count % 2).SequenceEqual(counts.Select(count => count % 2))
                    && !read(gru).SequenceEqual(counts),
                gru => $"the unit of the ones is right; after step {firstWrong(gru) + 1} it should say "
                    + $"{counts[firstWrong(gru)]} and says {read(gru)[firstWrong(gru)]}. "
                    + "When does a binary digit change? When all digits below it are 1")
            .Right(
                gru => read(gru).SequenceEqual(counts),
                _ => "three units count to 7, exactly: the states are ±1 and repair themselves",
                gru => $"after step {firstWrong(gru) + 1}, with {counts[firstWrong(gru)]} ones seen, it says "
                    + $"{read(gru)[firstWrong(gru)]}");
    }
}
