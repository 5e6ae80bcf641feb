namespace Unrolled;

/// <summary>The checks of chapter 12's exercises.</summary>
internal static class Chapter12
{
    /// <summary>The checks, in the order of the exercises.</summary>
    public static IEnumerable<ExerciseCheck> Checks =>
    [
        ExerciseCheck.Of<Func<double[], double[], double>>("12-1", Error),
        ExerciseCheck.Of<Func<double[], int, double[]>>("12-2", FromOnnx),
        ExerciseCheck.Of<Func<double, double, (double Sgd, double Adam)>>("12-3", Moves),
        ExerciseCheck.Of<Func<(double r, double z, double n, double hn)>>("12-4", Factors),
        ExerciseCheck.Of<Func<double, double, double>>("12-5", TorchNorm),
    ];

    private static string Error(Func<double[], double[], double> answer)
    {
        (double[] Found, double[] Recorded)[] cases =
        [
            ([1e-9, -4, 2], [2e-9, -5, 2]),
            ([.5, 1], [1.5, 1]),
            ([3, 0, 0, 0], [3, 0, 0, 1.5]),
            ([3, -4], [1, 2]),
        ];
        double[] of(Func<double[], double[], double> formula) =>
            [.. cases.Select(one => formula([.. one.Found], [.. one.Recorded]))];
        static double[] differences(double[] a, double[] b) => [.. a.Zip(b, (x, y) => Math.Abs(x - y))];
        static double size(double[] values) => values.Max(Math.Abs);

        return Exercise.Check(() => of(answer))
            .Mistake(
                of((a, b) => a.Zip(b, (x, y) => x == y ? 0 : Math.Abs(x - y) / Math.Abs(y)).Max()),
                "this divides entry by entry, and an entry near zero then decides. Divide once, by the largest")
            .Mistake(
                of((a, b) => differences(a, b).Max() / size(a)),
                "this divides by the size of what was found; the recorded tensor is the measure")
            .Mistake(
                of((a, b) => differences(a, b).Average() / size(b)),
                "this is the mean difference. One wrong entry among thousands must not be averaged away")
            .Mistake(of((a, b) => differences(a, b).Max()), "this is not relative yet: divide by max|b|")
            .Mistake(
                of((a, b) => a.Zip(b, (x, y) => x - y).Max() / size(b)),
                "a difference may be negative: take its absolute value first")
            .Mistake(
                of((a, b) => differences(a, b).Max() / b.Max()),
                "an entry of b may be negative: the largest is meant by its absolute value")
            .Right(
                of((a, b) => differences(a, b).Max() / size(b)),
                "max|a − b| / max|b|, one number for the whole tensor",
                otherwise: "the largest |a − b| of the tensor, divided by the largest |b|");
    }

    private static string FromOnnx(Func<double[], int, double[]> answer)
    {
        (double[] Rows, int Hidden)[] cases =
            [([1, 2, 3, 4], 1), ([11, 12, 21, 22, 31, 32, 41, 42], 2)];
        double[][] of(Func<double[], int, double[]> formula) =>
            [.. cases.Select(one => formula([.. one.Rows], one.Hidden))];
        static Func<double[], int, double[]> blocks(params int[] order) => (rows, hidden) =>
            [.. order.SelectMany(block => rows.Skip(block * hidden).Take(hidden))];

        return Exercise.Check(() => of(answer))
            .Mistake(of((rows, _) => rows), "these are still the rows in ONNX's order")
            .Mistake(
                of(blocks(0, 3, 1, 2)),
                "this is the way back, from torch's order to ONNX's. Where does ONNX keep f?")
            .Mistake(of(blocks(0, 2, 1, 3)), "i and f are right; g is ONNX's last block and o its second")
            .Mistake(
                of((rows, hidden) =>
                    [.. new[] { 0, 2, 3, 1 }.SelectMany(gate => Enumerable.Range(0, hidden)
                        .Select(unit => rows[unit * 4 + gate]))]),
                "the rows of one gate stand together, a block of H; you take every fourth row")
            .Right(
                of(blocks(0, 2, 3, 1)),
                "i stays first, f is ONNX's third block, g its fourth and o its second",
                otherwise: "torch wants i, f, g, o, each a block of H rows; ONNX has i, o, f, g");
    }

    private static string Moves(Func<double, double, (double Sgd, double Adam)> answer)
    {
        (double Rate, double Gradient)[] cases = [(.1, .5), (.01, -3)];
        double[][] of(Func<double, double, (double Sgd, double Adam)> formula) =>
            [.. cases.Select(one => formula(one.Rate, one.Gradient)).Select(move => new[] { move.Sgd, move.Adam })];

        return Exercise.Check(() => of(answer))
            .Mistake(
                of((rate, g) => (-rate * g, -rate * Math.Sign(g))),
                "this is how far one of the two biases moves; asked is their sum")
            .Mistake(of((rate, g) => (2 * rate * g, 2 * rate * Math.Sign(g))), "the sign: a step goes down the slope")
            .Mistake(
                of((rate, g) => (-2 * rate * g, -2 * rate * g)),
                "gradient descent is right. Adam's first step does not depend on the size of g: m̂/√v̂ is g/|g|")
            .Mistake(
                of((rate, g) => (-2 * rate * g, -rate * Math.Sign(g))),
                "gradient descent is right. With Adam, too, both biases move")
            .Mistake(
                of((rate, g) => (-4 * rate * g, -2 * rate * Math.Sign(g))),
                "each bias has the gradient g of the sum, and not 2 g")
            .Right(
                of((rate, g) => (-2 * rate * g, -2 * rate * Math.Sign(g))),
                "both move twice as far: gradient descent by 2ηg, and Adam by 2η, whatever g is",
                otherwise: "each of the two biases has the gradient g. How far does each move, and then their sum?");
    }

    private static string Factors(Func<(double r, double z, double n, double hn)> answer)
    {
        double apart = double.NaN;
        return Exercise.Check(answer)
            .Mistake(
                (1.0, 1.0, 1.0, 1.0),
                "this is how the equations train by themselves; torch moves some sums twice as far")
            .Mistake(
                (2.0, 2.0, 2.0, 2.0),
                "r and z are right. In n, GruCell keeps torch's two biases apart, since b_hn stands inside the product "
                    + "with r")
            .Mistake(
                (2.0, 2.0, 2.0, 1.0), "r, z and b_hn are right. Which of torch's biases does b_n hold: a sum, or one?")
            .Mistake(
                (1.0, 1.0, 2.0, 2.0), "the other way round: which gates of GruCell have one bias for torch's two?")
            .Right(
                factors => (apart = GruDistance(factors)) < 1e-6,
                _ => $"in 50 steps the losses part by at most {apart:0.0e+00} of the first, which is rounding",
                _ => $"in 50 steps the losses part by {apart:0.0e+00} of the first. A factor is 2 where GruCell has "
                    + "one bias in the place of torch's two, and 1 where it has the same bias");
    }

    // The equations of a GRU against its layer, by plain gradient descent with a factor at each bias's gradient: the
    // largest difference of their losses, as a share of the first.
    private static double GruDistance((double r, double z, double n, double hn) factors)
    {
        const double rate = .1;
        const int steps = 50;
        Xoshiro256 random = new(12);
        ValueExample[] examples = new AddingTask(10).Draw(8, random);
        SequenceModel torch = new(new Gru(2, 4, random), 1, OutputAt.LastStep, random);
        CellWithOutput equations = torch.ToCell();
        SequenceBatch batch = torch.Batch(examples);
        IReadOnlyList<double> theirs =
            torch.Fit((_, _) => batch, new Sgd(rate), steps, clipNorm: null, random).Losses;

        Sgd optimizer = new(rate);
        double apart = 0;
        for (int step = 0; step < steps; step++)
        {
            (CellWithOutput gradient, double loss) = MeanLoss(equations, examples);
            GruCell of = (GruCell)gradient.Layer;
            of.b_r.Multiply(factors.r, of.b_r);
            of.b_z.Multiply(factors.z, of.b_z);
            of.b_n.Multiply(factors.n, of.b_n);
            of.b_hn.Multiply(factors.hn, of.b_hn);
            optimizer.Step(equations.Parameters, gradient.Parameters);
            apart = Math.Max(apart, Math.Abs(loss - theirs[step]) / theirs[0]);
        }

        return apart;
    }

    // The mean squared error at the last step, and its gradient.
    private static (CellWithOutput Gradient, double Loss) MeanLoss(CellWithOutput model, ValueExample[] examples)
    {
        CellWithOutput sum = model.ZerosLike();
        double total = 0;
        foreach (ValueExample example in examples)
        {
            CellTrace run = model.Run(Sequence.OfRows(example.Inputs));
            Vector error = run.Outputs[^1] - Vector.Build.Dense(example.Targets[^1]);
            Vector[] dys = [.. run.Outputs.Select(y => 0 * y)];
            dys[^1] = 2 * error / examples.Length;
            sum.Parameters.Accumulate(
                BackpropagationThroughTime.Gradient(model, run, dys).OfParameters.Parameters);
            total += error.DotProduct(error);
        }

        return (sum, total / examples.Length);
    }

    private static string TorchNorm(Func<double, double, double> answer)
    {
        (double Weights, double Biases)[] cases = [(3, 4), (1, 1), (.5, 2)];
        double[] of(Func<double, double, double> formula) =>
            [.. cases.Select(one => formula(one.Weights, one.Biases))];

        return Exercise.Check(() => of(answer))
            .Mistake(
                of((weights, biases) => Math.Sqrt(weights * weights + biases * biases)),
                "this is the norm of the equations' gradient, with one bias. How many does torch count?")
            .Mistake(
                of((weights, biases) => Math.Sqrt(weights * weights + 4 * biases * biases)),
                "this is as if one bias had twice the gradient. There are two, each with the gradient b: b² + b²")
            .Mistake(
                of((weights, biases) => weights + 2 * biases), "norms add as squares: √(‖w‖² + …)")
            .Right(
                of((weights, biases) => Math.Sqrt(weights * weights + 2 * biases * biases)),
                "√(‖w‖² + 2‖b‖²): torch clips a little earlier than the equations would",
                otherwise: "the squared norm is the sum of the squares of all gradients, and torch has both biases in "
                    + "it");
    }
}
