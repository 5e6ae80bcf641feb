namespace Unrolled.Charts.Tests.Diagrams;

public class TruncationDiagramTests
{
    [Fact]
    public void The_losses_of_a_window_go_back_to_the_same_step() => Assert.Equal(
        [
            "TBPTT(2, 3) over 5 steps",
            "The loss of step 1 goes back through 1 step, to step 1.",
            "The loss of step 2 goes back through 2 steps, to step 1.",
            "The loss of step 3 goes back through 2 steps, to step 2.",
            "The loss of step 4 goes back through 3 steps, to step 2.",
            "The loss of step 5 goes back through 3 steps, to step 3.",
        ],
        new TruncationDiagram(steps: 5, k1: 2, k2: 3).ToString().Split('\n')[..6]);

    [Fact]
    public void What_is_left_out_is_counted()
    {
        // Rows 3, 4 and 5 begin at 2, 2 and 3.
        Assert.Contains("Of the 15 ways from a loss to a step, 4 are left out.", Summary(5, 2, 3));
        Assert.Contains("Nothing is left out", Summary(5, 2, 5));
        Assert.StartsWith("After every step its loss goes back through at most 1 step.", Summary(5, 1, 1));
        Assert.Contains("the newest loss through 6, the oldest of them through 4.", Summary(12, 3, 6));
    }

    // What the picture says is what the algorithm does: which inputs change the gradient that a window hands out.
    [Theory]
    [InlineData(7, 1, 3)]
    [InlineData(7, 2, 3)]
    [InlineData(7, 3, 5)]
    public void The_picture_is_true_of_the_algorithm(int steps, int k1, int k2)
    {
        var network = new CellWithOutput(
            new RnnCell(1, 2, new Xoshiro256(5)), new OutputLayer(2, 1, new Xoshiro256(6)));
        Vector[] xs = Sequence.OfScalars([.. Enumerable.Range(1, steps).Select(t => Math.Sin(t))]);
        var model = new TruncationModel(null, steps, k1, k2);

        for (int loss = 1; loss <= steps; loss++)
        {
            var targets = new Vector?[steps];
            targets[loss - 1] = Vector.Build.Dense(1, 1.0);
            double[] whole = Gradient(network, xs, targets, steps, steps);
            double[] cut = Gradient(network, xs, targets, k1, k2);
            bool complete = whole.Zip(cut, (a, b) => Math.Abs(a - b)).Max() < 1e-12;
            Assert.Equal(model.Reach(loss) == 1, complete);
        }
    }

    [Fact]
    public void Wrong_lengths_are_refused()
    {
        Refused("steps is 25; expected 1 to 24.", () => new TruncationDiagram(25, 1, 1));
        Refused("k1 is 0; expected at least 1.", () => new TruncationDiagram(5, 0, 1));
        Refused("k2 is 2; expected at least k1, 3.", () => new TruncationDiagram(5, 3, 2));
    }

    private static double[] Gradient(ICell network, Vector[] xs, Vector?[] targets, int k1, int k2)
    {
        var sum = new double[network.Parameters.ParameterCount];
        new TruncatedBackpropagationThroughTime(k1, k2).Pass(network, xs, targets, new SquaredError(), gradient =>
        {
            double[] window = [.. gradient.SelectMany(parameter => parameter.Values.ToArray())];
            for (int i = 0; i < sum.Length; i++)
                sum[i] += window[i];
        });
        return sum;
    }

    private static string Summary(int steps, int k1, int k2) =>
        new TruncationDiagram(steps, k1, k2).ToString().Split('\n')[^1];

    private static void Refused(string message, Func<object> make) =>
        Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(make).Message);
}
