namespace Unrolled;

/// <summary>The checks of chapter 01's exercises.</summary>
internal static class Chapter01
{
    private const int Lag = 1000, Sequences = 200;

    /// <summary>The checks, in the order of the exercises.</summary>
    public static IEnumerable<ExerciseCheck> Checks =>
    [
        ExerciseCheck.Of<Func<double>>("01-1", Window),
        ExerciseCheck.Of<Func<int, int, int, int>>("01-2", Count),
        ExerciseCheck.Of<Func<double[][], double[,], double[,], double[], double[][]>>("01-3", Loop),
        ExerciseCheck.Of<Func<double[][], int, ClassExample>>("01-4", EveryFrame),
        ExerciseCheck.Of<Func<double, double[], double>>("01-5", Slope),
        ExerciseCheck.Of<Func<(double W, double U, double B)>>("01-6", Memory),
    ];

    // The move before the last lies between the two frames before this one.
    private static string Window(Func<double> answer) => Exercise.Check(answer)
        .Needs(yours => yours >= 1 && yours == Math.Floor(yours), "give a number of frames, 1 or more")
        .Mistake(yours => yours == 1, "one frame says nothing about any move. Between which frames does the move lie?")
        .Mistake(
            yours => yours == 2,
            "with two frames it is right in about 85 of a hundred, since it sees the last move and the dot mostly goes "
                + "on as before. Which frames show the move that is asked for?")
        .Right(
            yours => yours == 3,
            "three frames: the move before the last lies between the two frames before this one. With two it sees the "
                + "last move only, which is the same as the one before in 85 of a hundred frames",
            otherwise: "it is enough, and so is one frame less");

    private static string Count(Func<int, int, int, int> answer)
    {
        (int Inputs, int Hidden, int Outputs)[] sizes = [(25, 32, 4), (3, 5, 2), (1, 8, 2)];
        double[] Of(Func<int, int, int, double> count) =>
            [.. sizes.Select(size => count(size.Inputs, size.Hidden, size.Outputs))];

        return Exercise.Check(() => Of((i, h, o) => answer(i, h, o)))
            .Needs(yours => yours.Any(count => count != 0), "there is no answer yet")
            .Mistake(
                Of((i, h, o) => h * i + h + o * h + o), "this is a perceptron's. What leads from the step before?")
            .Mistake(Of((i, h, o) => h * (i + h) + o * h), "each unit that is computed has a bias too")
            .Mistake(Of((i, h, o) => h * (i + h) + o * h + o), "the hidden units have a bias too")
            .Mistake(Of((i, h, o) => h * (i + h + 1) + o * h), "the output units have a bias too")
            .Mistake(Of((i, h, o) => h * (i + h + 1)), "this is the hidden layer. What leads to the output?")
            .Mistake(Of((i, h, o) => h * i + h + h + o * h + o), "is U one to one, or each to each?")
            .Mistake(
                Of((i, h, o) => h * (i + h + 2) + o * (h + 1)),
                "this has one number more for each hidden unit than the equations: a second bias, as in the "
                    + "library's fast layers, or h₀, which is 0 and not learned. How many biases have the equations?")
            .Right(
                Of((i, h, o) => h * (i + h + 1) + o * (h + 1)),
                "so many are in the library's cell with its output, and the number of steps does not matter",
                otherwise: "which sizes have W, U, b, V and b_y? Multiply each out, and add");
    }

    private static string Loop(Func<double[][], double[,], double[,], double[], double[][]> answer)
    {
        var random = new Xoshiro256(3);
        var cell = new RnnCell(inputSize: 2, hiddenSize: 3, random, bound: 1);
        double[][] xs = [.. Enumerable.Range(0, 5).Select(_ => new[] { random.NextDouble(), random.NextDouble() })];

        double[][] States(Func<Vector, Vector, Vector> next, double start = 0)
        {
            var h = Vector.Build.Dense(3, start);
            return [.. Sequence.OfRows(xs).Select(x => (h = next(x, h)).ToArray())];
        }

        Vector InPlace(Vector x, Vector h)
        {
            for (int i = 0; i < h.Count; i++)
                h[i] = Math.Tanh(cell.W.Row(i) * x + cell.U.Row(i) * h + cell.b[i]);
            return h;
        }

        Vector Next(Vector x, Vector h) => Tanh(cell.W * x + cell.U * h + cell.b);
        double[][] right = States(Next);

        return Exercise.Check(() => answer(xs, cell.W.ToArray(), cell.U.ToArray(), cell.b.ToArray()))
            .Mistake(
                right.Select(_ => right[^1]).ToArray(),
                "all rows are the last state: every row is the same array. Make a new one at every step")
            .Mistake(
                right.Prepend(new double[3]).ToArray(),
                "the first row is h₀, which belongs to no step. Begin with the state after the first input")
            .Mistake(
                right[..^1].Prepend(new double[3]).ToArray(),
                "each row is the state before its step. Store it after the step")
            .Mistake(
                States((x, _) => Tanh(cell.W * x + cell.b)),
                "each step is right by itself. What does it take over from the step before?")
            .Mistake(
                States((x, h) => Tanh(cell.W * x + cell.U * h)),
                "a term of the first equation is missing")
            .Mistake(
                States((x, h) => Tanh(cell.W * x + cell.U.Transpose() * h + cell.b)),
                "U[i, j] leads from unit j to unit i. Which of the two is summed?")
            .Mistake(
                States((x, h) => cell.W * x + cell.U * h + cell.b),
                "these are net inputs. What makes them a state?")
            .Mistake(
                States(InPlace),
                "the second unit sees the first one's new state. It should see the old one")
            .Mistake(States(Next, start: 1), "the state before the first step is 0, not 1")
            .Right(
                right, "your states are the library's, step by step",
                otherwise: "compare the first step with the equations, then the second");
    }

    private static string EveryFrame(Func<double[][], int, ClassExample> answer)
    {
        var random = new Xoshiro256(4);
        const int speaker = 6;
        double[][] frames =
            [.. Enumerable.Range(0, 10).Select(_ => new[] { random.NextDouble(), random.NextDouble() })];

        return Exercise.Check(() => answer(frames, speaker))
            .Part("inputs", yours => yours.Inputs, frames, "the inputs are the frames as they are")
            .Part(
                "where it is asked", yours => yours.Mask.Select(asked => asked ? 1 : 0), frames.Select(_ => 1),
                "some frames are not asked")
            .Part(
                "what is asked", yours => yours.Targets, frames.Select(_ => speaker - 1),
                "the class at each frame is the speaker, counted from 0")
            .Right("many to many, in step. Train on it, and see after how many frames it knows");
    }

    private static string Slope(Func<double, double[], double> answer)
    {
        const double u = 1.3;
        var cell = RnnCell.Zeros(inputSize: 1, hiddenSize: 1);
        (cell.W[0, 0], cell.U[0, 0]) = (.7, u);
        Vector[] inputs = Sequence.OfScalars([.4, -.8, .5, .2, -.1]);
        double[] h = cell.Run(inputs).Unit("h", 0);
        double Final(double start) => cell.Run(inputs, new State(Vector.Build.Dense(1, start))).Final.h[0];
        double measured = (Final(1e-5) - Final(-1e-5)) / 2e-5;
        double Product(IEnumerable<double> states, Func<double, double> factor) =>
            states.Aggregate(1.0, (product, state) => product * factor(state));
        double OfTanh(double state) => 1 - state * state;

        return Exercise.Check(() => answer(u, h))
            .Within(1e-7)
            .Mistake(Math.Pow(u, h.Length), "this is the loop without its tanh. How much does each tanh let through?")
            .Mistake(Product(h, OfTanh), "each step also multiplies by the weight of the loop")
            .Mistake(u * Product(h, OfTanh), "the push passes through u once at every step")
            .Mistake(h.Sum(state => u * OfTanh(state)), "one step after the other: do slopes of a chain add up?")
            .Mistake(
                Product(h[1..], state => u * OfTanh(state)),
                "the first step is missing: from h₀ to h₁ the push passes through u and tanh too")
            .Mistake(
                Product(h[..^1], state => u * OfTanh(state)),
                "the last step is missing: the push must come out of the last tanh")
            .Mistake(
                Product(h, state => u * (1 - state)),
                "the slope of tanh(a) is 1 − tanh²(a), and h is tanh(a) already: square it")
            .Mistake(
                Product(h, state => u * OfTanh(Math.Tanh(state))),
                "h is tanh(a) already. Do not take its tanh again")
            .Mistake(
                Product(h, state => u * state * (1 - state)),
                "this is the slope of the logistic function. The unit has a tanh")
            .Right(
                measured, "it is what pushing h₀ and looking at the end measures",
                otherwise: "write it for one step first, then put a second step behind it");
    }

    private static string Memory(Func<(double W, double U, double B)> answer) => Exercise.Check(answer)
        .Needs(
            yours => double.IsFinite(yours.W) && double.IsFinite(yours.U) && double.IsFinite(yours.B),
            "w, u and b are finite numbers")
        .Mistake(yours => yours.W == 0, "with w = 0 the first number never enters")
        .Mistake(yours => yours.U < 0, "a negative u changes the sign of the state at every step")
        .Mistake(
            yours => yours.U <= 1,
            "with u of at most 1 there is one resting place, and the noise decides on which side of it the state is. "
                + "When are there two?")
        .Mistake(
            yours => RestsOn(yours, 1) == RestsOn(yours, -1),
            "without noise both first numbers end on the same side. What does a large bias do to the two places?")
        .Mistake(yours => RestsOn(yours, 1) < 0, "it remembers, but with the opposite sign. Where does 1 enter?")
        .Right(
            yours => Held(yours) == Sequences,
            yours => $"it holds all {Sequences} sequences over {Lag} steps",
            yours => $"it holds {Held(yours)} of {Sequences} sequences over {Lag} steps. Without noise it would hold "
                + "all. How could the noise push less, or the resting places hold more firmly?");

    // The side on which the state is a thousand steps after the first number, without noise.
    private static int RestsOn((double W, double U, double B) unit, double first) =>
        Math.Sign(Run(unit, [first, .. new double[Lag]]));

    private static int Held((double W, double U, double B) unit)
    {
        ClassExample[] examples = new TwoSequenceTask(Lag + 1).Draw(Sequences, new Xoshiro256(7));
        return examples.Count(
            example => Run(unit, example.Inputs.Select(x => x[0])) > 0 == (example.Targets[^1] == 1));
    }

    private static double Run((double W, double U, double B) unit, IEnumerable<double> inputs) =>
        inputs.Aggregate(0.0, (h, x) => Math.Tanh(unit.W * x + unit.U * h + unit.B));

    private static Vector Tanh(Vector a) => a.Map(Math.Tanh);
}
