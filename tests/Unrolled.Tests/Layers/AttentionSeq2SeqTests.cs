namespace Unrolled.Tests.Layers;

public sealed class AttentionSeq2SeqTests
{
    private const int Symbols = 4;

    private static readonly SequencePair[] Pairs =
        [new([1, 0, 3], [2, 1]), new([2], [3, 3, 0]), new([0, 1, 1, 2, 3], [])];

    [Theory]
    [InlineData("rnn")]
    [InlineData("lstm")]
    [InlineData("gru")]
    public void The_loss_is_that_of_the_equations(string kind)
    {
        AttentionSeq2Seq model = Model(kind, seed: 1);

        Assert.Equal(ByEquations(model), model.Loss(Pairs), 1e-5);
    }

    [Theory]
    [InlineData("rnn")]
    [InlineData("lstm")]
    [InlineData("gru")]
    public void Every_gradient_agrees_with_central_differences_of_the_equations(string kind)
    {
        AttentionSeq2Seq model = Model(kind, seed: 2);
        PairBatch batch = PairBatch.Of(Pairs, Symbols, Symbols);
        model.Parameters.ClearGradients();
        AttentionSeq2SeqPass pass = model.Forward(batch);
        model.Backward(pass, batch.Targets.Loss(pass.Output).Gradient);

        foreach (Parameter parameter in model.Parameters)
        {
            double[] differences = new double[parameter.Value.Count];
            for (int i = 0; i < differences.Length; i++)
            {
                float kept = parameter.Value.Values[i], above = kept + 1e-3f, below = kept - 1e-3f;
                parameter.Value.Values[i] = above;
                double more = ByEquations(model);
                parameter.Value.Values[i] = below;
                double less = ByEquations(model);
                parameter.Value.Values[i] = kept;
                differences[i] = (more - less) / ((double)above - below);
            }

            double error = RelativeError.Of(
                [.. parameter.Gradient.Values.Select(value => (double)value)], differences);
            Assert.True(error <= 2e-4, $"{parameter.Name}: relative error {error:E1}");
        }
    }

    [Fact]
    public void Weights_add_up_to_one_over_the_sources_own_steps()
    {
        AttentionSeq2SeqPass pass = Model("gru", seed: 3).Forward(PairBatch.Of(Pairs, Symbols, Symbols));

        for (int b = 0; b < Pairs.Length; b++)
        {
            for (int t = 0; t < 4; t++)
            {
                float[] weights = [.. Enumerable.Range(0, 5).Select(i => pass.Weights[t, b, i])];
                Assert.Equal(1, weights.Take(Pairs[b].Source.Length).Sum(), 1e-5f);
                Assert.All(weights.Skip(Pairs[b].Source.Length), weight => Assert.Equal(0, weight));
            }
        }
    }

    [Fact]
    public void What_it_writes_has_the_probability_of_teacher_forcing_and_the_most_probable_symbols()
    {
        AttentionSeq2Seq model = Model("lstm", seed: 4);
        PairBatch batch = PairBatch.Of(Pairs, Symbols, Symbols);

        IReadOnlyList<Hypothesis> written = model.Greedy(batch.Source, 6, batch.SourceLengths);

        Assert.All(written.Zip(Pairs).Where(one => one.First.IsComplete), one => Assert.Equal(
            -model.Loss([one.Second with { Target = [.. one.First.Symbols] }]) * (one.First.Symbols.Count + 1),
            one.First.LogProbability,
            1e-4));
        Assert.Equal(
            Pairs.Select(pair => model.Greedy(
                PairBatch.Of([pair], Symbols, Symbols).Source, 6)[0].Symbols),
            written.Select(one => one.Symbols));
    }

    [Fact]
    public void It_learns_to_copy()
    {
        SequenceCopyTask task = new(lengths: new LengthRange(1, 4), symbols: Symbols);
        AttentionSeq2Seq model = Model("gru", seed: 5, hidden: 16);

        model.Fit(task, new Adam(.01), steps: 600, batch: 16, clipNorm: 1, new Xoshiro256(5));

        Assert.InRange(model.ExactMatch(task.Draw(200, new Xoshiro256(1_000_001))), .9, 1);
    }

    [Fact]
    public void An_encoder_that_reads_backwards_too_is_refused() => Assert.StartsWith(
        "encoder reads backwards",
        Assert.Throws<ArgumentException>(() => new AttentionSeq2Seq(
            Embedding.Zeros(4, 3), Gru.Zeros(3, 5, bidirectional: true), Embedding.Zeros(5, 3), Gru.Zeros(3, 5),
            4, 4, new Xoshiro256(1))).Message);

    private static AttentionSeq2Seq Model(string kind, int seed, int hidden = 5)
    {
        LayerDraw draw = new(seed);
        AttentionSeq2Seq model = new(
            Embedding.Zeros(Symbols, 3), draw.Layer(kind, 3, hidden), Embedding.Zeros(Symbols + 1, 2),
            draw.Layer(kind, 2, hidden), Symbols, Symbols, draw.Random);
        draw.Fill(model.Parameters, bound: hidden > 5 ? .3f : 1);
        return model;
    }

    // The mean loss of all symbols, in double precision, cell by cell.
    private static double ByEquations(AttentionSeq2Seq model)
    {
        static Vector vector(Parameter weights, int row, int size) => Vector.Build.Dense(
            size, k => weights.Value[row, k]);
        ICell encoder = model.Encoder.CellOf(0, reverse: false), decoder = model.Decoder.CellOf(0, reverse: false);
        OutputLayer head = model.Head.ToOutputLayer();
        double sum = 0;
        foreach (SequencePair pair in Pairs)
        {
            CellTrace read = encoder.Run(
                [.. pair.Source.Select(x => vector(model.Parameters["source.weight"], x, 3))]);
            int[] before = [Symbols, .. pair.Target], after = [.. pair.Target, Symbols];
            CellTrace written = decoder.Run(
                [.. before.Select(y => vector(model.Parameters["target.weight"], y, 2))], read.Final);
            for (int t = 0; t < after.Length; t++)
            {
                Vector s = written.Outputs[t], c = DotAttention.Forward(s, read.Outputs).c;
                Vector logits = head.V * Vector.Build.DenseOfEnumerable(s.Concat(c)) + head.b_y;
                sum -= Pointwise.LogSoftmax(logits)[after[t]];
            }
        }

        return sum / Pairs.Sum(pair => pair.Target.Length + 1);
    }
}
