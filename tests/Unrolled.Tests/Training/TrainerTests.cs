using System.Numerics;
using System.Runtime.Intrinsics;

namespace Unrolled.Tests.Training;

public sealed class TrainerTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("unrolled-training-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_run_learns_and_its_history_has_a_number_for_every_step()
    {
        var trainer = SampleRun.Create();

        TrainingHistory history = trainer.Run(200);

        Assert.Equal(200, history.Losses.Count);
        Assert.Equal(200, history.GradientNorms.Count);
        Assert.Equal(Enumerable.Range(1, 50).Select(i => 4.0 * i), history.ValidationSteps);
        Assert.True(history.ValidationLosses[^1] < .2 * history.ValidationLosses[0], $"{history.ValidationLosses[0]} became {history.ValidationLosses[^1]}");
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_and_another_seed_others()
    {
        IReadOnlyList<double> Losses(int seed) => SampleRun.Create(seed).Run(10).Losses;

        Assert.Equal(Losses(1), Losses(1));
        Assert.NotEqual(Losses(1), Losses(2));
    }

    [Fact]
    public void A_run_resumed_in_another_process_has_the_same_bits() => AssertSameBits([], Vector<float>.Count);

    [Fact]
    public void A_run_resumed_on_narrow_vectors_has_the_same_bits() =>
        AssertSameBits(new() { ["DOTNET_EnableAVX2"] = "0" }, Vector128<float>.Count);

    [Fact]
    public void A_checkpoint_brings_back_history_and_best_weights()
    {
        var saved = SampleRun.Create();
        saved.Run(9);
        saved.Save(InFolder("checkpoint"));
        var loaded = SampleRun.Create(seed: 2);

        loaded.Load(InFolder("checkpoint"));
        loaded.RestoreBest();
        saved.RestoreBest();
        loaded.Save(InFolder("loaded"));
        saved.Save(InFolder("saved"));

        Assert.Equal(9, loaded.Step);
        Assert.Equal(saved.History.Losses, loaded.History.Losses);
        Assert.Equal(File.ReadAllBytes(InFolder("saved")), File.ReadAllBytes(InFolder("loaded")));
    }

    [Fact]
    public void A_checkpoint_of_another_optimiser_is_refused()
    {
        SampleRun.Create().Save(InFolder("checkpoint"));

        var error = Assert.Throws<SafetensorsException>(() => SampleRun.Create(optimizer: new Sgd(.1)).Load(InFolder("checkpoint")));

        Assert.Contains("was saved with the optimiser Adam; this run has Sgd", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_checkpoint_with_a_tensor_missing_is_refused_and_changes_nothing()
    {
        var saved = SampleRun.Create(seed: 5);
        saved.Run(5);
        saved.Save(InFolder("checkpoint"));
        SafetensorsFile file = SafetensorsFile.Load(InFolder("checkpoint"));
        new SafetensorsFile(file.Tensors.Where(tensor => tensor.Name != "parameter.head.bias"), file.Metadata).Save(InFolder("damaged"));
        var trainer = SampleRun.Create();
        trainer.Save(InFolder("before"));

        var error = Assert.Throws<SafetensorsException>(() => trainer.Load(InFolder("damaged")));
        trainer.Save(InFolder("after"));

        Assert.Contains("\"parameter.head.bias\": not found", error.Message, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(InFolder("before")), File.ReadAllBytes(InFolder("after")));
    }

    [Fact]
    public void A_run_stops_when_validation_no_longer_gets_better_and_the_best_weights_come_back()
    {
        Queue<double> validations = new([3, 2, 5, 4, 6, 1]);
        var trainer = SampleRun.Create(patience: 3, validate: validations.Dequeue);
        trainer.Run(8);
        trainer.Save(InFolder("best"));

        trainer.Run(1_000);

        Assert.True(trainer.HasStopped);
        Assert.Equal(20, trainer.Step);
        Assert.Equal(2, trainer.BestValidationLoss);
        trainer.RestoreBest();
        trainer.Save(InFolder("restored"));
        Assert.Equal(ParametersOf("best"), ParametersOf("restored"));
    }

    [Fact]
    public void A_loss_that_is_not_finite_stops_with_the_step_and_the_parameter_and_leaves_the_weights()
    {
        var trainer = SampleRun.Create(scale: float.PositiveInfinity);
        trainer.Save(InFolder("before"));

        var error = Assert.Throws<NonFiniteException>(() => trainer.Run(1));
        trainer.Save(InFolder("after"));

        Assert.StartsWith("Step 1: the loss is Infinity; the gradient of weight_ih_l0 [24, 2] is NaN at [", error.Message, StringComparison.Ordinal);
        Assert.Equal(ParametersOf("before"), ParametersOf("after"));
        Assert.Equal(0, trainer.Step);
    }

    [Fact]
    public void A_gradient_that_is_not_finite_stops_although_the_loss_is_finite()
    {
        Trainer<float> trainer = new(new OneWeight(), new Sgd(1), (step, _) => step < 2 ? 1 : float.NaN, new Xoshiro256(1));

        var error = Assert.Throws<NonFiniteException>(() => trainer.Run(5));

        Assert.Equal("Step 3: the gradient of weight_hh_l1 [1, 1] is NaN at [0, 0]; the loss is 0.5.", error.Message);
        Assert.Equal(2, trainer.Step);
    }

    [Fact]
    public void Every_number_of_the_gradient_is_clipped_at_the_value_that_is_set()
    {
        OneWeight learner = new();
        Trainer<float> trainer = new(learner, new Sgd(1), (_, _) => 50, new Xoshiro256(1)) { ClipValue = 2 };

        TrainingHistory history = trainer.Run(1);

        Assert.Equal(-2, learner.Parameters[0].Value.Values[0]);
        Assert.Equal([50.0], history.GradientNorms);
    }

    [Fact]
    public void Progress_is_a_line_with_the_mean_loss_since_the_last()
    {
        List<string> lines = [];
        TrainingHistory history = SampleRun.Create(report: lines.Add).Run(20);

        Assert.Equal(2, lines.Count);
        Assert.Equal(
            string.Create(null, $"step     20  loss {history.Losses.Skip(10).Average():0.00000}  validation {history.ValidationLosses[^1]:0.00000}"),
            lines[1]);
    }

    [Fact]
    public void Without_a_validation_there_is_no_best() =>
        Assert.Throws<InvalidOperationException>(() => SampleRun.Create().RestoreBest());

    private void AssertSameBits(Dictionary<string, string> environment, int width)
    {
        const int before = 10;
        var whole = SampleRun.Create();
        whole.Run(before + ResumingProcess.Steps);
        whole.Save(InFolder("whole"));
        var first = SampleRun.Create();
        first.Run(before);
        first.Save(InFolder("checkpoint"));

        TestProcess.Run(environment, "resume", InFolder("checkpoint"), InFolder("resumed"), width.ToString());

        Assert.Equal(File.ReadAllBytes(InFolder("whole")), File.ReadAllBytes(InFolder("resumed")));
    }

    private string InFolder(string name) => Path.Combine(folder.FullName, name + ".safetensors");

    private float[] ParametersOf(string checkpoint) =>
        [.. SafetensorsFile.Load(InFolder(checkpoint)).Tensors
            .Where(tensor => tensor.Name.StartsWith("parameter.", StringComparison.Ordinal))
            .SelectMany(tensor => tensor.ToFloats())];

    /// <summary>Its batch is its gradient.</summary>
    private sealed class OneWeight : ILearner<float>
    {
        public ParameterList Parameters { get; } = new(new Parameter("weight_hh_l1", 1, 1));

        public double Learn(float batch, Random random)
        {
            Parameters[0].Gradient.Values[0] = batch;
            return .5;
        }
    }
}
