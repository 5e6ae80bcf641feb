namespace Unrolled.Tests.Layers;

public sealed class LookBackTests
{
    private const int Symbols = 4;

    private static readonly SequencePair[] Pairs =
        [new([1, 0, 3], [2, 1]), new([2], [3, 3, 0]), new([0, 1, 1, 2, 3], [])];

    public static TheoryData<string, LookBack> Looks => new()
    {
        { "rnn", LookBack.LastState }, { "rnn", LookBack.EveryState },
        { "lstm", LookBack.LastState }, { "lstm", LookBack.EveryState },
        { "gru", LookBack.LastState }, { "gru", LookBack.EveryState },
    };

    [Theory]
    [MemberData(nameof(Looks))]
    public void The_loss_is_that_of_the_equations(string kind, LookBack lookBack)
    {
        Seq2Seq model = Model(kind, lookBack, seed: 1);

        Assert.Equal(ByEquations(model), model.Loss(Pairs), 1e-5);
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public void Every_gradient_agrees_with_central_differences_of_the_equations(string kind, LookBack lookBack)
    {
        Seq2Seq model = Model(kind, lookBack, seed: 2);
        PairBatch batch = model.Batch(Pairs);
        model.Parameters.ClearGradients();
        Seq2SeqPass pass = model.Forward(batch.Source, batch.Read, batch.SourceLengths);
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

    [Theory]
    [InlineData(LookBack.LastState)]
    [InlineData(LookBack.EveryState)]
    public void Weights_add_up_to_one_over_the_sources_own_steps(LookBack lookBack)
    {
        Seq2Seq model = Model("gru", lookBack, seed: 3);
        PairBatch batch = model.Batch(Pairs);

        Tensor alpha = model.Forward(batch.Source, batch.Read, batch.SourceLengths).Weights!;

        for (int b = 0; b < Pairs.Length; b++)
        {
            int length = Pairs[b].Source.Length;
            for (int t = 0; t < 4; t++)
            {
                float[] weights = [.. Enumerable.Range(0, 5).Select(i => alpha[t, b, i])];
                Assert.Equal(1, weights.Take(length).Sum(), 1e-5f);
                Assert.All(weights.Skip(length), weight => Assert.Equal(0, weight));
                Assert.Equal(lookBack == LookBack.LastState ? 1 : length, weights.Count(weight => weight > 0));
            }
        }
    }

    [Fact]
    public void A_pair_without_a_look_back_has_no_weights() => Assert.Null(
        new Seq2Seq(
            Embedding.Zeros(4, 3), Gru.Zeros(3, 5), Embedding.Zeros(5, 3), Gru.Zeros(3, 5), 4, 4, new Xoshiro256(1))
        .Forward(new int[2, 1], new int[2, 1]).Weights);

    [Theory]
    [MemberData(nameof(Looks))]
    public void What_every_search_writes_has_the_probability_of_teacher_forcing(string kind, LookBack lookBack)
    {
        const int longest = 4;
        Seq2Seq model = Model(kind, lookBack, seed: 4);
        PairBatch batch = model.Batch(Pairs);
        double forced(int[] source, Hypothesis target) =>
            -model.Loss([new SequencePair(source, [.. target.Symbols])]) * (target.Symbols.Count + 1);

        IReadOnlyList<Hypothesis> written = model.Greedy(batch.Source, longest, batch.SourceLengths);

        foreach ((SequencePair pair, Hypothesis greedy) in Pairs.Zip(written))
        {
            IReadOnlyList<Hypothesis> all =
                model.BeamSearch(pair.Source, (int)Math.Pow(Symbols + 1, longest), longest);
            Hypothesis[] complete = [.. all.Where(target => target.IsComplete)];
            Assert.All(complete, target => Assert.Equal(forced(pair.Source, target), target.LogProbability, 1e-4));
            Assert.Equal(complete[0].Symbols, model.MostProbable(pair.Source, longest)!.Symbols);
            Assert.Equal(greedy.Symbols, model.Greedy(pair.Source, longest).Symbols);
            Assert.Equal(greedy.Symbols, model.BeamSearch(pair.Source, width: 1, longest)[0].Symbols);
            Assert.Equal(
                complete.Take(5).Select(target => target.LogProbability),
                model.LogProbabilities(pair.Source, [.. complete.Take(5).Select(target => (int[])[.. target.Symbols])]),
                (one, other) => Math.Abs(one - other) < 1e-4);
        }
    }

    [Fact]
    public void Looks_that_share_buffers_with_the_pass_before_have_the_same_gradients()
    {
        float[] GradientsAfter(params SequencePair[][] batches)
        {
            Seq2Seq model = Model("lstm", LookBack.EveryState, seed: 6);
            new Trainer(
                model, new Sgd(0), (step, _) => model.Batch(batches[step]), new Xoshiro256(1)).Run(batches.Length);
            return [.. model.Parameters.SelectMany(parameter => parameter.Gradient.Values)];
        }

        Assert.Equal(GradientsAfter(Pairs), GradientsAfter([.. Pairs.AsEnumerable().Reverse()], Pairs));
    }

    [Fact]
    public void Looking_at_every_state_it_learns_to_copy()
    {
        SequenceCopyTask task = new(lengths: new LengthRange(1, 4), symbols: Symbols);
        Seq2Seq model = Model("gru", LookBack.EveryState, seed: 5, hidden: 16);

        model.Fit(task, new Adam(.01), steps: 600, batch: 16, clipNorm: 1, new Xoshiro256(5));

        Assert.InRange(model.ExactMatch(task.Draw(200, new Xoshiro256(1_000_001))), .9, 1);
    }

    private static Seq2Seq Model(string kind, LookBack lookBack, int seed, int hidden = 5)
    {
        LayerDraw draw = new(seed);
        Seq2Seq model = new(
            Embedding.Zeros(Symbols, 3), draw.Layer(kind, 3, hidden), Embedding.Zeros(Symbols + 1, 2),
            draw.Layer(kind, 2, hidden), Symbols, Symbols, draw.Random, lookBack);
        draw.Fill(model.Parameters, bound: hidden > 5 ? .3f : 1);
        return model;
    }

    // The mean loss of all symbols, in double precision, cell by cell.
    private static double ByEquations(Seq2Seq model)
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
                Vector s = written.Outputs[t], c = model.LookBack == LookBack.LastState
                    ? read.Outputs[^1]
                    : DotAttention.Forward(s, read.Outputs).c;
                Vector logits = head.V * Vector.Build.DenseOfEnumerable(s.Concat(c)) + head.b_y;
                sum -= Pointwise.LogSoftmax(logits)[after[t]];
            }
        }

        return sum / Pairs.Sum(pair => pair.Target.Length + 1);
    }
}
