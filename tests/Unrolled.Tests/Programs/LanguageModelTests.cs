namespace Unrolled.Tests.Programs;

public sealed class LanguageModelTests
{
    [Fact]
    public void A_model_of_a_book_beats_contexts_of_two_letters_that_are_counted_and_writes_in_its_letters()
    {
        // program
        int[] text = TimeMachine.Alphabet.Encode(TimeMachine.LoadSymbols());
        (int[] train, int[] test) = (text[..^17_000], text[^17_000..]);
        int symbols = TimeMachine.Alphabet.Count;
        Xoshiro256 random = new(1);
        Embedding embedding = new(symbols, 16, random);
        SequenceModel model = new(embedding, new Gru(16, 64, random), symbols, OutputAt.EveryStep, random);
        IReadOnlyList<StreamWindow> windows = StreamWindow.Cut(train, streams: 32, length: 50);
        model.Fit(windows, new Adam(.01), clipNorm: 1, random, steps: 600);

        double bits = model.BitsPerSymbol(test);
        double counted = NGram.KneserNey(train, symbols, order: 3).BitsPerSymbol(test);

        string Write(string beginning, int length, double temperature, Xoshiro256 source)
        {
            SequenceStream stream = model.OpenStream();
            List<int> written = [.. TimeMachine.Alphabet.Encode(beginning)];
            for (int t = 0; written.Count < length; t++)
            {
                Tensor logits = stream.Step(written[t]);
                if (t == written.Count - 1)
                    written.Add(Sampling.Draw(logits.Values, temperature, source));
            }

            return TimeMachine.Alphabet.Decode(written);
        }

        string cold = Write("the time ", 60, temperature: .01, new Xoshiro256(1));
        string warm = Write("the time ", 60, temperature: 1, new Xoshiro256(1));
        // end

        // Of longer contexts the counts are better than so small a network.
        Assert.InRange(bits, NGram.KneserNey(train, symbols, order: 5).BitsPerSymbol(test), counted - .1);
        Assert.Equal(cold, Write("the time ", 60, temperature: .01, new Xoshiro256(2)));
        Assert.Equal(warm, Write("the time ", 60, temperature: 1, new Xoshiro256(1)));
        Assert.NotEqual(warm, Write("the time ", 60, temperature: 1, new Xoshiro256(2)));
    }
}
