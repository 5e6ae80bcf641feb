using Pass = System.Func<
    Unrolled.RnnCell, MathNet.Numerics.LinearAlgebra.Vector<double>[], MathNet.Numerics.LinearAlgebra.Vector<double>[],
    MathNet.Numerics.LinearAlgebra.Vector<double>[],
    (MathNet.Numerics.LinearAlgebra.Matrix<double> W, MathNet.Numerics.LinearAlgebra.Matrix<double> U,
        MathNet.Numerics.LinearAlgebra.Vector<double> b)>;

namespace Unrolled;

/// <summary>The checks of chapter 03's exercises.</summary>
internal static class Chapter03
{
    // How a backward pass can go wrong.
    private enum Slip
    {
        None, Detached, NotTransposed, SlopeOfTheStateBefore, NoSlope, BackWithoutSlope,
    }

    /// <summary>The checks, in the order of the exercises.</summary>
    public static IEnumerable<ExerciseCheck> Checks =>
    [
        ExerciseCheck.Of<Func<double, double, double, double, double, double, double>>("03-1", DeltaOfStep2),
        ExerciseCheck.Of<Pass>("03-2", ThroughTime),
        ExerciseCheck.Of<Func<int, int, int, int, bool>>("03-3", Reaches),
        ExerciseCheck.Of<Func<(int K1, int K2)>>("03-4", Truncation),
        ExerciseCheck.Of<Func<double, double, double>>("03-5", NewWeight),
    ];

    private static string DeltaOfStep2(Func<double, double, double, double, double, double, double> delta)
    {
        const double u = .7, v = 1.3, h = .4, target = -.2, next = .35;
        double y = Math.Tanh(v * h), output = 1 - y * y, hidden = 1 - h * h;
        double error = y - target;
        double direct = v * error * output;
        return Exercise.Check(() => delta(u, v, h, y, target, next))
            .Mistake(direct * hidden, "this is Elman's rule. How does h₂ act on step 3?")
            .Mistake(
                direct + u * next,
                "this is dL/dh₂. The question is δ₂, the error at the net input: a tanh lies between them")
            .Mistake((v * error + u * next) * hidden, "the output has a tanh of its own now")
            .Mistake(
                (direct + next) * hidden,
                "δ₃ is the error at the net input of step 3. Through which weight did h₂ get there?")
            .Mistake(u * next * hidden, "step 2 has an output of its own")
            .Mistake((u * next - direct) * hidden, "L falls where y₂ comes nearer to its target: look at the sign")
            .Mistake((error * output + u * next) * hidden, "through which weight does h₂ act on y₂?")
            .Mistake(
                yours => Near(yours, direct + u * next * hidden) || Near(yours, direct * hidden + u * next),
                "the hidden unit's slope belongs to the whole sum, not to one of its terms")
            .Mistake(
                (v * error + u * next) * output * hidden,
                "the output's slope belongs to the term of the output only")
            .Right(
                (direct + u * next) * hidden, "both paths, and both slopes",
                otherwise: "write dL/dh₂ first, as a sum of two terms, and then multiply by the slope of the "
                    + "hidden tanh");
    }

    private static string ThroughTime(Pass pass)
    {
        var source = new Xoshiro256(34);
        var network = new RnnCell(2, 3, source, bound: 1);
        Vector[] xs = Noise(5, 2, source), own = Noise(5, 3, source);
        var run = network.Run(xs);
        Vector[] states = [network.InitialState.h, .. run["h"]];
        var right = Walk(network, xs, states, own, Slip.None);
        return Exercise.Check(() => pass(network, xs, states, own))
            .Needs(yours => yours.W is not null && yours.U is not null && yours.b is not null, "return all three")
            .Mistake(
                yours => yours.b, WalkOf(Slip.Detached).b,
                "no error comes back from the next step: the states are detached")
            .Mistake(
                yours => yours.b, WalkOf(Slip.NotTransposed).b,
                "on its way back an error goes through the transposed U")
            .Mistake(
                yours => yours.b, WalkOf(Slip.SlopeOfTheStateBefore).b,
                "the slope 1 − h² is that of the state which the step made, h[t + 1]")
            .Mistake(yours => yours.b, WalkOf(Slip.NoSlope).b, "between h and its net input lies a tanh")
            .Mistake(
                yours => yours.b, WalkOf(Slip.BackWithoutSlope).b,
                "what goes back through U is δ, the error at the net input, not dL/dh")
            .Mistake(
                yours => yours.U, Sum(right.Deltas, states[1..]),
                "U multiplied the state before the step, h[t], not the one after it")
            .Mistake(
                yours => yours.U, right.Deltas[^1].OuterProduct(states[^2]),
                "this is the last step's share alone. U was used in every step")
            .Mistake(
                yours => yours.U, right.U.Transpose(),
                "U[i, j] leads from unit j to unit i: which of the two vectors goes along the rows?")
            .Part("dL/db", yours => yours.b, right.b, "it is the sum of all δ")
            .Part("dL/dW", yours => yours.W, right.W, "each step's share is δ times that step's input")
            .Part("dL/dU", yours => yours.U, right.U, "each step's share is δ times the state before that step")
            .Right("this is backpropagation through time");

        (Matrix W, Matrix U, Vector b, Vector[] Deltas) WalkOf(Slip slip) => Walk(network, xs, states, own, slip);
    }

    private static string Reaches(Func<int, int, int, int, bool> reaches)
    {
        (int, int)[] settings = [(1, 1), (1, 4), (3, 3), (3, 5), (4, 12), (2, 100)];
        double[] All(Func<int, int, int, int, bool> rule) =>
        [
            .. from setting in settings
               from t in Enumerable.Range(1, 12)
               from s in Enumerable.Range(1, 12)
               select rule(t, s, setting.Item1, setting.Item2) ? 1.0 : 0,
        ];
        static int End(int t, int k1) => (t + k1 - 1) / k1 * k1;
        return Exercise.Check(() => All(reaches))
            .Mistake(All((_, _, _, _) => false), "so far no loss reaches any step, not even its own")
            .Mistake(
                All((t, s, _, k2) => s <= t && s > t - k2),
                "this lets every loss go back k₂ steps. The k₂ steps are counted from the step at which the backward "
                    + "pass begins, the last of the loss's window")
            .Mistake(
                All((t, s, k1, k2) => s > End(t, k1) - k2 && s <= End(t, k1)),
                "can the loss of step t depend on a later step?")
            .Mistake(
                All((t, s, k1, k2) => s <= t && s >= End(t, k1) - k2),
                "one step too far: with k₂ = 1 a loss reaches its own step alone")
            .Mistake(
                All((t, s, k1, k2) => s <= t && s > End(t, k1) - k1),
                "this stops at the beginning of the window, as a detached state does. Where is k₂?")
            .Mistake(
                All((t, s, k1, k2) => s <= t && s > End(t, k1) - k1 - k2),
                "the k₂ steps include the window itself")
            .Mistake(
                All((t, s, k1, k2) => s <= t && s > t / k1 * k1 - k2),
                "at which step does the window end that holds step t? Try t = 1 with k₁ = 3, and t = 3")
            .Right(
                All((t, s, k1, k2) => s <= t && s > End(t, k1) - k2),
                "the window's end decides, not the loss's own step",
                otherwise: "find the last step of the window of t first; from there the backward pass covers k₂ steps");
    }

    private static string Truncation(Func<(int K1, int K2)> answer) => Exercise.Check(answer)
        .Needs(yours => yours != (0, 0), "choose two numbers")
        .Needs(yours => yours.K1 >= 1 && yours.K2 >= yours.K1, "k₁ is at least 1, and k₂ at least k₁")
        .Mistake(
            yours => 25 * yours.K2 > 400,
            yours => $"{yours.K2} steps of 25 numbers are {25 * yours.K2} numbers; there is room for 400")
        .Mistake(
            yours => yours.K2 > 3 * yours.K1,
            yours => $"each step forward costs {(double)yours.K2 / yours.K1:0.##} steps back, more than 3")
        .Mistake(
            yours => yours.K2 - 1 >= 8 && yours.K2 - yours.K1 < 8,
            yours => $"the newest loss of a window reaches {yours.K2 - 1} steps before its own, but the oldest only "
                + $"{yours.K2 - yours.K1}")
        .Right(
            yours => yours.K2 - yours.K1 >= 8,
            yours => $"every loss reaches at least {yours.K2 - yours.K1} steps before its own, with {25 * yours.K2} "
                + $"numbers kept and {(double)yours.K2 / yours.K1:0.##} steps back for each step forward",
            yours => $"the oldest loss of a window reaches {yours.K2 - yours.K1} steps before its own; 8 are wanted");

    private static string NewWeight(Func<double, double, double> rule) => Exercise.Check(() => Descend(rule))
        .Mistake(
            _ => rule(.8, -1) == .8 && rule(.8, 1) == .8, "your rule never moves u")
        .Mistake(
            _ => rule(.8, -1) == rule(.8, 1), "your rule does the same whatever the slope is. It should go downhill")
        .Mistake(
            _ => rule(.8, -1e-3) < .8 && rule(.8, 1e-3) > .8,
            "the slope says where L rises; your rule goes there")
        .Mistake(
            yours => IsPlain(rule) && !Array.TrueForAll(yours, end => end.Arrived),
            yours => $"this is gradient descent with one learning rate, and {Worst(yours)}. A rate that crosses the "
                + "plain in so few updates is thrown by the wall, unless something limits the length of a step (a "
                + "limit that no slope here reaches does nothing)")
        .Right(
            yours => Array.TrueForAll(yours, end => end.Arrived),
            _ => "the same rule arrives with 2, with 10 and with 50 steps. Chapter 04 limits the length of a step too, "
                + "by clipping the gradient",
            yours => $"{Worst(yours)}");

    private static string Worst((int Steps, double U, double WorstOfLast, bool Arrived)[] ends)
    {
        var (steps, u, worst, _) = ends.First(end => !end.Arrived);
        return FormattableString.Invariant($"with {steps} steps u = {u:0.###} after 200 updates, and L was up to ")
            + FormattableString.Invariant($"{worst:0.####} after the last ten, where less than 0.001 is asked for");
    }

    private static bool IsPlain(Func<double, double, double> rule)
    {
        double rate = .8 - rule(.8, 1);
        return new[] { -2, -.01, 1e-4, 3 }.All(slope => Near(rule(.8, slope), .8 - rate * slope));
    }

    // Where a rule arrives after 200 updates from u = .8, with sequences of three lengths.
    private static (int Steps, double U, double WorstOfLast, bool Arrived)[] Descend(
        Func<double, double, double> rule) =>
    [
        .. new[] { 2, 10, 50 }.Select(steps =>
        {
            double u = .8, worstOfLast = 0;
            for (int update = 0; update < 200; update++)
            {
                u = rule(u, AtTheEnd(u, steps).Slope);
                if (update >= 190)
                    worstOfLast = Math.Max(worstOfLast, AtTheEnd(u, steps).Loss);
            }

            return (steps, u, worstOfLast, worstOfLast < 1e-3);
        }),
    ];

    // h starts at .1, h ← tanh(u h) for some steps, and the target of the last is .5.
    private static (double Loss, double Slope) AtTheEnd(double u, int steps)
    {
        double[] h = new double[steps + 1];
        h[0] = .1;
        for (int t = 1; t <= steps; t++)
            h[t] = Math.Tanh(u * h[t - 1]);
        double slope = 0, dh = h[steps] - .5;
        for (int t = steps; t >= 1; t--)
        {
            double delta = dh * (1 - h[t] * h[t]);
            slope += delta * h[t - 1];
            dh = u * delta;
        }

        return ((h[steps] - .5) * (h[steps] - .5) / 2, slope);
    }

    // The backward pass as the exercise asks for it, or with one of its likely mistakes.
    private static (Matrix W, Matrix U, Vector b, Vector[] Deltas) Walk(
        RnnCell network, Vector[] xs, Vector[] states, Vector[] own, Slip slip)
    {
        var deltas = new Vector[xs.Length];
        var fromNext = Vector.Build.Dense(states[0].Count);
        for (int t = xs.Length - 1; t >= 0; t--)
        {
            var dh = own[t] + fromNext;
            var of = states[slip == Slip.SlopeOfTheStateBefore ? t : t + 1];
            var delta = slip == Slip.NoSlope ? dh : dh.PointwiseMultiply(1 - of.PointwiseMultiply(of));
            deltas[t] = delta;
            fromNext = slip switch
            {
                Slip.Detached => 0 * delta,
                Slip.NotTransposed => network.U * delta,
                Slip.BackWithoutSlope => network.U.TransposeThisAndMultiply(dh),
                _ => network.U.TransposeThisAndMultiply(delta),
            };
        }

        return (Sum(deltas, xs), Sum(deltas, states[..^1]), deltas.Aggregate((sum, delta) => sum + delta), deltas);
    }

    private static Matrix Sum(Vector[] errors, Vector[] activities) =>
        errors.Zip(activities, (error, activity) => error.OuterProduct(activity))
            .Aggregate((sum, share) => sum + share);

    private static Vector[] Noise(int steps, int size, Random source) =>
        [.. Enumerable.Range(0, steps).Select(_ => Uniform.DrawVector(size, 1, source))];

    private static bool Near(double a, double b) => Math.Abs(a - b) <= 1e-9 * Math.Max(1, Math.Abs(b));
}
