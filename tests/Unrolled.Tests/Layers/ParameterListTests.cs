
namespace Unrolled.Tests.Layers;

public sealed class ParameterListTests
{
    [Fact]
    public void Names_and_shapes_are_those_of_torch()
    {
        Lstm lstm = Lstm.Zeros(3, 5, layers: 2, bidirectional: true);

        Assert.Equal(
            [
                "weight_ih_l0 [20, 3]", "weight_hh_l0 [20, 5]", "bias_ih_l0 [20]", "bias_hh_l0 [20]",
                "weight_ih_l0_reverse [20, 3]", "weight_hh_l0_reverse [20, 5]", "bias_ih_l0_reverse [20]",
                "bias_hh_l0_reverse [20]",
                "weight_ih_l1 [20, 10]", "weight_hh_l1 [20, 5]", "bias_ih_l1 [20]", "bias_hh_l1 [20]",
                "weight_ih_l1_reverse [20, 10]", "weight_hh_l1_reverse [20, 5]", "bias_ih_l1_reverse [20]",
                "bias_hh_l1_reverse [20]",
            ],
            lstm.Parameters.Select(parameter => parameter.ToString()));
    }

    [Fact]
    public void Weights_come_back_from_a_file_with_the_same_bits()
    {
        Gru written = Gru.Zeros(2, 3, layers: 2);
        new LayerDraw(1).Fill(written.Parameters);
        Gru read = Gru.Zeros(2, 3, layers: 2);

        read.Parameters.Load(new SafetensorsFile(written.Parameters.ToTensors("rnn.")), "rnn.");

        Assert.All(
            written.Parameters,
            parameter => Assert.Equal(parameter.Value.Values, read.Parameters[parameter.Name].Value.Values));
    }

    [Fact]
    public void A_file_that_does_not_fit_is_refused_and_changes_nothing()
    {
        Rnn rnn = Rnn.Zeros(2, 3);
        List<NamedTensor> tensors = [.. rnn.Parameters.ToTensors()];
        tensors[0] = NamedTensor.Create("weight_ih_l0", [3, 2], [1f, 1, 1, 1, 1, 1]);
        tensors[3] = NamedTensor.Create("bias_hh_l0", [4], new float[4]);

        var error = Assert.Throws<SafetensorsException>(() => rnn.Parameters.Load(new SafetensorsFile(tensors)));

        Assert.Contains("\"bias_hh_l0\": expected the shape [3], found [4]", error.Message, StringComparison.Ordinal);
        Assert.All(rnn.Parameters["weight_ih_l0"].Value.Values, value => Assert.Equal(0, value));
    }

    [Fact]
    public void Two_parameters_of_one_name_are_refused()
    {
        Dense dense = Dense.Zeros(1, 1);

        var error = Assert.Throws<ArgumentException>(
            () => new ParameterList([.. dense.Parameters, .. dense.Parameters]));

        Assert.StartsWith("Two parameters are named weight.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_not_there_is_refused_with_those_that_are()
    {
        var error = Assert.Throws<KeyNotFoundException>(() => Dense.Zeros(2, 3).Parameters["weights"]);

        Assert.Equal("No parameter weights; there are weight [3, 2], bias [3].", error.Message);
    }
}
