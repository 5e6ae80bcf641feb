namespace Unrolled;

/// <summary>One layer, a linear head on its last step, mean squared error, gradients clipped at norm 1.</summary>
internal static class TrainingComputation
{
    internal static Computation Of(TrainingCase recorded)
    {
        Computation computation = new(recorded, Tolerances.OfEquations);
        (int steps, int time, int batch) = (
            recorded.Minibatches.Steps, recorded.Minibatches.SeqLen, recorded.Minibatches.Batch);
        double[] xs = recorded.Minibatches.Tensors.Require("x", steps, time, batch, 2).ToDoubles();
        double[] targets = recorded.Minibatches.Tensors.Require("y", steps, batch, 1).ToDoubles();
        TorchTraining training = new(
            RecurrentCells.Create(recorded.Kind, 2, recorded.HiddenSize),
            1,
            recorded.Tensors,
            Optimizer(recorded.Optimizer));

        double[] losses = new double[steps];
        double[] norms = new double[steps];
        for (int step = 0; step < steps; step++)
        {
            double[] values = xs.AsSpan(step * time * batch * 2, time * batch * 2).ToArray();
            BatchTensor x = new(NamedTensor.Create("x", [time, batch, 2], values));
            CellWithOutput model = training.Model();
            CellWithOutput sums = model.ZerosLike();
            for (int b = 0; b < batch; b++)
                losses[step] += Learn(model, x.Sequence(b, time), targets[step * batch + b], batch, sums.Parameters);
            norms[step] = training.Step(sums, [], clipAt: 1);
        }

        computation.Compute(NamedTensor.Create("losses", [steps], losses));
        computation.Compute(NamedTensor.Create("grad_norms", [steps], norms));
        foreach (NamedTensor weight in training.Weights)
            computation.ComputeTrained(weight);
        return computation;
    }

    // One sequence's share of the batch's mean loss; its share of the gradients is added to the sums.
    private static double Learn(CellWithOutput model, Vector[] xs, double target, int batch, ParameterSet sums)
    {
        CellTrace run = model.Run(xs);
        Vector?[] targets = new Vector?[xs.Length];
        targets[^1] = Vector.Build.Dense(1, target);
        SequenceLoss loss = SequenceLoss.Of(new MeanSquaredError(), run.Outputs, targets);
        CellGradient gradient = BackpropagationThroughTime.Gradient(
            model, run, [.. loss.Gradients.Select(dy => dy / batch)]);
        sums.Accumulate(gradient.OfParameters.Parameters);
        return loss.Total / batch;
    }

    private static Optimizer Optimizer(OptimizerKind kind) => kind switch
    {
        OptimizerKind.SgdMomentum => new Sgd(.05, .9),
        OptimizerKind.RmsProp => new RmsProp(1e-3, .99, 1e-8),
        OptimizerKind.Adam => new Adam(1e-2, .9, .999, 1e-8),
        _ => throw new NotSupportedException($"The optimizer {kind} cannot be computed."),
    };
}
