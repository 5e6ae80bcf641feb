namespace Unrolled;

/// <summary>One layer, a linear head on its last step, mean squared error, gradients clipped at norm 1.</summary>
internal static class TrainingBatch
{
    internal static Computation Of(TrainingCase recorded)
    {
        Computation computation = new(recorded, Tolerances.OfLayers);
        TrainingDataCase data = recorded.Minibatches;
        (int steps, int time, int batch) = (data.Steps, data.SeqLen, data.Batch);
        Tensor x = data.Tensors.Require("x", steps, time, batch, 2).ToTensor();
        Tensor targets = data.Tensors.Require("y", steps, batch, 1).ToTensor();
        SequenceModel model = new(
            RecurrentLayers.Create(recorded.Kind, 2, recorded.HiddenSize),
            Dense.Zeros(recorded.HiddenSize, 1),
            OutputAt.LastStep);
        model.Parameters.Load(recorded.Tensors, "initial.");

        SequenceBatch Batch(long step, Random random) => new(
            x.Slice((int)step, 1).Reshaped(time, batch, 2),
            new ValueTargets(targets.Slice((int)step, 1).Reshaped(batch, 1)));
        TrainingHistory history = model.Fit(
            Batch, Optimizer(recorded.Optimizer), steps, clipNorm: 1, new Xoshiro256(0));

        computation.Compute(NamedTensor.Create("losses", [steps], [.. history.Losses]));
        computation.Compute(NamedTensor.Create("grad_norms", [steps], [.. history.GradientNorms]));
        foreach (NamedTensor weight in model.Parameters.ToTensors())
            computation.ComputeTrained(weight);
        return computation;
    }

    private static Optimizer Optimizer(OptimizerKind kind) => kind switch
    {
        OptimizerKind.SgdMomentum => new Sgd(.05, .9),
        OptimizerKind.RmsProp => new RmsProp(1e-3, .99, 1e-8),
        OptimizerKind.Adam => new Adam(1e-2, .9, .999, 1e-8),
        _ => throw new NotSupportedException($"The optimizer {kind} cannot be computed."),
    };
}
