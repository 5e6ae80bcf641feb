using Unrolled.Tests.Layers;

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
        Assert.True(
            history.ValidationLosses[^1] < .2 * history.ValidationLosses[0],
            $"{history.ValidationLosses[0]} became {history.ValidationLosses[^1]}");
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_and_another_seed_others()
    {
        IReadOnlyList<double> Losses(int seed) => SampleRun.Create(seed).Run(10).Losses;

        Assert.Equal(Losses(1), Losses(1));
        Assert.NotEqual(Losses(1), Losses(2));
    }

    [Fact]
    public void A_run_resumed_in_another_process_has_the_same_bits() => AssertSameBits([], Vectors.Lanes);

    [Fact]
    public void A_run_resumed_on_narrower_vectors_has_the_same_bits() =>
        AssertSameBits(Vectors.Narrower.Environment, Vectors.Narrower.Lanes);

    [Fact]
    public void A_run_resumed_without_fused_multiply_add_differs_by_roundings()
    {
        Resume(Vectors.Unfused.Environment, Vectors.Unfused.Lanes);

        Assert.InRange(RelativeError.Of(Doubles("resumed"), Doubles("whole")), 0, 1e-5);
        double[] Doubles(string checkpoint) => Array.ConvertAll(ParametersOf(checkpoint), value => (double)value);
    }

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
    public void A_checkpoint_of_another_optimizer_is_refused()
    {
        SampleRun.Create().Save(InFolder("checkpoint"));

        var error = Assert.Throws<SafetensorsException>(
            () => SampleRun.Create(optimizer: new Sgd(.1)).Load(InFolder("checkpoint")));

        Assert.Contains("was saved with the optimizer Adam; this run has Sgd", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_checkpoint_with_a_tensor_missing_is_refused_and_changes_nothing()
    {
        var saved = SampleRun.Create(seed: 5);
        saved.Run(5);
        saved.Save(InFolder("checkpoint"));
        SafetensorsFile file = SafetensorsFile.Load(InFolder("checkpoint"));
        new SafetensorsFile(file.Tensors.Where(tensor => tensor.Name != "parameter.head.bias"), file.Metadata).Save(
            InFolder("damaged"));
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

        Assert.StartsWith(
            "Step 1: the loss is Infinity; the gradient of weight_ih_l0 [24, 2] is NaN at [",
            error.Message,
            StringComparison.Ordinal);
        Assert.Equal(ParametersOf("before"), ParametersOf("after"));
        Assert.Equal(0, trainer.Step);
    }

    [Fact]
    public void A_gradient_that_is_not_finite_stops_although_the_loss_is_finite()
    {
        Trainer trainer = OfOneWeight(new Parameter("weight_hh_l1", 1, 1), step => step < 2 ? 1 : float.NaN);

        var error = Assert.Throws<NonFiniteException>(() => trainer.Run(5));

        Assert.Equal("Step 3: the gradient of weight_hh_l1 [1, 1] is NaN at [0, 0]; the loss is 0.5.", error.Message);
        Assert.Equal(2, trainer.Step);
    }

    [Fact]
    public void Every_number_of_the_gradient_is_clipped_at_the_value_that_is_set()
    {
        Parameter weight = new("weight_hh_l1", 1, 1);
        Trainer trainer = OfOneWeight(weight, _ => 50, clipValue: 2);

        TrainingHistory history = trainer.Run(1);

        Assert.Equal(-2, weight.Value.Values[0]);
        Assert.Equal([50.0], history.GradientNorms);
    }

    [Fact]
    public void Progress_is_a_line_with_the_mean_loss_since_the_last()
    {
        List<string> lines = [];
        TrainingHistory history = SampleRun.Create(report: lines.Add).Run(20);

        Assert.Equal(2, lines.Count);
        (double loss, double validation) = (history.Losses.Skip(10).Average(), history.ValidationLosses[^1]);
        Assert.Equal(
            string.Create(null, $"step     20  loss {loss:0.00000}  validation {validation:0.00000}"), lines[1]);
    }

    [Fact]
    public void A_run_goes_on_until_it_is_solved_and_tells_after_how_many_steps()
    {
        Trainer trainer = OfOneWeight(new Parameter("w", 1, 1), _ => 0);

        TrainingOutcome outcome = trainer.RunUntil(() => trainer.Step >= 10, checkEvery: 4, atMost: 20);

        Assert.Equal((true, 12L), (outcome.Solved, outcome.Steps));
        Assert.Same(trainer.History, outcome.History);
    }

    [Fact]
    public void A_run_that_is_not_solved_is_given_up_at_the_limit()
    {
        List<long> checkedAt = [];
        Trainer trainer = OfOneWeight(new Parameter("w", 1, 1), _ => 0);
        bool Solved()
        {
            checkedAt.Add(trainer.Step);
            return false;
        }

        TrainingOutcome outcome = trainer.RunUntil(Solved, checkEvery: 4, atMost: 10);

        Assert.Equal((false, 10L), (outcome.Solved, outcome.Steps));
        Assert.Equal([4L, 8, 10], checkedAt);
    }

    [Fact]
    public void Settings_that_make_no_sense_are_refused_by_name()
    {
        Trainer With(Func<Trainer> create) => create();
        Parameter weight = new("w", 1, 1);
        ParameterList one = new(weight);
        Func<long, Random, double> still = (_, _) => 0;
        Sgd sgd = new(1);
        Xoshiro256 random = new(1);

        AssertRefused(
            "ValidateEvery is 0; expected at least 1.",
            () => With(() => new(one, sgd, still, random) { ValidateEvery = 0 }));
        AssertRefused(
            "ReportEvery is -1; expected at least 0.",
            () => With(() => new(one, sgd, still, random) { ReportEvery = -1 }));
        AssertRefused(
            "Patience is 0; expected at least 1.", () => With(() => new(one, sgd, still, random) { Patience = 0 }));
        AssertRefused(
            "ClipNorm is 0; expected more than 0.", () => With(() => new(one, sgd, still, random) { ClipNorm = 0 }));
        AssertRefused(
            "ClipValue is NaN; expected more than 0.",
            () => With(() => new(one, sgd, still, random) { ClipValue = double.NaN }));
        Trainer trainer = new(one, sgd, still, random);
        AssertRefused("steps is -5; expected at least 0.", () => trainer.Run(-5));
        AssertRefused(
            "checkEvery is 0; expected at least 1.", () => trainer.RunUntil(() => true, checkEvery: 0, atMost: 1));
    }

    [Fact]
    public void Recurrent_weights_that_are_all_0_are_refused_before_the_first_step()
    {
        Xoshiro256 random = new(1);
        SequenceModel model = new(Lstm.Zeros(2, 6), 1, OutputAt.LastStep, random);
        SequenceBatch batch = new(new Tensor(5, 8, 2), new ValueTargets(new Tensor(8, 1)));
        Trainer trainer = new(model, new Sgd(.1), (_, _) => batch, random);

        Assert.StartsWith(
            "weight_ih_l0 and weight_hh_l0 of the Lstm are all 0",
            Assert.Throws<InvalidOperationException>(() => trainer.Run(1)).Message);
        Initialize.Uniform(model.Recurrent.Parameters, .4, random);
        Assert.Single(trainer.Run(1).Losses);
    }

    [Fact]
    public void A_layer_of_several_that_was_forgotten_is_named()
    {
        Xoshiro256 random = new(1);
        Gru layer = new(2, 6, random, layers: 2, bidirectional: true);
        foreach (string name in (string[])["weight_ih_l1_reverse", "weight_hh_l1_reverse"])
            layer.Parameters[name].Value.Clear();
        SequenceModel model = new(layer, 1, OutputAt.LastStep, random);
        SequenceBatch batch = new(new Tensor(5, 8, 2), new ValueTargets(new Tensor(8, 1)));

        Assert.StartsWith(
            "weight_ih_l1_reverse and weight_hh_l1_reverse of the Gru",
            Assert.Throws<InvalidOperationException>(
                () => model.Fit((_, _) => batch, new Sgd(.1), 1, clipNorm: null, random)).Message);
    }

    [Fact]
    public void A_second_run_on_the_same_model_at_the_same_time_is_refused()
    {
        Xoshiro256 random = new(1);
        SequenceModel model = new(new Lstm(2, 6, random), 1, OutputAt.LastStep, random);
        SequenceBatch batch = new(new Tensor(5, 8, 2), new ValueTargets(new Tensor(8, 1)));
        TrainingHistory Fit(Func<long, Random, SequenceBatch> nextBatch) =>
            model.Fit(nextBatch, new Sgd(.1), 1, clipNorm: null, random);
        string? refusal = null;
        SequenceBatch WhileAnotherTriesToo(long step, Random source)
        {
            refusal = Assert.Throws<InvalidOperationException>(() => Fit((_, _) => batch)).Message;
            return batch;
        }

        Fit(WhileAnotherTriesToo);

        Assert.StartsWith("Another training run is changing the same parameters.", refusal);
        Assert.Single(Fit((_, _) => batch).Losses);
    }

    [Fact]
    public void Without_a_validation_there_is_no_best() =>
        Assert.Throws<InvalidOperationException>(() => SampleRun.Create().RestoreBest());

    private static void AssertRefused(string message, Action wrong) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentOutOfRangeException>(wrong).Message);

    private void AssertSameBits(Dictionary<string, string> environment, int lanes)
    {
        Resume(environment, lanes);

        Assert.Equal(File.ReadAllBytes(InFolder("whole")), File.ReadAllBytes(InFolder("resumed")));
    }

    private void Resume(Dictionary<string, string> environment, int lanes)
    {
        const int before = 10;
        var whole = SampleRun.Create();
        whole.Run(before + ResumingProcess.Steps);
        whole.Save(InFolder("whole"));
        var first = SampleRun.Create();
        first.Run(before);
        first.Save(InFolder("checkpoint"));

        TestProcess.Run(environment, "resume", InFolder("checkpoint"), InFolder("resumed"), lanes.ToString());
    }

    private string InFolder(string name) => Path.Combine(folder.FullName, name + ".safetensors");

    private float[] ParametersOf(string checkpoint) =>
        [.. SafetensorsFile.Load(InFolder(checkpoint)).Tensors
            .Where(tensor => tensor.Name.StartsWith("parameter.", StringComparison.Ordinal))
            .SelectMany(tensor => tensor.ToFloats())];

    /// <summary>A model of one weight whose gradient is given, with a loss of .5.</summary>
    private static Trainer OfOneWeight(Parameter weight, Func<long, float> gradient, double? clipValue = null)
    {
        double AddGradient(long step, Random random)
        {
            weight.Gradient.Values[0] += gradient(step);
            return .5;
        }

        ParameterList parameters = new(weight);
        return new Trainer(parameters, new Sgd(1), AddGradient, new Xoshiro256(1)) { ClipValue = clipValue };
    }
}
