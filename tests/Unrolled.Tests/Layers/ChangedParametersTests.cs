namespace Unrolled.Tests.Layers;

/// <summary>A backward pass with other weights than those of its forward pass has no meaning, and is refused.</summary>
public sealed class ChangedParametersTests
{
    private readonly LayerDraw draw = new(1);
    private readonly SequenceModel model;
    private readonly Tensor x;
    private readonly Tensor dOutput;

    public ChangedParametersTests()
    {
        model = new SequenceModel(draw.Layer("gru", 2, 5), 3, OutputAt.LastStep, draw.Random);
        (x, dOutput) = (draw.Tensor(6, 4, 2), draw.Tensor(4, 3));
    }

    [Fact]
    public void A_step_a_load_or_a_draw_since_the_forward_pass_is_refused_before_anything_is_added()
    {
        SafetensorsFile file = new(model.Parameters.ToTensors());
        Action[] changes =
        [
            () => new Sgd(.1).Step(model.Parameters),
            () => new Adam(.1).Step(model.Head.Parameters),
            () => model.Parameters.Load(file),
            () => Initialize.Uniform(model.Recurrent.Parameters, .1, draw.Random),
            () => Initialize.Orthogonal(model.Recurrent, draw.Random),
            () => Initialize.KeepBias(model.Recurrent, 1),
            () => model.Recurrent.Load(((Gru)model.Recurrent).ToCell()),
        ];

        Assert.All(changes, change =>
        {
            SequencePass pass = model.Forward(x);
            model.Backward(pass, dOutput);
            change();
            model.Parameters.ClearGradients();

            Assert.StartsWith(
                "The parameters have changed since this forward pass",
                Assert.Throws<InvalidOperationException>(() => model.Backward(pass, dOutput)).Message);
            Assert.All(model.Parameters.SelectMany(parameter => parameter.Gradient.Values), g => Assert.Equal(0, g));
            model.Backward(model.Forward(x, reuse: pass), dOutput);
        });
    }

    [Fact]
    public void A_layer_alone_refuses_it_too()
    {
        RecurrentPass pass = model.Recurrent.Forward(x);
        new RmsProp(.1).Step(model.Parameters);

        Assert.Throws<InvalidOperationException>(() => model.Recurrent.Backward(pass, draw.Tensor(6, 4, 5)));
        Assert.Throws<InvalidOperationException>(() => model.Recurrent.Backward(pass, null));
    }

    [Fact]
    public void Weights_that_came_back_to_the_best_ones_count_as_changed()
    {
        Trainer trainer = new(
            model, new Sgd(.1), (_, _) => new SequenceBatch(x, new ValueTargets(dOutput)), new Xoshiro256(1))
        {
            Validate = () => 1,
            ValidateEvery = 1,
        };
        trainer.Run(1);
        SequencePass pass = model.Forward(x);

        trainer.RestoreBest();

        Assert.Throws<InvalidOperationException>(() => model.Backward(pass, dOutput));
    }

    [Fact]
    public void A_pass_of_another_head_on_the_same_layer_is_refused()
    {
        SequenceModel other = new(model.Recurrent, 3, OutputAt.LastStep, draw.Random);

        Assert.StartsWith(
            "pass is a pass of another model.",
            Assert.Throws<ArgumentException>(() => other.Backward(model.Forward(x), dOutput)).Message);
    }
}
