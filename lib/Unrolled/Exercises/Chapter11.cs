namespace Unrolled;

/// <summary>The checks of chapter 11's exercises.</summary>
internal static class Chapter11
{
    // The quantile of the normal distribution that leaves a twentieth above.
    private const double Twentieth = 1.6448536269514722;

    /// <summary>The checks, in the order of the exercises.</summary>
    public static IEnumerable<ExerciseCheck> Checks =>
    [
        ExerciseCheck.Of<Func<double, double, int, double>>("11-1", HalfWidth),
        ExerciseCheck.Of<Func<double, double, double, (RnnCell Cell, double[] v, double b)>>("11-2", AsNetwork),
        ExerciseCheck.Of<Func<double[], double[]>>("11-3", Smooth),
        ExerciseCheck.Of<Func<double[], double, double>>("11-4", Radius),
        ExerciseCheck.Of<Func<double[], double[][]>>("11-5", Steps),
    ];

    // Var = σ² (1 + φ² + … + φ^(2h − 2)).
    private static string HalfWidth(Func<double, double, int, double> answer)
    {
        (double Phi, double Sigma, int Steps)[] cases = [(.5, 2, 1), (.5, 2, 3), (.9, 1, 10), (-.7, 3, 4), (1, 2, 9)];
        double[] of(Func<double, double, int, double> formula) =>
            [.. cases.Select(one => formula(one.Phi, one.Sigma, one.Steps))];
        static double variance(double phi, double sigma, int steps) =>
            sigma * sigma * Enumerable.Range(0, steps).Sum(k => Math.Pow(phi, 2 * k));

        return Exercise.Check(() => of(answer))
            .Within(.002)
            .Mistake(
                of((_, sigma, _) => Twentieth * sigma),
                "this is the half width one step ahead. What adds to it at every further step?")
            .Mistake(
                of((_, sigma, steps) => Twentieth * sigma * Math.Sqrt(steps)),
                "the errors add up as in a random walk, φ = 1. Here an error of k steps ago has shrunk to φᵏ of itself")
            .Mistake(
                of((phi, sigma, steps) => Twentieth * variance(phi, sigma, steps)),
                "this is 1.645 times the variance; the width goes with the deviation")
            .Mistake(
                of((phi, sigma, steps) =>
                    Twentieth * sigma * Math.Sqrt(Enumerable.Range(0, steps).Sum(k => Math.Pow(phi, k)))),
                "variances add up, and that of φᵏ e is φ²ᵏ σ²")
            .Mistake(
                of((phi, sigma, steps) =>
                    Twentieth * sigma * Enumerable.Range(0, steps).Sum(k => Math.Pow(Math.Abs(phi), k))),
                "you add deviations; of independent errors the variances add up")
            .Mistake(
                of((phi, sigma, steps) => 1.959964 * Math.Sqrt(variance(phi, sigma, steps))),
                "1.96 is for 95 %; an interval of 90 % leaves a twentieth out on each side")
            .Mistake(
                of((phi, sigma, steps) => 1.2815516 * Math.Sqrt(variance(phi, sigma, steps))),
                "1.28 leaves a tenth out on each side, which makes 80 %")
            .Mistake(
                of((phi, sigma, steps) => 2 * Twentieth * Math.Sqrt(variance(phi, sigma, steps))),
                "this is the whole width; asked is half of it")
            .Mistake(
                yours => yours[..^1].Zip(of((phi, sigma, steps) => Twentieth * Math.Sqrt(variance(phi, sigma, steps))))
                    .All(pair => Math.Abs(pair.First - pair.Second) < .01 * pair.Second)
                    && !double.IsFinite(yours[^1]),
                "with φ = 1 your formula divides by 0; the sum itself is a number there")
            .Right(
                of((phi, sigma, steps) => Twentieth * Math.Sqrt(variance(phi, sigma, steps))),
                "the errors of all steps add up, each shrunk on its way; with φ = 1 the width grows with √h",
                otherwise: "h steps ahead the forecast lacks e of the newest step, φ e of the one before, … φ^(h−1) e "
                    + "of the first. What is the variance of their sum?");
    }

    private static string AsNetwork(Func<double, double, double, (RnnCell Cell, double[] v, double b)> answer)
    {
        (double a0, double a1, double a2)[] cases = [(3, 1.2, -.5), (0, 0, 1), (7, -1, .25)];
        double[] series = [.. Sunspots.Load().Take(30).Select(year => year.Number)];
        static double[] said((RnnCell Cell, double[] v, double b) net, double[] series) =>
        [
            .. net.Cell.Run(Sequence.OfRows([.. series.Select(x => new[] { x })])).Outputs
                .Select(h => net.v[0] * h[0] + net.v[1] * h[1] + net.b).Skip(1),
        ];
        double[] formula(double a0, double newest, double before) =>
            [.. series.Skip(1).Select((x, t) => a0 + newest * x + before * series[t])];
        double[] all((RnnCell Cell, double[] v, double b)[] nets) => [.. nets.SelectMany(net => said(net, series))];
        double[] right = [.. cases.SelectMany(one => formula(one.a0, one.a1, one.a2))];

        return Exercise.Check(() => cases.Select(one => answer(one.a0, one.a1, one.a2)).ToArray())
            .Needs(nets => nets.All(net => net.Cell is not null && net.v is not null), "there is no network yet")
            .Needs(
                nets => nets.All(net => net.Cell.InputSize == 1 && net.Cell.OutputSize == 2 && net.v.Length == 2),
                "the cell has one input and two units, and v a weight for each")
            .Mistake(
                nets => nets.All(net => net.Cell.Activation == Activation.Tanh),
                "tanh cuts off at 1, and sunspot numbers go to 150. Which activation leaves positive numbers alone?")
            .Mistake(
                nets => nets.All(net => net.Cell.U.Enumerate().All(u => u == 0)),
                "U is all zeros: no unit can hold the year before")
            .Mistake(
                nets => nets.All(net => net.Cell.U[0, 0] != 0 || net.Cell.U[1, 1] != 0),
                "a unit that reads itself adds up the past; one is to hold xₜ alone and the other xₜ₋₁ alone")
            .Mistake(
                nets => nets.All(net => net.Cell.U[0, 1] != 0 && net.Cell.U[1, 0] == 0 && net.Cell.W[1, 0] == 0),
                "row and column: U[i, j] leads from unit j to unit i")
            .Mistake(
                nets => Close(all(nets), [.. cases.SelectMany(one => formula(one.a0, one.a2, one.a1))]),
                "the coefficients are the wrong way round: a₁ is that of the newest value")
            .Mistake(
                nets => Close(all(nets), [.. cases.SelectMany(one => formula(0, one.a1, one.a2))]),
                "a₀ is missing")
            .Right(
                nets => Close(all(nets), right),
                _ => "a delay line: what AR(2) computes, a network with two units can compute. If it does worse, its "
                    + "training is the reason, and not its form",
                _ => "the outputs are not a₀ + a₁ xₜ + a₂ xₜ₋₁. Follow two steps by hand: what is in h after each?");
    }

    private static string Smooth(Func<double[], double[]> answer)
    {
        double[] series = [.. Sunspots.Load().Take(40).Select(year => year.Number)];
        static double[] mean(double[] x, int back, int ahead) =>
            [.. x.Select((_, t) => x[Math.Max(0, t - back)..Math.Min(x.Length, t + ahead + 1)].Average())];
        static double[] padded(double[] x) =>
            [.. x.Select((_, t) => x[Math.Max(0, t - 2)..(t + 1)].Sum() / 3)];

        return Exercise.Check(() => answer([.. series]))
            .Needs(smooth => smooth.Length == series.Length, "give one value for every step of the series")
            .Mistake(series, "this is the series itself, not a mean")
            .Mistake(
                mean(series, 1, 1),
                "this looks a step ahead: the mean at t holds the value at t + 1, which is the one to be forecast")
            .Mistake(
                _ => LookAhead.Of(answer, series) > 0,
                _ => $"this looks {LookAhead.Of(answer, series)} steps ahead, LookAhead.Of says")
            .Mistake(
                padded(series),
                "the first two are divided by 3, although there are one and two values: they come out too small")
            .Mistake(mean(series, 1, 0), "this is the mean of two values")
            .Mistake(mean(series, 3, 0), "this is the mean of four values")
            .Mistake(
                new[] { series[0] }.Concat(mean(series[..^1], 2, 0)).ToArray(),
                "the newest value is left out: the value at t is known at t")
            .Right(
                mean(series, 2, 0),
                "no step ahead. A smoothing that may be used lags behind: that is the price of honesty",
                otherwise: "at each step the mean of the value there and of the two before it; at the first two of "
                    + "what there is");
    }

    private static string Radius(Func<double[], double, double> answer)
    {
        Xoshiro256 random = new(114);
        (double[] Errors, double Coverage)[] cases =
        [
            .. new[] { (19, .9), (29, .9), (61, .9), (40, .5), (25, .9) }.Select(one =>
                (Enumerable.Range(0, one.Item1).Select(_ => Gaussian.Draw(3, random) - 1).ToArray(), one.Item2)),
        ];
        double[] of(Func<double[], double, double> formula) =>
            [.. cases.Select(one => formula([.. one.Errors], one.Coverage))];
        static double[] sizes(double[] errors) => [.. errors.Select(Math.Abs).Order()];
        static double right(double[] errors, double coverage) =>
            ConformalInterval.Fit(errors, new double[errors.Length], coverage).Radius;

        return Exercise.Check(() => of(answer))
            .Mistake(
                of((errors, coverage) => sizes(errors)[(int)Math.Ceiling(errors.Length * coverage - 1e-9) - 1]),
                "the rank is of n: of n errors and the coming one, which is as likely to have any rank among them, "
                    + "there are n + 1")
            .Mistake(
                of((errors, coverage) => sizes(errors)[(int)Math.Ceiling((errors.Length + 1) * coverage - 1e-9)]),
                "the index is one too far: the k-th smallest has the index k − 1")
            .Mistake(
                of((errors, coverage) => errors.Order().ElementAt(
                    (int)Math.Ceiling((errors.Length + 1) * coverage - 1e-9) - 1)),
                "errors below the value count as well: sort |e|")
            .Mistake(
                of((errors, _) => Twentieth * Math.Sqrt(errors.Average(error => error * error))),
                "this is right for normal errors around 0 and 90 %; asked is the rank, which needs no distribution")
            .Mistake(
                of((errors, _) => errors.Max(Math.Abs)), "the largest error covers more than is promised")
            .Right(
                of(right),
                "the k-th smallest |e| with k = ⌈(n + 1) · coverage⌉: at least as much is covered as promised, if the "
                    + "coming error is like those before it",
                otherwise: "sort |e|. The coming error is as likely to have any of the n + 1 ranks; which of the known "
                    + "ones must it not exceed?");
    }

    private static string Steps(Func<double[], double[][]> answer)
    {
        const int train = 1200;
        const int updates = 200;
        const double asked = .8;
        double[] numbered = [.. Enumerable.Range(1, Digits.Side * Digits.Side).Select(k => (double)k)];
        double accuracy = 0;
        bool learn()
        {
            ClassExample[] examples =
            [
                .. Digits.Load().Select(digit => ClassExample.AtLastStep(
                    answer([.. digit.Pixels.Select(pixel => pixel / (double)Digits.FullInk)]), digit.Label)),
            ];
            Xoshiro256 random = new(1);
            int features = examples[0].Inputs[0].Length;
            SequenceModel model = new(
                Initialize.KeepBias(new Gru(features, 32, random), 1), 10, OutputAt.LastStep, random);
            model.Fit(examples[..train], new Adam(.01), updates, 32, 1, random);
            accuracy = model.Accuracy(examples[train..]);
            return accuracy >= asked;
        }

        return Exercise.Check(() => answer([.. numbered]))
            .Needs(
                steps => steps.Length > 0 && steps.All(step => step is not null && step.Length == steps[0].Length),
                "every step has as many numbers as the first")
            .Mistake(
                steps => steps.Length == 1,
                "all in one step: nothing is left for recurrence to do. At most eight a step")
            .Mistake(steps => steps[0].Length > 8, steps => $"a step has {steps[0].Length} numbers; eight at most")
            .Mistake(
                steps => !numbered.All(pixel => steps.SelectMany(step => step).Contains(pixel)),
                steps => $"{numbered.Count(pixel => !steps.SelectMany(step => step).Contains(pixel))} of the 64 pixels "
                    + "are never read")
            .Mistake(
                steps => steps[0].Length == 1 && steps.Length == 64,
                "one pixel a step is the chapter's way, in whatever order: 64 steps are a long way to the first")
            .Right(
                _ => learn(),
                _ => $"{accuracy:0.000} after {updates} updates. The pixels are the same; the way back is shorter",
                _ => $"{accuracy:0.000} after {updates} updates; asked is {asked}. How many steps lie between the "
                    + "first pixel and the answer?");
    }

    private static bool Close(double[] yours, double[] right) =>
        yours.Length == right.Length && yours.Zip(right).All(pair => Math.Abs(pair.First - pair.Second) < 1e-6);
}
