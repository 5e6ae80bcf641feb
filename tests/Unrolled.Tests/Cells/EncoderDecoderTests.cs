namespace Unrolled.Tests.Cells;

public class EncoderDecoderTests
{
    private const int Symbols = 4;
    private const int End = 0;
    private readonly Draw draw = new(seed: 1);

    [Theory]
    [InlineData("RNN", 4, 3)]
    [InlineData("LSTM", 4, 3)]
    [InlineData("GRU", 4, 3)]
    [InlineData("deep LSTM", 4, 3)]
    [InlineData("LSTM", 1, 0)]
    [InlineData("GRU", 50, 1)]
    [InlineData("RNN", 1, 50)]
    public void Every_gradient_agrees_with_central_differences(string kind, int sourceLength, int targetLength)
    {
        var pair = Make(kind);
        int[] source = [.. Enumerable.Range(0, sourceLength).Select(_ => draw.Random.Next(5))];
        int[] target = [.. Enumerable.Range(0, targetLength).Select(_ => draw.Random.Next(Symbols))];

        var report = GradientCheck.Compare(
            () => pair.Run(source, target).Loss.Total,
            [.. ProbedTensor.OfParameters(pair.Parameters, pair.Gradient(pair.Run(source, target)).OfParameters)]);

        Assert.True(report.Worst.RelativeError <= 1e-7, report.ToString());
    }

    [Fact]
    public void With_teacher_forcing_the_decoder_starts_from_the_encoders_last_state_and_reads_the_true_target()
    {
        var pair = Make("LSTM");

        var run = pair.Run([1, 2], [3, 1]);

        Assert.Equal(run.Encoder.Final.h, run.Decoder.Initial.h);
        Assert.Equal(run.Encoder.Final.c, run.Decoder.Initial.c);
        Assert.Equal(pair.TargetEmbedding.Forward([End, 3, 1]), run.Decoder.Inputs);
        Assert.Equal(3, run.Loss.Values.Count);
    }

    [Fact]
    public void The_probabilities_of_all_that_it_can_say_add_up_to_one()
    {
        var pair = Make("GRU");

        // All targets of up to two symbols, and all beginnings of three.
        var found = pair.BeamSearch([1, 2], width: 1000, longest: 3);

        Assert.Equal(1 + 3 + 9 + 27, found.Count);
        Assert.Equal(1, found.Sum(hypothesis => Math.Exp(hypothesis.LogProbability)), 1e-13);
    }

    [Fact]
    public void What_a_search_found_has_the_probability_that_teacher_forcing_gives_it()
    {
        var pair = Make("LSTM");

        var complete = pair.BeamSearch([3, 1, 2], width: 200, longest: 4)
            .Where(hypothesis => hypothesis.IsComplete)
            .ToList();

        Assert.NotEmpty(complete);
        Assert.All(complete, hypothesis => Assert.Equal(
            -pair.Run([3, 1, 2], hypothesis.Symbols).Loss.Total, hypothesis.LogProbability, 1e-13));
    }

    [Fact]
    public void A_beam_of_one_is_greedy_and_a_wide_one_finds_nothing_worse()
    {
        int better = 0;
        for (int seed = 0; seed < 50; seed++)
        {
            var pair = Make("GRU", new Draw(seed), bound: 2);
            var greedy = pair.Greedy([1, 2, 3], longest: 5);
            var narrow = Assert.Single(pair.BeamSearch([1, 2, 3], width: 1, longest: 5));
            // Wide enough for every beginning: no possible target is left out.
            var best = pair.BeamSearch([1, 2, 3], width: 2000, longest: 5).MaxBy(found => found.LogProbability)!;

            Assert.Equal(greedy.Symbols, narrow.Symbols);
            Assert.Equal(greedy.LogProbability, narrow.LogProbability);
            Assert.True(best.LogProbability >= greedy.LogProbability - 1e-12);
            better += best.LogProbability > greedy.LogProbability + 1e-12 ? 1 : 0;
        }

        Assert.True(better > 0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(25)]
    public void A_beam_holds_as_many_as_its_width_and_the_ended_among_them_count(int width)
    {
        var found = Make("LSTM").BeamSearch([1, 2, 3], width, longest: 5);

        Assert.Equal(width, found.Count);
        Assert.Equal(width, found.Select(hypothesis => string.Join(' ', hypothesis.Symbols)).Distinct().Count());
        Assert.Equal(
            found.OrderByDescending(target => target.IsComplete).ThenByDescending(target => target.LogProbability),
            found);
    }

    [Fact]
    public void It_learns_to_write_back_what_it_has_read()
    {
        var pair = Make("GRU", new Draw(3), hidden: 12);
        int[][] texts = [[1], [2], [3], [1, 2], [2, 1], [3, 1], [1, 3, 2], [2, 2, 3]];
        var adam = new Adam(.03);

        for (int epoch = 0; epoch < 150; epoch++)
        {
            foreach (int[] text in texts)
            {
                var gradients = pair.Gradient(pair.Run(text, text)).OfParameters;
                GradientClipping.ByNorm(gradients, 1);
                adam.Step(pair.Parameters, gradients);
            }
        }

        Assert.All(texts, text => Assert.Equal(text, pair.Greedy(text, longest: 6).Symbols));
    }

    [Fact]
    public void Unknown_symbols_and_an_empty_source_are_refused_by_name()
    {
        var pair = Make("RNN");

        Assert.Contains(
            "source holds 5; expected 0 to 4.",
            Assert.Throws<ArgumentOutOfRangeException>(() => pair.Run([5], [1])).Message);
        Assert.Contains(
            "target holds 4; expected 0 to 3.",
            Assert.Throws<ArgumentOutOfRangeException>(() => pair.Run([1], [4])).Message);
        Assert.Contains("empty sequence", Assert.Throws<ArgumentException>(() => pair.Run([], [1])).Message);
    }

    [Fact]
    public void Parts_that_do_not_fit_are_refused_with_both_sizes()
    {
        var (source, target) = (EmbeddingMatrix.Zeros(5, 2), EmbeddingMatrix.Zeros(Symbols, 3));
        var decoder = new CellWithOutput(RnnCell.Zeros(3, 6), OutputLayer.Zeros(6, Symbols));

        var state = Assert.Throws<ArgumentException>(
            () => new EncoderDecoder(source, LstmCell.Zeros(2, 6), target, decoder, 0, 0));
        Assert.Contains("decoder's state has shape [6]; expected [6], [6].", state.Message);
        var input = Assert.Throws<ArgumentException>(
            () => new EncoderDecoder(source, RnnCell.Zeros(4, 6), target, decoder, 0, 0));
        Assert.Contains("encoder reads 4 elements; expected 2, as sourceEmbedding's vectors have.", input.Message);
    }

    private EncoderDecoder Make(string kind, Draw? from = null, int hidden = 6, double bound = .7)
    {
        ICell Cell(int inputs) => kind switch
        {
            "RNN" => RnnCell.Zeros(inputs, hidden),
            "LSTM" => LstmCell.Zeros(inputs, hidden),
            "GRU" => GruCell.Zeros(inputs, hidden),
            _ => new DeepRnn(LstmCell.Zeros(inputs, hidden), LstmCell.Zeros(hidden, hidden)),
        };
        var pair = new EncoderDecoder(
            EmbeddingMatrix.Zeros(5, 2),
            Cell(2),
            EmbeddingMatrix.Zeros(Symbols, 3),
            new CellWithOutput(Cell(3), OutputLayer.Zeros(hidden, Symbols)),
            End,
            End);
        Initialize.Uniform(pair.Parameters, bound, (from ?? draw).Random);
        return pair;
    }
}
