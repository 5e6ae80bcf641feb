using FsCheck.Fluent;

namespace Unrolled.Tests.Layers;

public sealed class Seq2SeqTests
{
    private const int SourceSymbols = 6;
    private const int TargetSymbols = 5;
    private const int Start = 3;
    private const int End = 4;

    [Theory]
    [InlineData("rnn")]
    [InlineData("lstm")]
    [InlineData("gru")]
    public void A_batch_of_pairs_agrees_with_the_equations_on_loss_and_gradients(string kind) =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => AssertGradients(kind, seed)).CheckSeeded(tests: 30);

    [Theory]
    [InlineData("rnn")]
    [InlineData("lstm")]
    [InlineData("gru")]
    public void What_a_batch_writes_greedily_is_what_the_equations_write_one_by_one(string kind)
    {
        List<int[]> all = [];
        for (int seed = 1; seed <= 20; seed++)
        {
            LayerDraw draw = new(seed);
            Seq2Seq model = Model(draw, kind, hidden: 6, bound: 1.5f);
            // So that some targets come to an end and some do not.
            model.Decoder.Head.Parameters["bias"].Value.Values[End] += 1;
            EncoderDecoder expected = Equations(model, kind);
            SequencePair[] pairs = Pairs(draw, 5);
            PairBatch batch = PairBatch.Of(pairs, Start, End);

            IReadOnlyList<int[]> written = model.Greedy(batch.Source, longest: 7, batch.SourceLengths);

            Assert.Equal(pairs.Select(pair => expected.Greedy(pair.Source, 7).Symbols), written);
            all.AddRange(written);
        }

        Assert.Contains(all, symbols => symbols.Length == 7);
        Assert.Contains(all, symbols => symbols.Length is > 0 and < 7);
    }

    [Fact]
    public void A_pair_that_shares_buffers_with_the_pass_before_has_the_same_gradients()
    {
        LayerDraw draw = new(3);
        Seq2Seq model = Model(draw, "lstm", hidden: 4, bound: .5f);
        PairBatch first = model.Batch(Pairs(draw, 4)), second = model.Batch(Pairs(draw, 4));
        float[] GradientsAfter(params PairBatch[] batches)
        {
            new Trainer(model, new Sgd(0), (step, _) => batches[step], draw.Random).Run(batches.Length);
            return [.. model.Parameters.SelectMany(parameter => parameter.Gradient.Values)];
        }

        Assert.Equal(GradientsAfter(second), GradientsAfter(first, second));
    }

    [Fact]
    public void Parts_that_do_not_fit_are_refused_by_name()
    {
        Embedding source = Embedding.Zeros(SourceSymbols, 3);
        Lstm encoder = Lstm.Zeros(3, 4);
        SequenceModel Decoder(
            RecurrentLayer layer, int outputs = TargetSymbols, OutputAt outputAt = OutputAt.EveryStep) =>
            new(Embedding.Zeros(TargetSymbols, 2), layer, Dense.Zeros(layer.OutputSize, outputs), outputAt);
        void Refused(string message, RecurrentLayer reader, SequenceModel decoder, int start = Start, int end = End) =>
            Assert.StartsWith(
                message,
                Assert.ThrowsAny<ArgumentException>(() => new Seq2Seq(source, reader, decoder, start, end)).Message);

        Refused("encoder takes 2 features; sourceEmbedding gives 3.", Lstm.Zeros(2, 4), Decoder(Lstm.Zeros(2, 4)));
        Refused(
            "decoder begins from h [1, 1, 5] and as many c; encoder ends in h [1, 1, 4] and as many c.",
            encoder,
            Decoder(Lstm.Zeros(2, 5)));
        Refused(
            "decoder begins from h [1, 1, 4]; encoder ends in h [1, 1, 4] and as many c.",
            encoder,
            Decoder(Gru.Zeros(2, 4)));
        Refused(
            "decoder is read at LastStep; expected EveryStep.",
            encoder,
            Decoder(Lstm.Zeros(2, 4), outputAt: OutputAt.LastStep));
        Refused("decoder reads backwards", encoder, Decoder(Lstm.Zeros(2, 4, bidirectional: true)));
        Refused("decoder has 4 outputs; expected 5", encoder, Decoder(Lstm.Zeros(2, 4), outputs: 4));
        Refused(
            "decoder has no embedding",
            encoder,
            new SequenceModel(Lstm.Zeros(2, 4), Dense.Zeros(4, 5), OutputAt.EveryStep));
        Refused("start is 5; expected 0 to 4.", encoder, Decoder(Lstm.Zeros(2, 4)), start: 5);
        Refused("end is -1; expected 0 to 4.", encoder, Decoder(Lstm.Zeros(2, 4)), end: -1);
    }

    [Fact]
    public void One_target_for_every_source_is_asked_for()
    {
        Seq2Seq model = Model(new LayerDraw(1), "gru", hidden: 3, bound: .5f);

        Assert.StartsWith(
            "read has 3 sequences; expected 2",
            Assert.Throws<ArgumentException>(() => model.Forward(new int[4, 2], new int[4, 3])).Message);
    }

    private static void AssertGradients(string kind, int seed)
    {
        LayerDraw draw = new(seed);
        int hidden = 1 + draw.Random.Next(20);
        Seq2Seq model = Model(draw, kind, hidden, bound: 1 / MathF.Sqrt(hidden));
        EncoderDecoder equations = Equations(model, kind);
        SequencePair[] pairs = Pairs(draw, 1 + draw.Random.Next(5));

        double loss = Learn(model, PairBatch.Of(pairs, Start, End));

        // The layers' loss is a mean over all symbols of the batch, the equations' one a sum over one pair's.
        EncoderDecoderRun[] runs = [.. pairs.Select(pair => equations.Run(pair.Source, pair.Target))];
        int symbols = pairs.Sum(pair => pair.Target.Length + 1);
        Assert.Equal(runs.Sum(run => run.Loss.Total) / symbols, loss, 1e-5);
        EncoderDecoderGradient[] gradients = [.. runs.Select(equations.Gradient)];
        foreach (Parameter parameter in model.Parameters)
        {
            double[] expected = new double[parameter.Gradient.Count];
            foreach (EncoderDecoderGradient gradient in gradients)
            {
                double[] one = Named(gradient, parameter.Name);
                for (int i = 0; i < one.Length; i++)
                    expected[i] += one[i] / symbols;
            }

            double error = RelativeError.Of([.. parameter.Gradient.Values.Select(value => (double)value)], expected);
            Assert.True(error <= 1e-4, $"{parameter.Name}: relative error {error:E1}");
        }
    }

    // The loss; the gradients are left in the parameters.
    private static double Learn(Seq2Seq model, PairBatch batch) =>
        new Trainer(model, new Sgd(0), (_, _) => batch, new Xoshiro256(1)).Run(1).Losses[0];

    private static double[] Named(EncoderDecoderGradient gradient, string name)
    {
        var decoder = (CellWithOutput)gradient.Decoder.OfParameters;
        IEnumerable<NamedTensor> all =
        [
            .. TorchWeights.Write(gradient.SourceEmbedding, "source."),
            .. TorchWeights.WriteGradients(gradient.Encoder.OfParameters, prefix: "encoder."),
            .. TorchWeights.Write(gradient.TargetEmbedding, "decoder.embedding."),
            .. TorchWeights.WriteGradients(decoder.Layer, prefix: "decoder."),
            .. TorchWeights.Write(decoder.OutputLayer, "decoder.head."),
        ];
        return all.Single(tensor => tensor.Name == name).ToDoubles();
    }

    private static Seq2Seq Model(LayerDraw draw, string kind, int hidden, float bound)
    {
        RecurrentLayer decoder = draw.Layer(kind, 2, hidden);
        Seq2Seq model = new(
            Embedding.Zeros(SourceSymbols, 3),
            draw.Layer(kind, 3, hidden),
            new SequenceModel(
                Embedding.Zeros(TargetSymbols, 2), decoder, Dense.Zeros(hidden, TargetSymbols), OutputAt.EveryStep),
            Start,
            End);
        draw.Fill(model.Parameters, bound);
        return model;
    }

    private static EncoderDecoder Equations(Seq2Seq model, string kind)
    {
        SafetensorsFile file = new(model.Parameters.ToTensors());
        ICell Cell(int inputs) => kind switch
        {
            "rnn" => RnnCell.Zeros(inputs, model.Encoder.HiddenSize),
            "lstm" => LstmCell.Zeros(inputs, model.Encoder.HiddenSize),
            _ => GruCell.Zeros(inputs, model.Encoder.HiddenSize),
        };
        (ICell encoder, ICell decoder) = (Cell(3), Cell(2));
        (EmbeddingMatrix source, EmbeddingMatrix target) =
            (EmbeddingMatrix.Zeros(SourceSymbols, 3), EmbeddingMatrix.Zeros(TargetSymbols, 2));
        OutputLayer readOut = OutputLayer.Zeros(model.Encoder.HiddenSize, TargetSymbols, OutputActivation.Linear);
        TorchWeights.Read(encoder, file, prefix: "encoder.");
        TorchWeights.Read(decoder, file, prefix: "decoder.");
        TorchWeights.Read(source, file, "source.");
        TorchWeights.Read(target, file, "decoder.embedding.");
        TorchWeights.Read(readOut, file, "decoder.head.");
        return new EncoderDecoder(source, encoder, target, new CellWithOutput(decoder, readOut), Start, End);
    }

    // Of different lengths; a target may be empty.
    private static SequencePair[] Pairs(LayerDraw draw, int count)
    {
        int[] Symbols(int length, int symbols) =>
            [.. Enumerable.Range(0, length).Select(_ => draw.Random.Next(symbols))];
        return [.. Enumerable.Range(0, count).Select(_ =>
            new SequencePair(Symbols(1 + draw.Random.Next(8), SourceSymbols), Symbols(draw.Random.Next(6), Start)))];
    }
}
