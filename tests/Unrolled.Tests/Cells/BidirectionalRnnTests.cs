using FsCheck.Fluent;

namespace Unrolled.Tests.Cells;

public class BidirectionalRnnTests
{
    private const int Hidden = 3;

    public static TheoryData<string, int> KindsAndDepths => new()
    {
        { "RNN", 1 }, { "RNN", 2 }, { "RNN", 3 },
        { "LSTM", 1 }, { "LSTM", 2 }, { "LSTM", 3 },
        { "GRU", 1 }, { "GRU", 2 }, { "GRU", 3 },
    };

    [Theory]
    [MemberData(nameof(KindsAndDepths))]
    public void Every_gradient_agrees_with_central_differences(string kind, int depth) =>
        AssertGradientsAgree(kind, depth, length: 9, inputBound: 1);

    [Theory]
    [InlineData("RNN")]
    [InlineData("LSTM")]
    [InlineData("GRU")]
    public void Every_gradient_of_one_step_of_fifty_and_of_saturated_units_agrees_too(string kind)
    {
        AssertGradientsAgree(kind, depth: 3, length: 1, inputBound: 1);
        AssertGradientsAgree(kind, depth: 1, length: 50, inputBound: 1);
        AssertGradientsAgree(kind, depth: 3, length: 6, inputBound: 12);
    }

    [Theory]
    [MemberData(nameof(KindsAndDepths))]
    public void A_reversed_sequence_gives_the_reverse_of_the_network_with_its_directions_swapped(
        string kind, int depth) =>
        Prop.ForAll<int>(seed =>
        {
            var draw = new Draw(seed);
            var (network, readOut) = Make(draw, kind, depth);
            var swapped = new DeepBidirectionalRnn([.. network.Layers.Select(
                (layer, l) => new BidirectionalRnn(SwapInputs(layer.Backward, l), SwapInputs(layer.Forward, l)))]);
            var swappedReadOut = OutputLayer.Zeros(2 * Hidden, 2);
            SwapHalves(readOut.V).CopyTo(swappedReadOut.V);
            readOut.b_y.CopyTo(swappedReadOut.b_y);
            var xs = draw.Sequence(6, 2);

            var ys = Outputs(network, readOut, xs);
            var reversed = Outputs(swapped, swappedReadOut, [.. xs.Reverse()]);

            return ys.Zip(reversed.Reverse()).All(pair => (pair.First - pair.Second).InfinityNorm() < 1e-14);
        }).CheckSeeded(tests: 20);

    [Fact]
    public void The_output_is_both_states_side_by_side_each_read_from_its_own_end()
    {
        var draw = new Draw(seed: 2);
        var (forward, backward) = (draw.Weights(RnnCell.Zeros(2, 3)), draw.Weights(RnnCell.Zeros(2, 4)));
        var xs = draw.Sequence(5, 2);

        var ys = new BidirectionalRnn(forward, backward).Run(xs).Outputs;

        Assert.Equal(forward.Run(xs[..2]).Final.h, ys[1].SubVector(0, 3));
        Assert.Equal(backward.Run([.. xs[1..].Reverse()]).Final.h, ys[1].SubVector(3, 4));
    }

    [Fact]
    public void A_gradient_of_the_outputs_that_does_not_fit_is_refused_with_its_step()
    {
        var draw = new Draw(seed: 6);
        var layer = new BidirectionalRnn(RnnCell.Zeros(2, 3), RnnCell.Zeros(2, 3));
        var run = layer.Run(draw.Sequence(2, 2));

        Assert.StartsWith(
            "dys[0] has shape [5]; expected [6].",
            Assert.Throws<ArgumentException>(() => layer.Gradient(run, [draw.Vector(5), draw.Vector(6)])).Message);
        Assert.StartsWith(
            "dys[1] has shape [7]; expected [6].",
            Assert.Throws<ArgumentException>(() => layer.Gradient(run, [draw.Vector(6), draw.Vector(7)])).Message);
    }

    [Fact]
    public void Layers_that_do_not_fit_are_refused_with_both_sizes()
    {
        var inputs = Assert.Throws<ArgumentException>(
            () => new BidirectionalRnn(RnnCell.Zeros(2, 3), RnnCell.Zeros(3, 3)));
        Assert.Contains("backward reads 3 elements; expected 2, as forward does.", inputs.Message);
        var layer = new BidirectionalRnn(RnnCell.Zeros(2, 3), RnnCell.Zeros(2, 3));
        var stack = Assert.Throws<ArgumentException>(() => new DeepBidirectionalRnn(layer, layer));
        Assert.Contains("layers[1] reads 2 elements; expected 6, the output of layers[0].", stack.Message);
    }

    private static void AssertGradientsAgree(string kind, int depth, int length, double inputBound)
    {
        var draw = new Draw(seed: 1);
        var (network, readOut) = Make(draw, kind, depth);
        var xs = draw.Sequence(length, 2, inputBound);
        var targets = draw.Sequence(length, 2);
        var loss = new ScaledLoss(new SquaredError(), 1.0 / length);
        var initial = network.Layers.Select(layer => (draw.State(layer.Forward), draw.State(layer.Backward))).ToArray();
        double Loss() => SequenceLoss.Of(loss, Outputs(network, readOut, xs, initial), targets).Total;

        var run = network.Run(xs, initial);
        var ys = run.Outputs.Select(h => readOut.Forward(h).y).ToArray();
        var dys = SequenceLoss.Of(loss, ys, targets).Gradients;
        var dreadOut = readOut.ZerosLike();
        var dhs = run.Outputs.Select((h, t) => readOut.Backward(h, ys[t], dys[t], dreadOut).dh).ToArray();
        var gradient = network.Gradient(run, dhs);

        var report = GradientCheck.Compare(Loss,
        [
            .. ProbedTensor.OfParameters(network.Parameters, gradient.OfParameters),
            .. ProbedTensor.OfParameters(readOut.Parameters, dreadOut.Parameters),
            ProbedTensor.OfSequence("x", xs, gradient.OfInputs),
            .. initial.SelectMany((states, l) => ProbedTensor
                .OfState(states.Item1, gradient.Layers[l].Forward.OfInitialState)
                .Concat(ProbedTensor.OfState(states.Item2, gradient.Layers[l].Backward.OfInitialState))),
        ]);
        Assert.True(report.Worst.RelativeError <= 1e-7, report.ToString());
    }

    private static (DeepBidirectionalRnn Network, OutputLayer ReadOut) Make(Draw draw, string kind, int depth)
    {
        ICell Cell(int inputs) => draw.Weights<ICell>(kind switch
        {
            "RNN" => RnnCell.Zeros(inputs, Hidden),
            "LSTM" => LstmCell.Zeros(inputs, Hidden),
            _ => GruCell.Zeros(inputs, Hidden),
        });
        var layers = Enumerable.Range(0, depth).Select(l => l == 0 ? 2 : 2 * Hidden)
            .Select(inputs => new BidirectionalRnn(Cell(inputs), Cell(inputs)));
        var readOut = OutputLayer.Zeros(2 * Hidden, 2);
        Initialize.Uniform(readOut.Parameters, .7, draw.Random);
        return (new DeepBidirectionalRnn([.. layers]), readOut);
    }

    private static Vector[] Outputs(
        DeepBidirectionalRnn network,
        OutputLayer readOut,
        IReadOnlyList<Vector> xs,
        IReadOnlyList<(State, State)>? initial = null) =>
        [.. network.Run(xs, initial).Outputs.Select(h => readOut.Forward(h).y)];

    // Above the first layer the halves of the input are the two directions of the layer below, which trade places.
    private static ICell SwapInputs(ICell cell, int layer)
    {
        var copy = cell.ZerosLike();
        copy.Parameters.CopyFrom(cell.Parameters);
        foreach (var parameter in copy.Parameters.Where(parameter => layer > 0 && parameter.Name.StartsWith('W')))
        {
            var columns = Matrix.Build.DenseOfColumnMajor(
                parameter.Rows, parameter.Columns, parameter.Values.ToArray());
            SwapHalves(columns).ToColumnMajorArray().CopyTo(parameter.Values, 0);
        }

        return copy;
    }

    private static Matrix SwapHalves(Matrix matrix) =>
        matrix.SubMatrix(0, matrix.RowCount, Hidden, Hidden).Append(matrix.SubMatrix(0, matrix.RowCount, 0, Hidden));
}
