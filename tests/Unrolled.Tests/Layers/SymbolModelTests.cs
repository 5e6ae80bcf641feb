
namespace Unrolled.Tests.Layers;

public sealed class SymbolModelTests
{
    private readonly LayerDraw draw = new(1);

    [Fact]
    public void Symbols_are_read_as_their_embeddings_and_their_gradients_reach_the_rows_and_the_initial_state()
    {
        SymbolModel model = Model();
        int[,] symbols = { { 2, 0 }, { 1, 2 }, { 2, 3 } };
        int[] lengths = [3, 2];
        RecurrentState initial = draw.State(model.Sequence.Recurrent, 2);
        Tensor dOutput = draw.Tensor(3, 2, 3);
        Tensor x = model.Embedding.Forward(symbols);
        SequencePass expected = model.Sequence.Forward(x, initial, lengths);
        RecurrentGradient gradient = model.Sequence.Backward(expected, dOutput);
        (float[] dx, float[] dInitial) = ([.. gradient.Input.Values], [.. gradient.Initial.Hidden.Values]);
        model.Parameters.ClearGradients();

        SequencePass pass = model.Forward(symbols, initial, lengths);
        RecurrentState found = model.Backward(symbols, pass, dOutput);

        Assert.Equal(expected.Output.Values, pass.Output.Values);
        Assert.Equal(dInitial, found.Hidden.Values);
        // Symbol 2 stands at [0, 0], [1, 1] and [2, 0], symbol 3 only past a sequence's end.
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
            () => new SymbolModel(new Embedding(4, 3), new SequenceModel(new Rnn(2, 5), new Dense(5, 1), OutputAt.EveryStep)));

        Assert.StartsWith("sequence takes 2 features; embedding gives 3.", error.Message, StringComparison.Ordinal);
    }

    private SymbolModel Model()
    {
        SymbolModel model = new(new Embedding(4, 2), new SequenceModel(new Gru(2, 5), new Dense(5, 3), OutputAt.EveryStep));
        draw.Fill(model.Parameters);
        return model;
    }
}
