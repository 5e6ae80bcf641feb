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
        List<Hypothesis> all = [];
        for (int seed = 1; seed <= 20; seed++)
        {
            LayerDraw draw = new(seed);
            Seq2Seq model = Model(draw, kind, hidden: 6, bound: 1.5f);
            // So that some targets come to an end and some do not.
            model.Head.Parameters["bias"].Value.Values[End] += 1;
            EncoderDecoder expected = Equations(model, kind);
            SequencePair[] pairs = Pairs(draw, 5);
            PairBatch batch = PairBatch.Of(pairs, Start, End);

            IReadOnlyList<Hypothesis> written = model.Greedy(batch.Source, longest: 7, batch.SourceLengths);

            AssertSame([.. pairs.Select(pair => expected.Greedy(pair.Source, 7))], written);
            AssertSame(written, [.. pairs.Select(pair => model.Greedy(pair.Source, 7))]);
            all.AddRange(written);
        }

        Assert.Contains(all, target => !target.IsComplete && target.Symbols.Count == 7);
        Assert.Contains(all, target => target.IsComplete && target.Symbols.Count is > 0 and < 7);
    }

    [Theory]
    [InlineData("rnn")]
    [InlineData("lstm")]
    [InlineData("gru")]
    public void A_beam_finds_what_the_beam_of_the_equations_finds(string kind)
    {
        for (int seed = 1; seed <= 20; seed++)
        {
            LayerDraw draw = new(seed);
            Seq2Seq model = Model(draw, kind, hidden: 6, bound: 1.5f);
            int[] source = Pairs(draw, 1)[0].Source;

            foreach (int width in new[] { 1, 3, 10 })
            {
                AssertSame(
                    Equations(model, kind).BeamSearch(source, width, longest: 5, lengthPenalty: .7),
                    model.BeamSearch(source, width, longest: 5, lengthPenalty: .7));
            }
        }
    }

    [Fact]
    public void A_beam_as_wide_as_there_are_beginnings_finds_every_target_with_the_probability_of_teacher_forcing()
    {
        const int longest = 3;
        LayerDraw draw = new(7);
        Seq2Seq model = Model(draw, "lstm", hidden: 4, bound: 1);
        int[] source = [1, 5, 2];

        IReadOnlyList<Hypothesis> found =
            model.BeamSearch(source, width: (int)Math.Pow(TargetSymbols, longest), longest);

        // Every symbol but the end may follow every other: 1 + 4 + 16 complete targets, and 64 that were stopped.
        Assert.Equal(21, found.Count(target => target.IsComplete));
        Assert.Equal(64, found.Count(target => !target.IsComplete));
        Assert.Equal(1, found.Sum(target => Math.Exp(target.LogProbability)), 1e-5);
        Assert.Equal(
            85, found.Select(target => string.Join(' ', target.Symbols) + target.IsComplete).Distinct().Count());
        Assert.All(found, target => Assert.Equal(
            ForcedLogProbability(model, source, target), target.LogProbability, 1e-5));
        Assert.Equal(
            found.OrderByDescending(target => target.IsComplete).ThenByDescending(target => target.LogProbability),
            found);
    }

    [Fact]
    public void A_beam_of_one_is_greedy_with_ties_too()
    {
        for (int seed = 0; seed <= 30; seed++)
        {
            // Without weights all symbols are equally probable; the first is taken.
            LayerDraw draw = new(seed);
            Seq2Seq model = Model(draw, "gru", hidden: 5, bound: seed == 0 ? 0 : 2);
            int[] source = Pairs(draw, 1)[0].Source;

            AssertSame([model.Greedy(source, 6)], model.BeamSearch(source, width: 1, longest: 6));
        }
    }

    [Fact]
    public void A_target_that_was_stopped_never_stands_before_a_complete_one()
    {
        Seq2Seq model = Model(new LayerDraw(1), "rnn", hidden: 3, bound: 0);
        // Going on is a little more probable than the end at every step.
        model.Head.Parameters["bias"].Value.Values[1] = .1f;

        IReadOnlyList<Hypothesis> found = model.BeamSearch([0], width: 8, longest: 2);

        Assert.True(found[0].IsComplete);
        Assert.Contains(found, target => !target.IsComplete && target.LogProbability > found[1].LogProbability);
        Assert.Equal(found.OrderByDescending(target => target.IsComplete), found);
    }

    [Fact]
    public void The_length_penalty_divides_ln_p_as_in_Wu_and_others_and_lets_long_targets_win()
    {
        Hypothesis shorter = new([1], -2, IsComplete: true), longer = new([1, 2, 1, 2, 1, 2], -2.5, IsComplete: true);

        Assert.Equal(-2, shorter.Score(0));
        // |Y| counts the end: (5 + 2) / 6 and (5 + 7) / 6.
        Assert.Equal(-2 / (7 / 6.0), shorter.Score(1), 12);
        Assert.Equal(-2.5 / Math.Pow(2, .6), longer.Score(.6), 12);
        Assert.Equal(-2.5 / (11 / 6.0), (longer with { IsComplete = false }).Score(1), 12);
        Assert.True(longer.Score(.6) > shorter.Score(.6) && longer.Score(0) < shorter.Score(0));
        Assert.StartsWith(
            "lengthPenalty is -1", Assert.Throws<ArgumentOutOfRangeException>(() => shorter.Score(-1)).Message);
        Assert.Equal("[1], complete, ln p = -2.0000", shorter.ToString());
    }

    [Fact]
    public void A_watcher_sees_every_continuation_and_which_of_them_the_search_kept()
    {
        LayerDraw draw = new(4);
        Seq2Seq model = Model(draw, "lstm", hidden: 5, bound: 2);
        int[] source = [1, 5, 2];
        List<IReadOnlyList<BeamContinuation>> levels = [], byEquations = [];

        IReadOnlyList<Hypothesis> found = model.BeamSearch(source, width: 3, longest: 5, watch: levels.Add);
        Equations(model, "lstm").BeamSearch(source, width: 3, longest: 5, watch: byEquations.Add);

        AssertSame(found, model.BeamSearch(source, width: 3, longest: 5));
        Assert.Equal(TargetSymbols, levels[0].Count);
        Assert.Equal(3, levels[0].Count(one => one.IsKept));
        for (int length = 1; length < levels.Count; length++)
        {
            Hypothesis[] beam =
                [.. levels[length - 1].Where(one => one.IsKept && !one.Target.IsComplete).Select(one => one.Target)];
            Assert.Equal(beam.Length * TargetSymbols, levels[length].Count);
            Assert.Equal(beam.Length, levels[length].Count(one => one.IsKept));
        }

        Assert.All(levels, level =>
        {
            Assert.Equal(level.OrderByDescending(one => one.Target.LogProbability), level);
            Assert.Equal(level.OrderByDescending(one => one.IsKept), level);
        });
        Assert.Equal(
            found.Where(one => one.IsComplete).Select(one => string.Join(' ', one.Symbols)).Order(),
            levels.SelectMany(level => level).Where(one => one.IsKept && one.Target.IsComplete)
                .Select(one => string.Join(' ', one.Target.Symbols)).Order());
        Assert.Equal(byEquations.Count, levels.Count);
        foreach ((IReadOnlyList<BeamContinuation> expected, IReadOnlyList<BeamContinuation> level)
            in byEquations.Zip(levels))
        {
            AssertSame([.. expected.Select(one => one.Target)], [.. level.Select(one => one.Target)]);
            Assert.Equal(expected.Select(one => one.IsKept), level.Select(one => one.IsKept));
        }
    }

    [Fact]
    public void The_most_probable_target_is_the_best_of_a_beam_that_leaves_nothing_out()
    {
        const int longest = 4;
        int better = 0;
        for (int seed = 1; seed <= 30; seed++)
        {
            LayerDraw draw = new(seed);
            Seq2Seq model = Model(draw, "gru", hidden: 5, bound: 2);
            int[] source = Pairs(draw, 1)[0].Source;

            Hypothesis? found = model.MostProbable(source, longest);

            Hypothesis best = model.BeamSearch(source, (int)Math.Pow(TargetSymbols, longest), longest)
                .Where(target => target.IsComplete).MaxBy(target => target.LogProbability)!;
            AssertSame([best], [found!]);
            better += model.Greedy(source, longest) is var greedy
                && (!greedy.IsComplete || greedy.LogProbability < best.LogProbability - 1e-9) ? 1 : 0;
        }

        Assert.True(better > 0);
    }

    [Fact]
    public void A_search_without_patience_says_how_many_beginnings_there_are()
    {
        Seq2Seq model = Model(new LayerDraw(1), "rnn", hidden: 3, bound: 0);
        // The end is far less probable than every other symbol.
        model.Head.Parameters["bias"].Value.Values[End] = -5;

        Assert.Contains(
            "4 beginnings of 1 symbols are left; there is patience for 2",
            Assert.Throws<InvalidOperationException>(
                () => model.MostProbable([1], 9, mostBeginnings: 2)).Message);
    }

    [Theory]
    [InlineData("lstm")]
    [InlineData("gru")]
    public void Units_that_are_not_passed_begin_from_zero_and_no_error_comes_back_through_them(string kind)
    {
        LayerDraw draw = new(6);
        Seq2Seq all = Model(draw, kind, hidden: 5, bound: 1), two = Passing(all, 2), every = Passing(all, 5);
        PairBatch batch = PairBatch.Of(Pairs(draw, 4), Start, End);

        RecurrentState initial = two.Forward(batch.Source, batch.Read, batch.SourceLengths).Encoder.Final;
        Seq2SeqPass forced = two.Forward(batch.Source, batch.Read, batch.SourceLengths);
        RecurrentState passed = initial.Copy();
        foreach (Tensor part in passed.Cell is { } cell ? (Tensor[])[passed.Hidden, cell] : [passed.Hidden])
        {
            for (int i = 0; i < part.Count; i++)
                part.Values[i] = i % 5 < 2 ? part.Values[i] : 0;
        }

        RecurrentPass decoder = two.Decoder.Forward(two.TargetEmbedding.Forward(batch.Read), passed);
        Assert.Equal(two.Head.Forward(decoder.Output).Values, forced.Output.Values);
        Assert.Equal(
            all.Forward(batch.Source, batch.Read, batch.SourceLengths).Output.Values,
            every.Forward(batch.Source, batch.Read, batch.SourceLengths).Output.Values);
        AssertDifferences(two, batch);
        Assert.Throws<ArgumentOutOfRangeException>(() => Passing(all, 6));
        Assert.Throws<ArgumentOutOfRangeException>(() => Passing(all, 0));
    }

    [Fact]
    public void One_call_makes_a_pair_whose_every_part_is_drawn()
    {
        Xoshiro256 random = new(1);
        Embedding source = new(SourceSymbols, 3, random), target = new(TargetSymbols, 2, random);
        Lstm encoder = new(3, 4, random), decoder = new(2, 4, random);

        Seq2Seq model = new(source, encoder, target, decoder, Start, End, random);

        Assert.All(model.Parameters, parameter => Assert.DoesNotContain(0, parameter.Value.Values));
        Assert.Equal([TargetSymbols, 4], model.Parameters["head.weight"].Value.Shape);
        Assert.Equal(model.Parameters.Count, model.Parameters.Select(parameter => parameter.Name).Distinct().Count());
    }

    [Fact]
    public void A_search_from_nothing_or_for_nothing_is_refused()
    {
        Seq2Seq model = Model(new LayerDraw(1), "gru", hidden: 3, bound: .5f);

        Assert.StartsWith("source is empty", Assert.Throws<ArgumentException>(() => model.Greedy([], 3)).Message);
        Assert.StartsWith(
            "source is empty", Assert.Throws<ArgumentException>(() => model.BeamSearch([], 2, 3)).Message);
        Assert.StartsWith(
            "width is 0", Assert.Throws<ArgumentOutOfRangeException>(() => model.BeamSearch([1], 0, 3)).Message);
        Assert.StartsWith(
            "longest is 0", Assert.Throws<ArgumentOutOfRangeException>(() => model.BeamSearch([1], 1, 0)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => model.BeamSearch([1], 1, 3, lengthPenalty: double.NaN));
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
        Lstm encoder = Lstm.Zeros(3, 4);
        void Refused(
            string message, RecurrentLayer reader, RecurrentLayer writer, Dense? head = null, int start = Start,
            int end = End, LookBack lookBack = LookBack.None) =>
            Assert.StartsWith(
                message,
                Assert.ThrowsAny<ArgumentException>(() => new Seq2Seq(
                    Embedding.Zeros(SourceSymbols, 3), reader, Embedding.Zeros(TargetSymbols, 2), writer,
                    head ?? Dense.Zeros(writer.OutputSize, TargetSymbols), start, end, lookBack)).Message);

        Refused("encoder takes 2 features; sourceEmbedding gives 3.", Lstm.Zeros(2, 4), Lstm.Zeros(2, 4));
        Refused("decoder takes 3 features; targetEmbedding gives 2.", encoder, Lstm.Zeros(3, 4));
        Refused(
            "decoder begins from h [1, 1, 5] and as many c; encoder ends in h [1, 1, 4] and as many c.",
            encoder,
            Lstm.Zeros(2, 5));
        Refused(
            "decoder begins from h [1, 1, 4]; encoder ends in h [1, 1, 4] and as many c.", encoder, Gru.Zeros(2, 4));
        Refused("decoder reads backwards", encoder, Lstm.Zeros(2, 4, bidirectional: true));
        Refused(
            "encoder reads backwards", Gru.Zeros(3, 4, bidirectional: true), Gru.Zeros(2, 4, layers: 2),
            Dense.Zeros(8, TargetSymbols), lookBack: LookBack.EveryState);
        Refused(
            "head takes 4 features and has 4 outputs; expected 4 features and 5 outputs", encoder, Lstm.Zeros(2, 4),
            Dense.Zeros(4, 4));
        Refused(
            "head takes 4 features and has 5 outputs; expected 8 features and 5 outputs", encoder, Lstm.Zeros(2, 4),
            lookBack: LookBack.LastState);
        Refused("lookBack is 7", encoder, Lstm.Zeros(2, 4), lookBack: (LookBack)7);
        Refused("start is 5; expected 0 to 4.", encoder, Lstm.Zeros(2, 4), start: 5);
        Refused("end is -1; expected 0 to 4.", encoder, Lstm.Zeros(2, 4), end: -1);
    }

    [Fact]
    public void One_target_for_every_source_is_asked_for()
    {
        Seq2Seq model = Model(new LayerDraw(1), "gru", hidden: 3, bound: .5f);

        Assert.StartsWith(
            "read has 3 sequences; expected 2",
            Assert.Throws<ArgumentException>(() => model.Forward(new int[4, 2], new int[4, 3])).Message);
    }

    [Fact]
    public void A_backward_pass_needs_a_pass_of_the_model_and_the_parameters_of_that_pass()
    {
        LayerDraw draw = new(8);
        Seq2Seq model = Model(draw, "gru", hidden: 3, bound: .5f), other = Model(draw, "gru", hidden: 3, bound: .5f);
        PairBatch batch = model.Batch(Pairs(draw, 2));
        Seq2SeqPass pass = model.Forward(batch.Source, batch.Read, batch.SourceLengths);
        Tensor dOutput = batch.Targets.Loss(pass.Output).Gradient;

        Assert.StartsWith(
            "pass is a pass of another model",
            Assert.Throws<ArgumentException>(() => other.Backward(pass, dOutput)).Message);
        // Of all parts, the head alone.
        model.Head.Parameters.Load(new SafetensorsFile(model.Head.Parameters.ToTensors()));
        Assert.StartsWith(
            "The parameters have changed",
            Assert.Throws<InvalidOperationException>(() => model.Backward(pass, dOutput)).Message);
    }

    private static Seq2Seq Passing(Seq2Seq model, int units) =>
        new(model.SourceEmbedding, model.Encoder, model.TargetEmbedding, model.Decoder, model.Head, Start, End)
        {
            PassedUnits = units,
        };

    // The gradient of the encoder's weights along itself against the change of the loss, in single precision.
    private static void AssertDifferences(Seq2Seq model, PairBatch batch)
    {
        Learn(model, batch);
        Parameter weights = model.Encoder.Parameters[0];
        float[] kept = [.. weights.Value.Values], gradient = [.. weights.Gradient.Values];
        double norm = Math.Sqrt(gradient.Sum(value => (double)value * value));
        double LossAt(double step)
        {
            for (int i = 0; i < kept.Length; i++)
                weights.Value.Values[i] = (float)(kept[i] + step * gradient[i] / norm);
            double loss = model.Loss(batch);
            kept.CopyTo(weights.Value.Values, 0);
            return loss;
        }

        Assert.Equal(norm, (LossAt(.01) - LossAt(-.01)) / .02, norm * .01);
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

    // ln p of a target's symbols, and of the end if it is complete, when the decoder reads them.
    private static double ForcedLogProbability(Seq2Seq model, int[] source, Hypothesis target)
    {
        int[] written = target.IsComplete ? [.. target.Symbols, End] : [.. target.Symbols];
        int[,] sources = new int[source.Length, 1], read = new int[written.Length, 1];
        for (int t = 0; t < source.Length; t++)
            sources[t, 0] = source[t];
        for (int t = 0; t < written.Length; t++)
            read[t, 0] = t == 0 ? Start : written[t - 1];
        Tensor logits = model.Forward(sources, read).Output;
        return Enumerable.Range(0, written.Length)
            .Sum(t => Math.Log(Sampling.Softmax(logits.At(t, 0))[written[t]]));
    }

    private static void AssertSame(IReadOnlyList<Hypothesis> expected, IReadOnlyList<Hypothesis> found)
    {
        Assert.Equal(expected.Select(target => target.Symbols), found.Select(target => target.Symbols));
        Assert.Equal(expected.Select(target => target.IsComplete), found.Select(target => target.IsComplete));
        Assert.All(
            expected.Zip(found),
            pair => Assert.Equal(pair.First.LogProbability, pair.Second.LogProbability, 1e-4));
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
            .. TorchWeights.Write(gradient.TargetEmbedding, "target."),
            .. TorchWeights.WriteGradients(decoder.Layer, prefix: "decoder."),
            .. TorchWeights.Write(decoder.OutputLayer, "head."),
        ];
        return all.Single(tensor => tensor.Name == name).ToDoubles();
    }

    private static Seq2Seq Model(LayerDraw draw, string kind, int hidden, float bound)
    {
        RecurrentLayer decoder = draw.Layer(kind, 2, hidden);
        Seq2Seq model = new(
            Embedding.Zeros(SourceSymbols, 3), draw.Layer(kind, 3, hidden), Embedding.Zeros(TargetSymbols, 2), decoder,
            Dense.Zeros(hidden, TargetSymbols), Start, End);
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
        TorchWeights.Read(target, file, "target.");
        TorchWeights.Read(readOut, file, "head.");
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
