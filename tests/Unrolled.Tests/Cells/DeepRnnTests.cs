
namespace Unrolled.Tests.Cells;

public class DeepRnnTests
{
    private readonly Draw draw = new(seed: 1);

    [Fact]
    public void Each_layer_reads_the_states_of_the_layer_below()
    {
        var (first, second) = (draw.Weights(LstmCell.Zeros(3, 4)), draw.Weights(GruCell.Zeros(4, 2)));
        var xs = draw.Sequence(6, 3);

        var run = new DeepRnn(first, second).Run(xs);

        Assert.Equal(first.Run(xs).Outputs, run["1.h"]);
        Assert.Equal(second.Run(first.Run(xs).Outputs).Outputs, run.Outputs);
        Assert.Equal(run.Outputs, run["2.h"]);
    }

    [Fact]
    public void One_layer_is_that_layer()
    {
        var layer = draw.Weights(RnnCell.Zeros(3, 4));
        var xs = draw.Sequence(6, 3);

        Assert.Equal(layer.Run(xs).Outputs, new DeepRnn(layer).Run(xs).Outputs);
    }

    [Fact]
    public void Its_parameters_are_those_of_every_layer_under_its_number()
    {
        DeepRnn deep = new(RnnCell.Zeros(3, 4), RnnCell.Zeros(4, 2));

        Assert.Equal(["1.W", "1.U", "1.b", "2.W", "2.U", "2.b"], deep.Parameters.Select(parameter => parameter.Name));
    }

    [Fact]
    public void Layers_that_do_not_fit_are_refused_with_both_sizes()
    {
        var error = Assert.Throws<ArgumentException>(() => new DeepRnn(RnnCell.Zeros(3, 4), RnnCell.Zeros(5, 2)));
        Assert.Contains("layers[1] reads 5 elements; expected 4, the output of layers[0].", error.Message);
        Assert.Contains("expected at least one layer", Assert.Throws<ArgumentException>(() => new DeepRnn()).Message);
    }
}
