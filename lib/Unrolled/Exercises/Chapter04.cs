namespace Unrolled;

/// <summary>The checks of chapter 04's exercises.</summary>
internal static class Chapter04
{
    private const double HalfLife = 200;

    /// <summary>The checks, in the order of the exercises.</summary>
    public static IEnumerable<ExerciseCheck> Checks =>
    [
        ExerciseCheck.Of<Func<double>>("04-1", BiasForHalf),
        ExerciseCheck.Of<Func<double>>("04-2", LogisticBound),
        ExerciseCheck.Of<Func<Vector[], double, Vector[]>>("04-3", Clipping),
        ExerciseCheck.Of<Func<Matrix, double, Matrix>>("04-4", WithRadius),
        ExerciseCheck.Of<Func<Matrix, Vector[], Vector, double[]>>("04-5", NormsByLag),
        ExerciseCheck.Of<Func<Matrix>>("04-6", Stretching),
        ExerciseCheck.Of<Func<Random, RecurrentLayer>>("04-7", YourStart),
    ];

    // σ(b)²⁰⁰ = ½, that is b = −ln(2^(1/200) − 1).
    private static string BiasForHalf(Func<double> answer)
    {
        double right = -Math.Log(Math.Pow(2, 1 / HalfLife) - 1);
        return Exercise.Check(answer).Within(0.0015)
            .Mistake(Math.Log(HalfLife), "with ln T, a share of 1/e is left after T steps. Here it should be a half")
            .Mistake(Math.Pow(0.5, 1 / HalfLife), "this is f, the factor per step. Which bias gives σ(bias) = f?")
            .Mistake(-right, "the sign: a gate that keeps has σ(bias) near 1, so its bias is positive")
            .Mistake(
                yours => Math.Abs(yours - right) is > 0.0085 and < 0.2,
                yours => $"nearly: {Math.Pow(Logistic(yours), HalfLife):0.000} is left after 200 steps")
            .Right(
                right, "σ(5.66)²⁰⁰ = ½",
                otherwise: "after k steps σ(bias)ᵏ is left. Set it to ½ for k = 200, and solve for the bias");
    }

    private static string LogisticBound(Func<double> answer) => Exercise.Check(answer)
        .Mistake(1.0, "this is the tanh's bound, and its slope can reach 1. How steep can the logistic function be?")
        .Mistake(0.25, "this is the largest slope h(1 − h). What may s₁ be, so that slope · s₁ stays below 1?")
        .Right(
            4.0, "no slope is above 1/4, so slope · s₁ < 1 as long as s₁ < 4",
            otherwise: "the Jacobian is diag(slopes) · U. What is the largest slope, and at which h?");

    private static string Clipping(Func<Vector[], double, Vector[]> clip)
    {
        bool kept = true;
        return Exercise.Check(() => Answers()).Within(1e-6)
            .Needs(_ => kept, "the vectors that your method was given have changed. Return new ones")
            .Mistake(
                yours => yours.Long, Each(g => g * Math.Min(1, 2 / g.L2Norm())),
                "each vector is clipped alone, which turns the gradient: there is one norm for all")
            .Mistake(
                yours => yours.Long, Each(g => g.Map(v => Math.Clamp(v, -2, 2))),
                "each number is clipped alone, which turns the gradient: there is one factor for all")
            .Mistake(
                yours => yours.Long, Each(g => g * (2.0 / 169)),
                "169 is the sum of the squares. The norm is its square root")
            .Mistake(
                yours => yours.Long, Each(g => g * (2 / (3 + Math.Sqrt(160)))),
                "the norms of the vectors are added. The norm of all is the root of the sum of all squares")
            .Mistake(
                yours => yours.Long, Each(g => g * (2 / 12.0)),
                "this takes the largest number for the norm. The norm is the root of the sum of all squares")
            .Part(
                "a gradient of length 13", yours => yours.Long, Each(g => g * (2 / (13 + 1e-6))),
                "multiply all numbers by limit / norm, with the norm over both vectors")
            .Part(
                "a gradient of length 0.13", yours => yours.Short, Gradients(0.01),
                "what is short enough stays as it is")
            .Right("it agrees with the library's");

        (Vector[] Long, Vector[] Short) Answers()
        {
            Vector[] given = Gradients(1), clipped = clip(given, 2);
            kept = given.Zip(Gradients(1)).All(pair => pair.First.Equals(pair.Second));
            return (clipped, clip(Gradients(0.01), 2));
        }

        static Vector[] Each(Func<Vector, Vector> change) => [.. Gradients(1).Select(change)];
    }

    // Length 13: the root of 9 + 16 + 144.
    private static Vector[] Gradients(double scale) =>
    [
        scale * Vector.Build.DenseOfArray([3, 0]),
        scale * Vector.Build.DenseOfArray([0, -4, 12]),
    ];

    private static string WithRadius(Func<Matrix, double, Matrix> scale)
    {
        // The largest eigenvalue is not the first of the second matrix, and is a complex one of the third.
        Matrix[] given =
        [
            new RnnCell(2, 32, new Xoshiro256(44)).U,
            Matrix.Build.DenseOfDiagonalArray([0.3, -2, 1]),
            Matrix.Build.DenseOfArray(new[,] { { 0.5, 0, 0 }, { 0, 0.1, -2 }, { 0, 2, 0.1 } }),
        ];
        Matrix[] right = [.. given.Select(U => U.Clone())];
        foreach (Matrix U in right)
            Initialize.SpectralRadius(U, 1.2);

        return Exercise.Check(() => given.Select(U => scale(U.Clone(), 1.2)).ToArray())
            .Needs(yours => yours.All(U => U is not null), "there is no answer yet")
            .Mistake(All(_ => 1), "the radius of this U was not 1 before. Divide by what it was")
            .Mistake(
                All(U => U.Svd().S[0]), "this sets the largest singular value. The radius is of the eigenvalues")
            .Mistake(
                All(U => U.FrobeniusNorm()), "this sets the norm of the matrix. The radius is of the eigenvalues")
            .Mistake(
                All(U => U.Evd().EigenValues[0].Magnitude),
                "the eigenvalues are in no particular order: the first need not be the largest")
            .Mistake(
                All(U => U.Evd().EigenValues[^1].Magnitude),
                "the eigenvalues are in no particular order: the last need not be the largest")
            .Mistake(
                All(U => U.Evd().EigenValues.Max(value => value.Real)),
                "an eigenvalue may be negative or have an imaginary part, and both count: take the absolute value")
            .Right(
                right, "the largest absolute value of an eigenvalue is 1.2, for each of three matrices",
                otherwise: "multiply U by one number, so that the largest absolute value of an eigenvalue becomes "
                    + "the radius");

        object All(Func<Matrix, double> found) => given.Select(U => U * (1.2 / found(U))).ToArray();
    }

    private static string NormsByLag(Func<Matrix, Vector[], Vector, double[]> backward)
    {
        var network = new RnnCell(2, 8, new Xoshiro256(45));
        Initialize.SpectralRadius(network.U, 1.5);
        Vector[] inputs = Sequence.OfRows(new AddingTask(30).Draw(new Xoshiro256(1045)).Inputs);
        Vector[] hs = [.. network.Run(inputs)["h"]];
        var dh = Vector.Build.Dense(8, i => 1.0 + i);

        return Exercise.Check(() => backward(network.U.Clone(), [.. hs.Select(h => h.Clone())], dh.Clone()))
            .Needs(
                yours => yours.Length == hs.Length,
                "return one number for each state, lag 0 first, which is the norm of the given gradient")
            .Mistake(
                Norms(transposed: false), "U leads from h_{t−1} to h_t. Which way does the gradient go?")
            .Mistake(Norms(slope: false), "the tanh has a slope, 1 − h², and the gradient passes it first")
            .Mistake(Norms(slopeOf: 1), "the step from t−1 to t has its slope at h_t, not at h_{t−1}")
            .Mistake(
                Norms(slopeLast: true),
                "the order: backwards, the gradient passes the slope first and U, transposed, after it")
            .Mistake(
                Norms(slopeLast: true, slopeOf: 1),
                "the order: backwards, the gradient passes the slope at h_t first and U, transposed, after it")
            .Mistake(yours => yours.Reverse().SequenceEqual(Norms()), "lag 0, the last step, comes first")
            .Mistake(
                Norms(more: 1).Skip(1).ToArray(),
                "lag 0 is missing: take the norm before the step, not after it")
            .Right(
                Norms(), "all agree with the library's",
                otherwise: "at each step back: times the slope at h_t, then through U, transposed; its norm is the "
                    + "next number");

        double[] Norms(
            bool transposed = true, bool slope = true, int slopeOf = 0, bool slopeLast = false, int more = 0)
        {
            Vector back = dh;
            List<double> norms = [back.L2Norm()];
            for (int t = hs.Length - 1; t > -more; t--)
            {
                Vector h = hs[Math.Max(0, t - slopeOf)], slopes = 1 - h.PointwiseMultiply(h);
                if (slope && !slopeLast)
                    back = back.PointwiseMultiply(slopes);
                back = transposed ? network.U.TransposeThisAndMultiply(back) : network.U * back;
                if (slopeLast)
                    back = back.PointwiseMultiply(slopes);
                norms.Add(back.L2Norm());
            }

            return [.. norms];
        }
    }

    private static string Stretching(Func<Matrix> answer) => Exercise.Check(answer)
        .Needs(U => U is { RowCount: 2, ColumnCount: 2 }, "U should have two rows and two columns")
        .Mistake(
            U => Math.Abs(Radius(U) - 0.9) > 5e-7 && Math.Abs(Jacobian.SingularValues(U)[0] - 0.9) < 1e-6,
            U => $"the largest singular value is 0.9, and the spectral radius {Radius(U):0.####}")
        .Mistake(
            U => Math.Abs(Radius(U) - 0.9) > 5e-7,
            U => $"its spectral radius is {Radius(U):0.######}; it should be 0.9. "
                + "The eigenvalues of a triangular matrix are its diagonal")
        .Right(
            U => Stretch(U) >= 100,
            U => $"the radius is 0.9, and ten steps stretch some vector {Stretch(U):0.#} times",
            U => $"the radius is right. Ten steps stretch {Stretch(U):0.##} times at most. What does a large number "
                + "outside of the diagonal do to the powers of a triangular matrix?");

    private static double Radius(Matrix U) => Jacobian.SpectralRadius(U);

    private static double Stretch(Matrix U) => Jacobian.SingularValues(U.Power(10))[0];

    private static string YourStart(Func<Random, RecurrentLayer> start)
    {
        RecurrentLayer? layer = null;
        return Exercise.Check(() =>
            {
                layer = start(new Xoshiro256(1));
                return layer is Rnn { InputSize: 1, HiddenSize: 16 } && !IsUnchanged(layer)
                    ? Accuracies(start)
                    : layer is null ? null! : [];
            })
            .Needs(_ => layer is Rnn, "the layer should be an Rnn, which has no gate")
            .Needs(
                _ => layer is { InputSize: 1, HiddenSize: 16 }, "the layer should have one input and 16 units")
            .Needs(
                yours => yours.Length > 0,
                "these are still PyTorch's first weights. What keeps the length of a gradient?")
            .Right(
                yours => yours.All(accuracy => accuracy >= 0.95),
                yours => $"three seeds of three learn it; the accuracies are {Told(yours)}",
                yours => $"the accuracies are {Told(yours)}, and each should be 0.95 or more. "
                    + "Measure what is left at lag 79 before training. Which matrices, and which activation, keep it?");
    }

    private static bool IsUnchanged(RecurrentLayer layer) =>
        layer.Parameters.Zip(new Rnn(1, 16, new Xoshiro256(1)).Parameters)
            .All(pair => pair.First.Value.Values.SequenceEqual(pair.Second.Value.Values));

    private static double[] Accuracies(Func<Random, RecurrentLayer> start)
    {
        var experiment = new Experiment(new TwoSequenceTask(80), start) { Clip = 1 };
        return Seeds.Run([1, 2, 3], seed => experiment.Run(seed).Accuracy);
    }

    private static string Told(double[] accuracies) => string.Join(", ", accuracies.Select(a => $"{a:0.00}"));

    private static double Logistic(double a) => 1 / (1 + Math.Exp(-a));
}
