using MathNet.Numerics.LinearAlgebra;
using static Unrolled.Pointwise;

namespace Unrolled;

/// <summary>The checks of chapter 07's exercises.</summary>
internal static class Chapter07
{
    private const int Units = 16;

    private delegate Vector<double>[] DeepBidirectionalStub(
        (RnnCell Forward, RnnCell Backward)[] layers, Vector<double>[] x);

    private delegate Vector<double>[] InputGradientsStub(
        RnnCell forward, RnnCell backward, Vector<double>[] forwardStates, Vector<double>[] backwardStates,
        Vector<double>[] dForward, Vector<double>[] dBackward);

    /// <summary>The checks, in the order of the exercises.</summary>
    public static IEnumerable<ExerciseCheck> Checks =>
    [
        ExerciseCheck.Of<Func<int, int, int, int>>("07-1", ParameterCount),
        ExerciseCheck.Of<DeepBidirectionalStub>("07-2", DeepBidirectional),
        ExerciseCheck.Of<InputGradientsStub>("07-3", InputGradients),
        ExerciseCheck.Of<Func<RnnCell>>("07-4", ThreeStepsAhead),
        ExerciseCheck.Of<Func<(Matrix<double> W, Vector<double> b, Vector<double> v, double c)>>("07-5", BothSides),
        ExerciseCheck.Of<Action<RecurrentLayer>>("07-6", OneCrossing),
    ];

    private static string ParameterCount(Func<int, int, int, int> answer)
    {
        (int I, int H, int L)[] sizes = [(3, 4, 1), (3, 4, 2), (5, 7, 3), (8, 2, 4)];
        int[] counts(Func<int, int, int, int> formula) => [.. sizes.Select(one => formula(one.I, one.H, one.L))];
        int[] stacked(Func<int, int, int> ofLayer, int directions = 2) => counts(
            (I, H, L) => directions * (ofLayer(I, H) + (L - 1) * ofLayer(2 * H, H)));
        static int block(int inputs, int H) => H * (inputs + H + 1);

        return Exercise.Check(() => counts(answer))
            .Mistake(stacked(block, directions: 1), "each direction of a layer has parameters of its own")
            .Mistake(
                counts((I, H, L) => 2 * (block(I, H) + (L - 1) * block(H, H))),
                "one layer is right. How long is the vector that the second layer reads?")
            .Mistake(
                counts((I, H, L) => L * 2 * block(I, H)),
                "one layer is right. The second layer does not read the inputs")
            .Mistake(
                counts((I, H, L) => L * block(I, H)),
                "each direction has parameters of its own, and the second layer does not read the inputs")
            .Mistake(
                counts((I, H, L) => 2 * block(I, H) + (L - 1) * block(2 * H, H)),
                "the first layer is right. A further layer has two directions, too")
            .Mistake(
                counts((I, H, L) => 2 * (block(I, H) + (L - 1) * H * (4 * H + 1))),
                "one layer is right. A further layer reads 2H numbers, but a state's own U leads from H to H units")
            .Mistake(stacked((inputs, H) => H * (inputs + H)), "the biases are missing")
            .Mistake(stacked((inputs, H) => H * (inputs + H + 2)), "this is PyTorch's count, with two biases")
            .Right(
                stacked(block),
                "2H(I + H + 1) for the first layer and 2H(3H + 1) for each further one, because it reads 2H numbers",
                otherwise: "begin with one direction of one layer: W, U and b");
    }

    private static string DeepBidirectional(DeepBidirectionalStub answer)
    {
        var random = new Xoshiro256(72);
        (RnnCell Forward, RnnCell Backward)[] layers =
        [
            (new RnnCell(2, 3, random, bound: 1), new RnnCell(2, 3, random, bound: 1)),
            (new RnnCell(6, 4, random, bound: 1), new RnnCell(6, 4, random, bound: 1)),
        ];
        Vector<double>[] xs = [.. Enumerable.Range(0, 6).Select(_ => Uniform.DrawVector(2, bound: 1, random))];
        BidirectionalRun lower = new BidirectionalRnn(layers[0].Forward, layers[0].Backward).Run(xs);
        var second = new BidirectionalRnn(layers[1].Forward, layers[1].Backward);
        BidirectionalRun upper = second.Run(lower.Outputs);

        static Vector<double> join(Vector<double> a, Vector<double> b) =>
            Vector<double>.Build.DenseOfEnumerable(a.Concat(b));
        Vector<double>[] joined(IEnumerable<Vector<double>> a, IEnumerable<Vector<double>> b) => [.. a.Zip(b, join)];
        var forward = upper.Forward.Outputs;
        var backward = upper.Backward.Outputs;
        var swapped = second.Run(joined(lower.Backward.Outputs.Reverse(), lower.Forward.Outputs));

        return Exercise.Check(() => answer([.. layers], [.. xs]))
            .Mistake(lower.Outputs, "these are the states of the first layer. The second reads them")
            .Mistake(
                joined(backward.Reverse(), forward),
                "both directions are right; the forward state is the upper half of the pair")
            .Mistake(
                swapped.Outputs,
                "the second layer has read the pair the wrong way round: the forward state is its upper half")
            .Mistake(joined(forward, backward), "the backward states are in the order in which they were computed")
            .Mistake(forward, "only the forward states of the highest layer are there")
            .Mistake(backward.Reverse().ToArray(), "only the backward states of the highest layer are there")
            .Right(
                upper.Outputs, "your two layers agree with the library's DeepBidirectionalRnn",
                otherwise: "each layer reads the joined states of the one below, both directions of them");
    }

    private static string InputGradients(InputGradientsStub answer)
    {
        var random = new Xoshiro256(73);
        RnnCell forward = new(3, 4, random, bound: 1), backward = new(3, 4, random, bound: 1);
        Vector<double>[] draw(int size) =>
            [.. Enumerable.Range(0, 6).Select(_ => Uniform.DrawVector(size, bound: 1, random))];
        var network = new BidirectionalRnn(forward, backward);
        BidirectionalRun run = network.Run(draw(3));
        Vector<double>[] forwardStates = [.. run.Forward.Outputs], backwardStates = [.. run.Backward.Outputs.Reverse()];
        Vector<double>[] dForward = draw(4), dBackward = draw(4);
        var right = network.Gradient(
            run, [.. dForward.Zip(dBackward, (a, b) => Vector<double>.Build.DenseOfEnumerable(a.Concat(b)))]).OfInputs;

        Vector<double>[] byForward(int next, bool tanh = true) => Through(forward, forwardStates, dForward, next, tanh);
        Vector<double>[] byBackward(int next, bool tanh = true) =>
            Through(backward, backwardStates, dBackward, next, tanh);
        static Vector<double>[] sum(Vector<double>[] a, Vector<double>[] b) => [.. a.Zip(b, (x, y) => x + y)];

        return Exercise.Check(() => answer(
                forward, backward, [.. forwardStates], [.. backwardStates], [.. dForward], [.. dBackward]))
            .Mistake(
                sum(byForward(1), byBackward(1)),
                "the forward direction is right. A backward state at t was read at t − 1, and from there its error "
                    + "comes")
            .Mistake(
                sum(byForward(-1), byBackward(-1)),
                "the backward direction is right. A forward state at t was read at t + 1, and from there its error "
                    + "comes")
            .Mistake(
                sum(byForward(-1), byBackward(1)),
                "both errors come from the wrong neighbour: who read the state?")
            .Mistake(
                sum(byForward(0), byBackward(0)),
                "a state is read by the read-out and by its neighbour; the neighbours' errors are missing")
            .Mistake(sum(byForward(1), byBackward(0)), "a backward state was read by its neighbour, too")
            .Mistake(byForward(1), "the backward direction has read the input as well")
            .Mistake(byBackward(-1), "the forward direction has read the input as well")
            .Mistake(
                sum(byForward(1, tanh: false), byBackward(-1, tanh: false)),
                "the derivative of tanh is missing: 1 − h ⊙ h")
            .Right(
                right,
                "each direction hands its error against its own reading, and an input gets the sum of both",
                otherwise: "write dL/dh, dL/da and dL/dx of one direction first, and compare a single step");
    }

    // dL/dx through one direction whose states get their error from the next step, from the one before or from none.
    private static Vector<double>[] Through(
        RnnCell w, Vector<double>[] h, Vector<double>[] dh, int next, bool tanh)
    {
        var da = new Vector<double>[h.Length];
        var order = Enumerable.Range(0, h.Length);
        foreach (int t in next > 0 ? order.Reverse() : order)
        {
            var all = next != 0 && t + next >= 0 && t + next < h.Length
                ? dh[t] + w.U.TransposeThisAndMultiply(da[t + next])
                : dh[t];
            da[t] = tanh ? all.Times(1 - h[t].Times(h[t])) : all;
        }

        return [.. da.Select(error => w.W.TransposeThisAndMultiply(error))];
    }

    private static string ThreeStepsAhead(Func<RnnCell> answer)
    {
        const int ahead = 3;
        double[] bits = [1, 0, 1, 1, 0, 0, 0, 1, 1, 1, 0, 1, 0, 0, 1, 1, 1, 0];
        double[] last(RnnCell cell) =>
            [.. cell.Run(Sequence.OfScalars(bits.Reverse())).Outputs.Reverse().Select(h => h[^1])];
        bool says(RnnCell cell, int lead) => Enumerable.Range(0, bits.Length)
            .Where(t => t + lead >= 0 && t + lead < bits.Length)
            .All(t => Math.Abs(last(cell)[t] - bits[t + lead]) < 1e-9);

        return Exercise.Check(answer)
            .Needs(
                cell => cell.InputSize == 1 && cell.OutputSize == 4 && cell.Activation == Activation.Relu,
                "the cell has one input and four ReLU units")
            .Mistake(
                cell => last(cell).All(h => h == 0),
                "the last unit is 0 at every step. From which unit shall it get its value? U[i, j] leads from unit j "
                    + "to unit i")
            .Mistake(cell => says(cell, 0), "the last unit is x of the same step. Who hands it the bits of later ones?")
            .Mistake(
                cell => says(cell, 1),
                "the last unit is x one step later; each hand-over from unit to unit is a step")
            .Mistake(cell => says(cell, 2), "the last unit is x two steps later. How many hand-overs are needed?")
            .Right(
                cell => says(cell, ahead),
                _ => "four units in a row hand the bit on, one a step: the last has read x three steps before, and "
                    + "reading backwards that is three steps later",
                cell =>
                {
                    int t = Enumerable.Range(0, bits.Length - ahead)
                        .First(t => Math.Abs(last(cell)[t] - bits[t + ahead]) >= 1e-9);
                    return $"at t = {t + 1} the last unit is {last(cell)[t]:G3}, and x three steps later is "
                        + $"{bits[t + ahead]}";
                });
    }

    private static string BothSides(
        Func<(Matrix<double> W, Vector<double> b, Vector<double> v, double c)> answer)
    {
        (int p, int f)[] patterns = [(0, 0), (0, 1), (1, 0), (1, 1)];
        double z((Matrix<double> W, Vector<double> b, Vector<double> v, double c) net, (int p, int f) at) =>
            net.v * Tanh(net.W * Vector<double>.Build.Dense([at.p, at.f]) + net.b) + net.c;
        int right((Matrix<double> W, Vector<double> b, Vector<double> v, double c) net) =>
            patterns.Count(at => at.p == at.f ? z(net, at) < 0 : z(net, at) > 0);
        int opposite((Matrix<double> W, Vector<double> b, Vector<double> v, double c) net) =>
            patterns.Count(at => at.p == at.f ? z(net, at) > 0 : z(net, at) < 0);

        return Exercise.Check(answer)
            .Needs(net => net.W is not null && net.b is not null && net.v is not null, "give all four: W, b, v and c")
            .Needs(
                net => net.W.RowCount == 2 && net.W.ColumnCount == 2 && net.b.Count == 2 && net.v.Count == 2,
                "W is 2 × 2, and b and v have two numbers each")
            .Mistake(
                net => right(net) < 4 && Enumerable.Range(0, 2).All(i => net.W[i, 0] == 0 || net.W[i, 1] == 0),
                "each of your units reads one direction alone, so that z is a(p) + b(f): the proof says that this "
                    + "cannot do it")
            .Mistake(net => opposite(net) == 4, "z says the opposite: it is above 0 where the bits are equal")
            .Mistake(
                net => net.W.Row(0).Equals(net.W.Row(1)) && net.b[0] == net.b[1],
                "both units are the same; let one say “at least one bit” and the other “both”")
            .Right(
                net => right(net) == 4,
                net => "right on all four patterns: z = "
                    + string.Join(", ", patterns.Select(at => $"{z(net, at):F2} for {at.p}{at.f}")),
                net =>
                {
                    (int p, int f) at = patterns.First(at => at.p == at.f ? !(z(net, at) < 0) : !(z(net, at) > 0));
                    return $"right on {right(net)} of the four patterns; for {at.p} and {at.f} z is {z(net, at):F2}";
                });
    }

    private static string OneCrossing(Action<RecurrentLayer> answer)
    {
        Rnn fresh() => new(1, Units, new Xoshiro256(76), layers: 2, bidirectional: true);
        Rnn untouched = fresh();

        // Whether exactly these weights are 0 after the cut, and all others as they were.
        bool cuts(Rnn rnn, Func<string, int, bool> isCut) => rnn.Parameters.All(parameter =>
        {
            Tensor now = parameter.Value, before = untouched.Parameters[parameter.Name].Value;
            int columns = now.Shape.Count == 2 ? now.Shape[1] : 1;
            return Enumerable.Range(0, now.Count).All(i =>
                now.Values[i] == (isCut(parameter.Name, i % columns) ? 0 : before.Values[i]));
        });
        bool toForward(string name, int column) => name == "weight_ih_l1" && column >= Units;
        bool toBackward(string name, int column) => name == "weight_ih_l1_reverse" && column < Units;

        double share(int seed)
        {
            var task = new PastXorFutureTask(20, 1);
            var source = new Xoshiro256(seed);
            Rnn rnn = new(1, Units, source, layers: 2, bidirectional: true);
            var model = new SequenceModel(rnn, task.OutputSize, OutputAt.EveryStep, source);
            model.Fit(
                (_, draws) =>
                {
                    answer(rnn);
                    return model.Batch(task.Draw(32, draws));
                },
                new Adam(.01), steps: 300, clipNorm: 1, source);
            answer(rnn);
            return model.Accuracy(task.Draw(500, new Xoshiro256(1000 + seed)));
        }

        return Exercise.Check(() =>
            {
                Rnn rnn = fresh();
                answer(rnn);
                return rnn;
            })
            .Mistake(rnn => cuts(rnn, (_, _) => false), "nothing is cut yet")
            .Mistake(
                rnn => cuts(rnn, (name, column) => toForward(name, column) || toBackward(name, column)),
                "both crossings are cut: these are the two networks side by side")
            .Mistake(
                rnn => cuts(rnn, toBackward),
                "you have cut the crossing into the backward units; cut the one into the forward units")
            .Mistake(
                rnn => cuts(rnn, (name, column) => name == "weight_ih_l1" && column < Units),
                "the forward units have lost their own direction and kept the other. Which columns read the backward "
                    + "states?")
            .Mistake(
                rnn => cuts(rnn, (name, _) => name.StartsWith("weight_hh_l1", StringComparison.Ordinal)),
                "this cuts the recurrence of the second layer, and no crossing")
            .Right(
                rnn => cuts(rnn, toForward),
                _ => "shares of right answers with one crossing, three seeds: "
                    + string.Join(", ", Seeds.Run([1, 2, 3], share).Select(right => $"{right:F3}"))
                    + ". The backward units of the second layer compute the answer: they alone read both directions",
                _ => "exactly the weights from the backward states into the forward units of the second layer are to "
                    + "be 0: 16 columns of weight_ih_l1");
    }
}
