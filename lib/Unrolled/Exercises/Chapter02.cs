using static Unrolled.Pointwise;

namespace Unrolled;

/// <summary>The checks of chapter 02's exercises.</summary>
internal static class Chapter02
{
    private const string OfLinks =
        "a link's gradient is the error at its end times the activation at its start; "
            + "its rows are the units at its end";

    /// <summary>The checks, in the order of the exercises.</summary>
    public static IEnumerable<ExerciseCheck> Checks =>
    [
        ExerciseCheck.Of<Func<double>>("02-1", SmallestCopyWeight),
        ExerciseCheck.Of<Func<double, double[], double[], double[,], double[], double[]>>("02-2", HiddenUnits),
        ExerciseCheck.Of<Func<Vector, Matrix, Vector, double, Vector>>("02-3", HiddenGradient),
        ExerciseCheck.Of<Func<Vector, Vector, Vector, Vector, Matrix, (Matrix, Matrix, Vector, Vector)>>(
            "02-4", BackwardStep),
        ExerciseCheck.Of<Func<ElmanNetwork>>("02-5", DiffersFromLast),
    ];

    private static string SmallestCopyWeight(Func<double> answer) => Exercise.Check(answer)
        .Needs(yours => yours is > 0 and <= 1, "a copy weight between 0 and 1 is asked for")
        .Needs(yours => Math.Abs(yours - Math.Round(yours, 2)) < 1e-9, "give it with two decimals")
        .Mistake(yours => UnitAfter100(yours) <= .5,
            yours => $"with {yours:0.00} the unit is at {UnitAfter100(yours):F3} after 100 steps: the 1 is lost")
        .Right(yours => UnitAfter100(Math.Round(yours - .01, 2)) <= .5,
            "the unit keeps its 1, and with .01 less it loses it",
            otherwise: "the unit keeps its 1, but it does so with .01 less, too");

    // The switch of the chapter, 100 steps after a single 1.
    private static double UnitAfter100(double copyWeight)
    {
        var network = ElmanNetwork.Zeros(1, 1, 1);
        (network.ContextStart, network.CopyWeight) = (0, copyWeight);
        (network.W[0, 0], network.U[0, 0], network.b[0]) = (10, 10, -5);
        return network.Run(Sequence.OfScalars(Enumerable.Repeat(0.0, 99).Prepend(1)))["h"][99][0];
    }

    private static string HiddenUnits(Func<double, double[], double[], double[,], double[], double[]> step)
    {
        var random = new Xoshiro256(22);
        var network = new ElmanNetwork(1, 2, 1, random, bound: 2);
        var (w, U, b) = (network.W.Column(0), network.U, network.b);
        var context = Vector.Build.Dense(2, _ => random.NextDouble());
        const double x = .7;

        return Exercise.Check(() => step(x, context.ToArray(), w.ToArray(), U.ToArray(), b.ToArray()))
            .Mistake(w * x + U * context + b, "this is the net input. What makes it an activation?")
            .Mistake(Tanh(w * x + U * context + b), "this is tanh of the net input; Elman's units are logistic")
            .Mistake(Sigmoid(w * x + U * context), "the bias is missing")
            .Mistake(Sigmoid(w * x + b), "the context is missing")
            .Mistake(Sigmoid(U * context + b), "the input is missing")
            .Mistake(Sigmoid(w * x + U.TransposeThisAndMultiply(context) + b),
                "U[i, j] leads from context unit j to hidden unit i. Over which of the two do you sum?")
            .Mistake(Sigmoid(w * x + U.Diagonal().Times(context) + b),
                "each hidden unit hears its own context unit alone. The links from the context lead from each to each")
            .Right(Sigmoid(w * x + U * context + b), "your step agrees with the library's",
                otherwise: "compare your sum with the first equation, term by term");
    }

    private static string HiddenGradient(Func<Vector, Matrix, Vector, double, Vector> gradient)
    {
        var random = new Xoshiro256(23);
        const double copyWeight = .8;
        var V = Matrix.Build.DenseOfRowVectors(Draw(3, random), Draw(3, random));
        var (δ_y, fromNext) = (Draw(2, random), Draw(3, random));
        var byOutput = V.TransposeThisAndMultiply(δ_y);

        return Exercise.Check(Guarded)
            .Mistake(byOutput, "this is Elman's rule. What does the next step ask of this unit?")
            .Mistake(byOutput + fromNext, "this copy's weight is .8, and errors come back over it")
            .Mistake(copyWeight * fromNext, "the unit's own step has an output too")
            .Mistake(byOutput - copyWeight * fromNext, "both paths lead to the loss: their shares are added")
            .Mistake(copyWeight * (byOutput + fromNext), "only what comes over the copy is multiplied by its weight")
            .Right(byOutput + copyWeight * fromNext, "the output's share and the copy's",
                otherwise: "two paths lead from h to the loss; add what comes back over each");

        // V δ_y does not fit; MathNet's message would not say why.
        Vector Guarded()
        {
            try
            {
                return gradient(δ_y, V, fromNext, copyWeight);
            }
            catch (ArgumentException exception) when (exception.ParamName == "rightSide")
            {
                throw new ArgumentException(
                    "the shapes do not fit. V is [outputs, hidden] and δ_y is [outputs]: "
                        + "which way do errors go over V?");
            }
        }
    }

    private static string BackwardStep(
        Func<Vector, Vector, Vector, Vector, Matrix, (Matrix W, Matrix U, Vector b, Vector context)> backward)
    {
        var random = new Xoshiro256(24);
        var network = new ElmanNetwork(2, 3, 1, random, bound: 1);
        var step = network.Forward(Draw(2, random), new State(Draw(3, random)));
        // With no error at the output, what comes back over the copy is all of dL/dh.
        var (dh, right) = (Draw(3, random), network.ZerosLike());
        var back = network.Backward(step, Vector.Build.Dense(1), new State(dh), right);
        var U = network.U;

        return Exercise.Check(() => backward(dh, step.x, step.context, step.h, U))
            .Mistake(yours => yours.b, dh,
                "this is still the gradient of h. The logistic function lies between h and a")
            .Mistake(yours => yours.b, dh.Times(1 - step.h.Times(step.h)),
                "1 − h² is the slope of tanh. What is the logistic function's?")
            .Mistake(yours => yours.b, -back.a, "the sign is wrong: the slope of the logistic function is positive")
            .Mistake(yours => yours.context, U.TransposeThisAndMultiply(dh),
                "the error reaches the context through a, not through h")
            .Mistake(yours => yours.context, U * back.a,
                "U carries activations from context to hidden units; which way does the error go?")
            .Mistake(yours => yours.U, right.U.Transpose(), "the rows of U are hidden units, its columns context units")
            .Part("W", yours => yours.W, right.W, OfLinks)
            .Part("U", yours => yours.U, right.U, OfLinks)
            .Part("b", yours => yours.b, right.b, "a bias is a weight from a unit that is always 1")
            .Part("context", yours => yours.context, back.context,
                "each context unit gets back what it gave, over the same links")
            .Right("all four agree with the library's backward step");
    }

    private static string DiffersFromLast(Func<ElmanNetwork> build)
    {
        double[] bits = [.. TemporalXor.Generate(60, new Xoshiro256(25)).Bits];

        return Exercise.Check(build)
            .Needs(yours => (yours.InputSize, yours.U.RowCount, yours.OutputSize) == (1, 3, 1),
                "the network has one input, three hidden units and one output")
            .Needs(yours => yours.CopyWeight == 1, "the copy's weight is fixed at 1.0")
            .Needs(yours => Said(yours, bits).Distinct().Count() > 1, "the output is always on the same side of .5")
            .Mistake(yours => Says(yours, bits, t => bits[t] != 1), "the output is the opposite of the last bit alone")
            .Mistake(yours => Says(yours, bits, t => bits[t] == 1),
                "the output is the last bit alone. Does the bit before reach a unit over the context? U[i, j] leads "
                    + "from unit j to unit i")
            .Mistake(yours => Says(yours, bits, t => bits[t - 1] == 1), "the output is the bit before the last alone")
            .Mistake(yours => Says(yours, bits, t => bits[t] + bits[t - 1] > 0),
                "this is OR: it should be off when both bits are 1")
            .Mistake(yours => Says(yours, bits, t => bits[t] + bits[t - 1] == 2), "this is AND")
            .Mistake(yours => Says(yours, bits, t => bits[t] == bits[t - 1]),
                "this is the opposite: it says whether the last two bits are equal")
            .Mistake(yours => Says(yours, bits, t => bits[t - 1] != bits[t - 2], from: 2),
                "right, but one step late: a unit that hears another over the context "
                    + "hears what it was one step before")
            .Right(yours => Says(yours, bits, t => bits[t] != bits[t - 1]), "it is right at every step",
                otherwise: "print h for the inputs 0, 0, 1, 1, 0 and see which unit does not say what you meant");
    }

    // What the network says at every step.
    private static bool[] Said(ElmanNetwork network, double[] bits) =>
        [.. network.Run(Sequence.OfScalars(bits)).Outputs.Select(y => y[0] > .5)];

    // Whether it says this at every step; from the second on, since before the first there is no bit.
    private static bool Says(ElmanNetwork network, double[] bits, Func<int, bool> what, int from = 1)
    {
        bool[] said = Said(network, bits);
        return Enumerable.Range(from, bits.Length - from).All(t => said[t] == what(t));
    }

    private static Vector Draw(int size, Random random) => Uniform.DrawVector(size, bound: .5, random);
}
