
namespace Unrolled.Tests.Layers;

public sealed class SequenceModelTests
{
    [Fact]
    public void At_the_last_step_the_head_reads_each_direction_where_it_ends()
    {
        LayerDraw draw = new(1);
        RecurrentLayer layer = draw.Layer("gru", 2, 3, layers: 2, bidirectional: true);
        SequenceModel model = new(layer, new Dense(6, 1), OutputAt.LastStep);

        SequencePass pass = model.Forward(draw.Tensor(5, 2, 2), lengths: [2, 5]);

        Tensor y = pass.Recurrent.Output;
        Assert.Equal([.. y.At(1, 0)[..3], .. y.At(0, 0)[3..]], pass.Read.At(0).ToArray());
        Assert.Equal([.. y.At(4, 1)[..3], .. y.At(0, 1)[3..]], pass.Read.At(1).ToArray());
    }

    [Fact]
    public void The_gradient_at_the_last_step_is_that_of_every_step_with_zeros_before()
    {
        LayerDraw draw = new(2);
        RecurrentLayer layer = draw.Layer("lstm", 2, 3);
        Dense head = new(3, 2);
        draw.Fill(head.Parameters);
        Tensor x = draw.Tensor(4, 1, 2);
        Tensor dLast = draw.Tensor(1, 2);
        Tensor dEvery = new(4, 1, 2);
        dLast.Values.CopyTo(dEvery.Values, 6);
        float[] Gradients(OutputAt outputAt, Tensor dOutput)
        {
            SequenceModel model = new(layer, head, outputAt);
            model.Parameters.ClearGradients();
            RecurrentGradient gradient = model.Backward(model.Forward(x), dOutput);
            return [.. gradient.Input.Values, .. model.Parameters.SelectMany(parameter => parameter.Gradient.Values)];
        }

        Assert.Equal(Gradients(OutputAt.EveryStep, dEvery), Gradients(OutputAt.LastStep, dLast));
    }

    [Fact]
    public void A_head_that_does_not_fit_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => new SequenceModel(new Rnn(1, 3, bidirectional: true), new Dense(3, 1), OutputAt.EveryStep));

        Assert.StartsWith("head takes 3 features; recurrent gives 6.", error.Message, StringComparison.Ordinal);
    }
}
