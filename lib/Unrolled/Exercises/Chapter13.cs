namespace Unrolled;

/// <summary>The checks of chapter 13's exercises.</summary>
internal static class Chapter13
{
    /// <summary>The checks, in the order of the exercises.</summary>
    public static IEnumerable<ExerciseCheck> Checks =>
    [
        ExerciseCheck.Of<Func<double[], double[]>>("13-1", Filled),
        ExerciseCheck.Of<Func<double, double, double, double>>("13-2", InUnits),
        ExerciseCheck.Of<Func<double, double, double>>("13-3", Skill),
    ];

    private static string Filled(Func<double[], double[]> answer)
    {
        double[] broken = [double.NaN, 3, 5, double.NaN, double.NaN, 2, 9, double.NaN, 1];
        double[] right = [double.NaN, 3, 5, 5, 5, 2, 9, 9, 1];
        double mean = broken.Where(double.IsFinite).Average();
        double[] by(params double[] fills)
        {
            int next = 0;
            return [.. broken.Select(value => double.IsNaN(value) ? fills[next++] : value)];
        }

        return Exercise.Check(() => answer([.. broken]))
            .Needs(filled => filled.Length == broken.Length, "give one value for every step of the series")
            .Mistake(
                filled => filled.SequenceEqual(broken),
                "the gaps are still there: NaN is equal to nothing, ask double.IsNaN(x)")
            .Mistake(
                filled => double.IsNaN(filled[4]) && filled[3] == 5,
                "a gap of two steps: the value before the second is the one that you have just filled in")
            .Mistake(
                filled => filled.Skip(1).SequenceEqual(by(0, 0, 0, 0).Skip(1)),
                "0 is a value like any other, and a model takes it for one")
            .Mistake(
                filled => filled.Skip(1).SequenceEqual(by(mean, mean, mean, mean).Skip(1)),
                "the mean of all is a leak: it holds values that come later")
            .Mistake(
                filled => filled.Skip(1).SequenceEqual(by(3, 2, 2, 1).Skip(1)),
                "this is the next value that is known, and it was not known then")
            .Mistake(
                filled => Math.Abs(filled[3] - 4) < 1e-9 || Math.Abs(filled[3] - 3.5) < 1e-9,
                "between the neighbours on both sides: one of them comes later")
            .Mistake(
                filled => !double.IsNaN(filled[0]) && filled.Skip(1).SequenceEqual(right.Skip(1)),
                "before the first value nothing is known; leave it NaN, and begin the series later")
            .Right(
                filled => filled.SequenceEqual(right),
                "each gap has what was known last. Whether such a series may be learned from is another question",
                otherwise: "at each gap the last value before it; at the beginning, where there is none, NaN");
    }

    private static string InUnits(Func<double, double, double, double> answer)
    {
        (double Loss, double Shift, double Scale)[] cases = [(.25, 10, 4), (2, -3, .5), (.09, 100, 20)];
        double[] of(Func<double, double, double, double> formula) =>
            [.. cases.Select(one => formula(one.Loss, one.Shift, one.Scale))];

        return Exercise.Check(() => of(answer))
            .Mistake(of((loss, _, _) => Math.Sqrt(loss)), "this is the error of the standardized values")
            .Mistake(
                of((loss, shift, scale) => scale * Math.Sqrt(loss) + shift),
                "an error is a difference of two values: the shift is in both, and falls out")
            .Mistake(of((loss, _, scale) => scale * loss), "the loss is a square: take its root first")
            .Mistake(of((loss, _, scale) => scale * scale * loss), "this is the mean square in units²; take its root")
            .Mistake(
                of((loss, _, scale) => Math.Sqrt(loss) / scale), "z = (x − shift) / scale: going back multiplies")
            .Right(
                of((loss, _, scale) => scale * Math.Sqrt(loss)), "scale · √loss, in the series' own unit",
                otherwise: "z = (x − shift) / scale. How large is a difference of z in x?");
    }

    private static string Skill(Func<double, double, double> answer)
    {
        (double Method, double Baseline)[] cases = [(3, 5), (5, 3), (2, 2), (.5, 4)];
        double[] of(Func<double, double, double> formula) =>
            [.. cases.Select(one => formula(one.Method, one.Baseline))];

        return Exercise.Check(() => of(answer))
            .Mistake(
                of((method, baseline) => 1 - method / baseline),
                "this is the share of the RMS error; asked is that of the mean squared error")
            .Mistake(
                of((method, baseline) => method * method / (baseline * baseline)),
                "this is the share that remains; asked is the one that is saved")
            .Mistake(
                of((method, baseline) => 1 - baseline * baseline / (method * method)),
                "the wrong way round: the baseline's error is the whole")
            .Mistake(
                of((method, baseline) => Math.Max(0, 1 - method * method / (baseline * baseline))),
                "a method that is worse than the baseline has a negative skill; show it")
            .Right(
                of((method, baseline) => 1 - method * method / (baseline * baseline)),
                "1 is perfect, 0 no better than the baseline, and below 0 worse",
                otherwise: "the baseline's mean squared error less the method's, as a share of the baseline's");
    }
}
