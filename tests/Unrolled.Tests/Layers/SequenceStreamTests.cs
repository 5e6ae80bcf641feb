namespace Unrolled.Tests.Layers;

public sealed class SequenceStreamTests
{
    [Fact]
    public void Stepping_symbol_by_symbol_gives_what_the_whole_sequence_gives()
    {
        LayerDraw draw = new(1);
        SequenceModel model = OfSymbols(draw);
        int[,] symbols = { { 2, 0 }, { 1, 2 }, { 2, 3 } };
        RecurrentState start = draw.State(model.Recurrent, 2);
        SequencePass whole = model.Forward(symbols, start);

        SequenceStream stream = model.OpenStream(2, start);

        for (int t = 0; t < 3; t++)
        {
            Tensor logits = stream.Step(symbols[t, 0], symbols[t, 1]);
            Assert.Equal([2, 4], logits.Shape);
            Assert.Equal(whole.Output.At(t).ToArray(), logits.Values);
        }

        Assert.Equal(whole.Recurrent.Final.Cell!.Values, stream.State.Cell!.Values);
    }

    [Fact]
    public void Vectors_are_stepped_through_in_the_same_way()
    {
        LayerDraw draw = new(2);
        SequenceModel model = new(draw.Layer("gru", 3, 5), outputSize: 2, OutputAt.LastStep, draw.Random);
        Tensor x = draw.Tensor(4, 2, 3);

        SequenceStream stream = model.OpenStream(batch: 2);
        Tensor[] outputs = [.. Enumerable.Range(0, 4).Select(t => stream.Step(new Tensor([.. x.At(t)], 2, 3)))];

        Assert.Equal(model.Forward(x).Output.Values, outputs[^1].Values);
    }

    [Fact]
    public void Sequences_that_are_selected_go_on_as_they_would_have_alone()
    {
        LayerDraw draw = new(3);
        SequenceModel model = OfSymbols(draw);
        SequenceStream together = model.OpenStream(batch: 3);
        together.Step(0, 1, 2);

        together.Select([2, 0, 2, 2]);
        Tensor found = together.Step(3, 1, 3, 0);

        Assert.Equal(4, together.Batch);
        float[] Alone(params int[] symbols)
        {
            SequenceStream stream = model.OpenStream();
            return symbols.Select(symbol => stream.Step(symbol).Values).ToArray()[^1];
        }

        int[][] histories = [[2, 3], [0, 1], [2, 3], [2, 0]];
        for (int b = 0; b < 4; b++)
        {
            Assert.All(
                Alone(histories[b]).Zip(found.At(b).ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-6f));
        }
    }

    [Fact]
    public void A_state_is_selected_by_copying_rows_of_every_layer()
    {
        RecurrentState state = new LayerDraw(4).State(Lstm.Zeros(1, 2, layers: 2), 3);

        RecurrentState selected = state.Select([2, 2, 0, 1]);

        foreach (int layer in new[] { 0, 1 })
        {
            Assert.Equal(state.Hidden.At(layer, 2).ToArray(), selected.Hidden.At(layer, 1).ToArray());
            Assert.Equal(state.Cell!.At(layer, 0).ToArray(), selected.Cell!.At(layer, 2).ToArray());
        }

        selected.Hidden.Clear();
        Assert.DoesNotContain(0, state.Hidden.Values);
        Assert.Null(Gru.Zeros(1, 2).ZeroState(2).Select([1]).Cell);
        Assert.StartsWith(
            "sequences[1] is 3; expected 0 to 2.",
            Assert.Throws<ArgumentOutOfRangeException>(() => state.Select([0, 3])).Message);
        Assert.StartsWith("sequences is empty", Assert.Throws<ArgumentException>(() => state.Select([])).Message);
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        SequenceModel ofSymbols = OfSymbols(new LayerDraw(5));
        SequenceModel ofVectors = new(ofSymbols.Recurrent, ofSymbols.Head, OutputAt.EveryStep);

        Assert.StartsWith(
            "symbols has 2 numbers; expected 1",
            Assert.Throws<ArgumentException>(() => ofSymbols.OpenStream().Step(0, 1)).Message);
        Assert.StartsWith(
            "symbols[0, 0] is 4; expected 0 to 3.",
            Assert.Throws<ArgumentException>(() => ofSymbols.OpenStream().Step(4)).Message);
        Assert.StartsWith(
            "x is a tensor; this model has an embedding",
            Assert.Throws<ArgumentException>(() => ofSymbols.OpenStream().Step(new Tensor(1, 3))).Message);
        Assert.StartsWith(
            "symbols were given; this model has no embedding",
            Assert.Throws<ArgumentException>(() => ofVectors.OpenStream().Step(0)).Message);
        Assert.Throws<InvalidOperationException>(
            () => new SequenceModel(Gru.Zeros(1, 2, bidirectional: true), Dense.Zeros(4, 1), OutputAt.EveryStep)
                .OpenStream());
    }

    private static SequenceModel OfSymbols(LayerDraw draw)
    {
        SequenceModel model = new(
            Embedding.Zeros(4, 3), Lstm.Zeros(3, 5, layers: 2), Dense.Zeros(5, 4), OutputAt.EveryStep);
        draw.Fill(model.Parameters);
        return model;
    }
}
