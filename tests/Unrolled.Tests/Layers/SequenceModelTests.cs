namespace Unrolled.Tests.Layers;

public sealed class SequenceModelTests
{
    [Fact]
    public void At_the_last_step_the_head_reads_each_direction_where_it_ends()
    {
        LayerDraw draw = new(1);
        RecurrentLayer layer = draw.Layer("gru", 2, 3, layers: 2, bidirectional: true);
        SequenceModel model = new(layer, Dense.Zeros(6, 1), OutputAt.LastStep);

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
        Dense head = Dense.Zeros(3, 2);
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
        var error = Assert.Throws<ArgumentException>(
            () => new SequenceModel(Rnn.Zeros(1, 3, bidirectional: true), Dense.Zeros(3, 1), OutputAt.EveryStep));

        Assert.StartsWith("head takes 3 features; recurrent gives 6.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_head_is_drawn_uniform_within_one_over_the_root_of_its_inputs_weight_before_bias()
    {
        SequenceModel model = new(Rnn.Zeros(2, 9), 2, OutputAt.LastStep, new Xoshiro256(1));

        Xoshiro256 random = new(1);
        float[] expected = [.. Enumerable.Range(0, 20).Select(
            _ => (float)(1 / Math.Sqrt(9) * (2 * random.NextDouble() - 1)))];
        Assert.Equal(expected[..18], model.Parameters["head.weight"].Value.Values);
        Assert.Equal(expected[18..], model.Parameters["head.bias"].Value.Values);
    }

    [Fact]
    public void Symbols_are_read_as_their_embeddings_and_their_gradients_reach_the_rows_and_the_initial_state()
    {
        LayerDraw draw = new(1);
        Embedding embedding = Embedding.Zeros(4, 2);
        SequenceModel model = new(embedding, Gru.Zeros(2, 5), Dense.Zeros(5, 3), OutputAt.EveryStep);
        SequenceModel ofVectors = new(model.Recurrent, model.Head, OutputAt.EveryStep);
        draw.Fill(model.Parameters);
        int[,] symbols = { { 2, 0 }, { 1, 2 }, { 2, 3 } };
        int[] lengths = [3, 2];
        RecurrentState initial = draw.State(model.Recurrent, 2);
        Tensor dOutput = draw.Tensor(3, 2, 3);
        SequencePass expected = ofVectors.Forward(embedding.Forward(symbols), initial, lengths);
        RecurrentGradient gradient = ofVectors.Backward(expected, dOutput);
        (float[] dx, float[] dInitial) = ([.. gradient.Input.Values], [.. gradient.Initial.Hidden.Values]);
        model.Parameters.ClearGradients();

        SequencePass pass = model.Forward(symbols, initial, lengths);
        RecurrentState found = model.Backward(pass, dOutput).Initial;

        Assert.Equal(expected.Output.Values, pass.Output.Values);
        Assert.Equal(dInitial, found.Hidden.Values);
        // Symbol 2 is at [0, 0], [1, 1] and [2, 0], symbol 3 only past a sequence's end.
        Tensor rows = model.Parameters["embedding.weight"].Gradient;
        for (int k = 0; k < 2; k++)
        {
            Assert.Equal(dx[k] + dx[6 + k] + dx[8 + k], rows[2, k], 1e-6f);
            Assert.Equal(0, rows[3, k]);
        }
    }

    [Fact]
    public void An_embedding_that_does_not_fit_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(
            () => new SequenceModel(Embedding.Zeros(4, 3), Rnn.Zeros(2, 5), Dense.Zeros(5, 1), OutputAt.EveryStep));

        Assert.StartsWith("recurrent takes 2 features; embedding gives 3.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Vectors_for_a_model_of_symbols_and_symbols_for_one_of_vectors_are_refused()
    {
        SequenceModel ofSymbols = new(Embedding.Zeros(4, 2), Rnn.Zeros(2, 3), Dense.Zeros(3, 1), OutputAt.EveryStep);
        SequenceModel ofVectors = new(Rnn.Zeros(2, 3), Dense.Zeros(3, 1), OutputAt.EveryStep);

        Assert.StartsWith(
            "x is a tensor; this model has an embedding, and expects symbols, an int[,] of 0 to 3.",
            Assert.Throws<ArgumentException>(() => ofSymbols.Forward(new Tensor(1, 1, 2))).Message);
        Assert.StartsWith(
            "symbols were given; this model has no embedding, and expects a tensor [time, batch, 2].",
            Assert.Throws<ArgumentException>(() => ofVectors.Forward(new int[1, 1])).Message);
    }

    [Theory]
    [InlineData(OutputAt.EveryStep)]
    [InlineData(OutputAt.LastStep)]
    public void Inference_gives_the_outputs_of_the_forward_pass_to_the_bit_and_leaves_nothing_to_go_back_through(
        OutputAt outputAt)
    {
        LayerDraw draw = new(4);
        SequenceModel ofVectors = new(new Lstm(2, 5, draw.Random), 3, outputAt, draw.Random);
        SequenceModel ofSymbols =
            new(new Embedding(4, 2, draw.Random), new Gru(2, 5, draw.Random), 3, outputAt, draw.Random);
        Tensor x = draw.Tensor(6, 3, 2);
        int[,] symbols = { { 0, 1, 2 }, { 3, 2, 1 }, { 1, 1, 0 } };
        int[] lengths = [6, 1, 4];

        SequencePass inferred = ofVectors.Infer(x, lengths: lengths);
        float[] outputs = [.. inferred.Output.Values];

        Assert.Equal(ofVectors.Forward(x, lengths: lengths).Output.Values, outputs);
        Assert.Equal(ofSymbols.Forward(symbols).Output.Values, ofSymbols.Infer(symbols).Output.Values);
        Assert.Equal(outputs, ofVectors.Infer(x, lengths: lengths, reuse: inferred).Output.Values);
        Assert.Throws<ArgumentException>(() => ofVectors.Backward(inferred, inferred.Output));
    }
}
