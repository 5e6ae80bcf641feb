using Unrolled.Equations;
using Unrolled.Equations.Foundations;
using Unrolled.Equations.Interchange;
using Unrolled.Equations.Learning;
using Unrolled.ReferenceCases;
using Unrolled.Weights;
using Vector = MathNet.Numerics.LinearAlgebra.Vector<double>;

namespace Unrolled.Tests.Equations.Reference;

/// <summary>
/// A hundred steps of training, each loss and norm, and the weights that come out, as TorchSharp had them.
/// </summary>
public class TrainingCaseTests
{
    private const double Tolerance = 1e-8;

    public static TheoryData<string> Trainings => Recorded.NamesOf<TrainingCase>();

    public static TheoryData<string> LanguageModels => Recorded.NamesOf<LanguageModelCase>();

    [Theory]
    [MemberData(nameof(Trainings))]
    public void Every_loss_and_norm_of_a_training_is_TorchSharps(string name)
    {
        var recorded = Recorded.Case<TrainingCase>(name);
        var minibatches = recorded.Minibatches;
        var network = new WithReadOut(
            RecurrentCaseTests.MakeCell(recorded.Kind, 2, recorded.HiddenSize), new ReadOut(recorded.HiddenSize, 1));
        var parameters = TorchParameters.Of(recorded.Tensors, "initial.");
        IOptimizer optimizer = recorded.Optimizer switch
        {
            OptimizerKind.SgdMomentum => new Momentum(.05, .9),
            OptimizerKind.Adam => new Adam(1e-2),
            _ => new RmsProp(1e-3),
        };
        double[] xs = minibatches.Tensors["x"].ToDoubles();
        double[] ys = minibatches.Tensors["y"].ToDoubles();

        var (losses, norms) = (new double[minibatches.Steps], new double[minibatches.Steps]);
        for (int step = 0; step < minibatches.Steps; step++)
        {
            Read(network, parameters.File);
            var d = network.ZerosLike();
            for (int b = 0; b < minibatches.Batch; b++)
            {
                var x = Enumerable.Range(0, minibatches.SeqLen).Select(t => Vector.Build.Dense(
                    [.. xs.AsSpan(((step * minibatches.SeqLen + t) * minibatches.Batch + b) * 2, 2)]));
                var target = Vector.Build.Dense(1, ys[step * minibatches.Batch + b]);
                losses[step] += GoOnce(network, [.. x], target, 1.0 / minibatches.Batch, d);
            }

            var gradients = parameters.Gradients(
                [.. TorchWeights.WriteGradients(d.Layer), .. TorchWeights.Write(d.ReadOut, "head.")]);
            norms[step] = Clipping.ByGlobalNorm(gradients, 1);
            optimizer.Step(parameters.Live, gradients);
        }

        AssertFollowed(recorded.Tensors, losses, parameters);
        Assert.True(RelativeError.OfEveryStep(norms, recorded.Tensors["grad_norms"].ToDoubles()) <= Tolerance);
    }

    [Theory]
    [MemberData(nameof(LanguageModels))]
    public void Every_loss_of_a_language_model_is_TorchSharps(string name)
    {
        var recorded = Recorded.Case<LanguageModelCase>(name);
        var embedding = new Embedding(recorded.Vocabulary, recorded.EmbeddingSize);
        var network = new WithReadOut(
            RecurrentCaseTests.MakeCell(recorded.Kind, recorded.EmbeddingSize, recorded.HiddenSize),
            new ReadOut(recorded.HiddenSize, recorded.Vocabulary));
        var parameters = TorchParameters.Of(recorded.Tensors, "initial.");
        var optimizer = new Adam(1e-2);
        long[] tokens = recorded.Tensors["tokens"].ToInt64s();
        int[] Symbols(int step, int b) => [.. Enumerable.Range(0, recorded.SeqLen + 1).Select(
            t => (int)tokens[(step * (recorded.SeqLen + 1) + t) * recorded.Batch + b])];

        double[] losses = new double[recorded.Steps];
        for (int step = 0; step < recorded.Steps; step++)
        {
            Read(network, parameters.File);
            TorchWeights.Read(embedding, parameters.File, "embedding.");
            var (d, dembedding) = (network.ZerosLike(), embedding.ZerosLike());
            for (int b = 0; b < recorded.Batch; b++)
            {
                int[] symbols = Symbols(step, b);
                var run = network.Run(embedding.Forward(symbols[..^1]));
                var loss = SequenceLoss.Of(
                    new ScaledLoss(new SoftmaxCrossEntropy(), 1.0 / (recorded.SeqLen * recorded.Batch)),
                    run.Outputs,
                    Sequence.OneHot(symbols[1..], recorded.Vocabulary));
                var gradient = BackpropagationThroughTime.Gradient(network, run, loss.Gradients);
                losses[step] += loss.Total;
                d.Parameters.Accumulate(gradient.OfParameters.Parameters);
                embedding.Backward(symbols[..^1], gradient.OfInputs, dembedding);
            }

            optimizer.Step(parameters.Live, parameters.Gradients(
            [
                .. TorchWeights.Write(dembedding, "embedding."),
                .. TorchWeights.WriteGradients(d.Layer),
                .. TorchWeights.Write(d.ReadOut, "head."),
            ]));
        }

        AssertFollowed(recorded.Tensors, losses, parameters);
    }

    private static double GoOnce(WithReadOut network, Vector[] xs, Vector target, double share, WithReadOut d)
    {
        var run = network.Run(xs);
        var loss = SequenceLoss.Of(
            new ScaledLoss(new MeanSquaredError(), share),
            run.Outputs,
            [.. Enumerable.Repeat<Vector?>(null, xs.Length - 1), target]);
        d.Parameters.Accumulate(
            BackpropagationThroughTime.Gradient(network, run, loss.Gradients).OfParameters.Parameters);
        return loss.Total;
    }

    private static void Read(WithReadOut network, SafetensorsFile file)
    {
        TorchWeights.Read(network.Layer, file);
        TorchWeights.Read(network.ReadOut, file, "head.");
    }

    private static void AssertFollowed(SafetensorsFile recorded, double[] losses, TorchParameters parameters)
    {
        Assert.True(RelativeError.OfEveryStep(losses, recorded["losses"].ToDoubles()) <= Tolerance);
        Recorded.AssertNear(
            recorded,
            parameters.File.Tensors.ToDictionary(tensor => $"final.{tensor.Name}", tensor => tensor.ToDoubles()),
            Tolerance);
    }
}
