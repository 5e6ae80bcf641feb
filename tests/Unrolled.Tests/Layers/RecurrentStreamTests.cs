
namespace Unrolled.Tests.Layers;

public sealed class RecurrentStreamTests
{
    public static TheoryData<string> Kinds() => LayerDraw.KindNames();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_stream_gives_what_the_whole_sequence_gives(string kind)
    {
        LayerDraw draw = new(3);
        RecurrentLayer layer = draw.Layer(kind, 3, 70, layers: 2);
        Tensor x = draw.Tensor(6, 3, 3);
        RecurrentState start = draw.State(layer, 3);
        RecurrentPass whole = layer.Forward(x, start);

        RecurrentStream stream = layer.OpenStream(3, start);
        for (int t = 0; t < 6; t++)
            Assert.Equal(whole.Output.At(t).ToArray(), stream.Step(new Tensor([.. x.At(t)], 3, 3)).Values);

        Assert.Equal(whole.Final.Hidden.Values, stream.State.Hidden.Values);
        Assert.Equal(whole.Final.Cell?.Values, stream.State.Cell?.Values);
    }

    [Fact]
    public void A_stream_keeps_the_weights_that_it_was_opened_with()
    {
        LayerDraw draw = new(4);
        RecurrentLayer layer = draw.Layer("lstm", 2, 5);
        Tensor x = draw.Tensor(1, 2);
        float[] before = [.. layer.Step(x).Output.Values];
        RecurrentStream opened = layer.OpenStream();

        draw.Fill(layer.Parameters);

        Assert.Equal(before, opened.Step(x).Values);
        Assert.NotEqual(before, layer.Step(x).Output.Values);
        Assert.NotEqual(before, layer.OpenStream().Step(x).Values);
    }

    [Fact]
    public void A_stream_does_not_write_over_the_state_that_it_began_from()
    {
        LayerDraw draw = new(5);
        RecurrentLayer layer = draw.Layer("gru", 2, 5);
        RecurrentState start = draw.State(layer, 1);
        RecurrentState copy = start.Copy();

        layer.OpenStream(1, start).Step(draw.Tensor(1, 2));

        Assert.Equal(copy.Hidden.Values, start.Hidden.Values);
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Rnn rnn = Rnn.Zeros(2, 3);

        Assert.Throws<InvalidOperationException>(() => Rnn.Zeros(2, 3, bidirectional: true).OpenStream());
        Assert.Throws<ArgumentOutOfRangeException>(() => rnn.OpenStream(0));
        Assert.Contains(
            "initial.Hidden has shape [1, 2, 3]; expected [1, 1, 3]",
            Assert.Throws<ArgumentException>(() => rnn.OpenStream(1, rnn.ZeroState(2))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "x has shape [2, 2]; expected [1, 2]",
            Assert.Throws<ArgumentException>(() => rnn.OpenStream().Step(new Tensor(2, 2))).Message,
            StringComparison.Ordinal);
    }
}
