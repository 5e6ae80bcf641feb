namespace Unrolled.Tests.Layers;

/// <summary>One model in several threads: what is safe, and that the rest is refused and loses nothing.</summary>
public sealed class SharedModelTests
{
    private readonly LayerDraw draw = new(1);
    private readonly SequenceModel model;
    private readonly Tensor x;
    private readonly Tensor dOutput;

    public SharedModelTests()
    {
        model = new SequenceModel(draw.Layer("lstm", 2, 5), 3, OutputAt.EveryStep, draw.Random);
        (x, dOutput) = (draw.Tensor(6, 4, 2), draw.Tensor(6, 4, 3));
    }

    [Fact]
    public void Forward_passes_of_their_own_have_the_same_bits_in_every_thread()
    {
        float[] expected = model.Forward(x).Output.Values;
        float[][] found = new float[64][];

        Parallel.For(0, found.Length, i => found[i] = model.Forward(x).Output.Values);

        Assert.All(found, output => Assert.Equal(expected, output));
    }

    [Fact]
    public void A_gradient_is_added_up_whole_or_refused()
    {
        const int passes = 400;
        model.Backward(model.Forward(x), dOutput);
        for (int i = 1; i < passes; i++)
            model.Backward(model.Forward(x), dOutput);
        float[] expected = Gradients();
        model.Parameters.ClearGradients();

        Parallel.For(0, passes, _ =>
        {
            SequencePass pass = model.Forward(x);
            while (!Added(pass))
                Thread.Yield();
        });

        Assert.Equal(expected, Gradients());
    }

    [Fact]
    public void A_backward_pass_beside_another_one_is_refused_and_leaves_its_gradients()
    {
        SequencePass pass = model.Forward(x);
        ParameterList[] lists = [model.Parameters, model.Recurrent.Parameters, model.Head.Parameters];
        foreach (ParameterList list in lists)
        {
            model.Parameters.ClearGradients();
            using var other = list.Backward.Enter();

            Assert.StartsWith(
                "Another thread is in a backward pass that adds to the same gradients.",
                Assert.Throws<InvalidOperationException>(() => model.Backward(pass, dOutput)).Message);
            Assert.All(list.SelectMany(parameter => parameter.Gradient.Values), g => Assert.Equal(0, g));
        }

        model.Backward(pass, dOutput);
    }

    [Fact]
    public void A_backward_pass_of_an_embedding_or_of_a_pair_beside_another_one_is_refused()
    {
        Embedding source = new(4, 2, draw.Random), target = new(4, 2, draw.Random);
        Gru encoder = new(2, 5, draw.Random), decoder = new(2, 5, draw.Random);
        Seq2Seq pair = new(source, encoder, target, decoder, start: 0, end: 0, draw.Random);
        Seq2SeqPass pass = pair.Forward(new int[3, 2], new int[2, 2]);
        using (source.Parameters.Backward.Enter())
            Assert.Throws<InvalidOperationException>(() => source.Backward(new int[3, 2], new Tensor(3, 2, 2)));
        using (pair.Parameters.Backward.Enter())
            Assert.Throws<InvalidOperationException>(() => pair.Backward(pass, new Tensor(2, 2, 4)));

        pair.Backward(pass, new Tensor(2, 2, 4));
    }

    [Fact]
    public async Task A_pass_that_another_thread_is_writing_is_refused_and_stays_whole()
    {
        RecurrentLayer layer = draw.Layer("lstm", 2, 5, layers: 2, dropout: .5f);
        RecurrentPass shared = layer.Forward(x);
        using WaitingRandom random = new();
        Task<RecurrentPass> first = Task.Run(() => layer.Forward(x, dropoutSource: random, reuse: shared));
        random.Asked.Wait();

        Assert.StartsWith(
            "Another thread is computing with the same pass.",
            Assert.Throws<InvalidOperationException>(() => layer.Forward(x, reuse: shared)).Message);
        Assert.Throws<InvalidOperationException>(() => layer.Backward(shared, draw.Tensor(6, 4, 5)));
        random.MayAnswer.Set();

        Assert.Same(shared, await first);
        Assert.Equal(layer.Forward(x, dropoutSource: new Xoshiro256(1)).Output.Values, shared.Output.Values);
    }

    [Fact]
    public async Task A_models_pass_that_another_thread_is_writing_is_refused()
    {
        RecurrentLayer layer = draw.Layer("gru", 2, 5, layers: 2, dropout: .5f);
        SequenceModel deep = new(layer, 3, OutputAt.LastStep, draw.Random);
        SequencePass shared = deep.Forward(x);
        using WaitingRandom random = new();
        Task<SequencePass> first = Task.Run(() => deep.Forward(x, dropoutSource: random, reuse: shared));
        random.Asked.Wait();

        Assert.Throws<InvalidOperationException>(() => deep.Forward(x, reuse: shared));
        Assert.Throws<InvalidOperationException>(() => deep.Backward(shared, draw.Tensor(4, 3)));
        random.MayAnswer.Set();

        Assert.Same(shared, await first);
    }

    private bool Added(SequencePass pass)
    {
        try
        {
            model.Backward(pass, dOutput);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private float[] Gradients() => [.. model.Parameters.SelectMany(parameter => parameter.Gradient.Values)];

    /// <summary>Holds a forward pass in the middle, until it may go on.</summary>
    private sealed class WaitingRandom : Random, IDisposable
    {
        private readonly Xoshiro256 numbers = new(1);

        internal ManualResetEventSlim Asked { get; } = new();

        internal ManualResetEventSlim MayAnswer { get; } = new();

        public void Dispose()
        {
            Asked.Dispose();
            MayAnswer.Dispose();
        }

        public override double NextDouble()
        {
            Wait();
            return numbers.NextDouble();
        }

        public override float NextSingle()
        {
            Wait();
            return numbers.NextSingle();
        }

        private void Wait()
        {
            Asked.Set();
            MayAnswer.Wait();
        }
    }
}
