namespace Unrolled.Tests.Programs;

public sealed class LookingInsideTests
{
    [Fact]
    public void A_trained_layers_gates_and_states_are_those_of_its_equations_at_every_step()
    {
        // program
        AddingTask task = new(20);
        Xoshiro256 random = new(1);
        Lstm lstm = Initialize.KeepBias(new Lstm(task.InputSize, 16, random), 1);
        SequenceModel model = new(lstm, task.OutputSize, OutputAt.LastStep, random);
        model.Fit(task, new Adam(.01), steps: 800, batch: 32, clipNorm: 1, random);

        ValueExample[] test = task.Draw(200, new Xoshiro256(1000));
        SequencePass pass = model.Forward(model.Batch(test));
        LayerTrace trace = pass.Recurrent.Trace();
        Tensor cells = trace["c"];
        CellTrace equations = model.ToCell().Run(Sequence.OfRows(test[5].Inputs));
        double Difference(string name) => (trace.Matrix(name, sequence: 5) - equations.Matrix(name)).InfinityNorm();

        // How much of the sum is in each cell at the last step?
        double[] sums = [.. test.Select(example => example.Targets[^1][0])];
        double[] explained = [.. Enumerable.Range(0, 16).Select(unit =>
        {
            double[] held = [.. test.Select((_, b) => (double)cells[19, b, unit])];
            (double intercept, double slope) = MathNet.Numerics.Fit.Line(held, sums);
            return ExplainedVariance.ByPrediction(sums, [.. held.Select(c => intercept + slope * c)]);
        })];
        // end

        Assert.All(trace.Names, name => Assert.InRange(Difference(name), 0, 1e-4));
        Assert.Equal(pass.Output[5, 0], equations.Outputs[^1][0], 1e-5);
        Assert.InRange(model.Loss(test), 0, task.Baseline.Value / 10);
        Assert.InRange(explained.Max(), .5, 1);
    }
}
