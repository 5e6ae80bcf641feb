namespace Unrolled.Tests.Sweeps;

public sealed class LanguageSweepTests : IDisposable
{
    private static readonly LanguageSetting Small = new(
        LanguageText.Letters, LanguageNetwork.Gru, Units: 4, Layers: 1, Dropout: 0, Rate: .01, Epochs: 1, Seed: 1);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("unrolled-language-");

    private string File => Path.Combine(folder.FullName, "runs.csv");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Nine_tenths_are_learned_and_the_rest_is_tested()
    {
        (string learned, string tested) = LanguageSweep.Parts(LanguageText.Letters);
        Assert.Equal(TimeMachine.LoadSymbols(), learned + tested);
        Assert.Equal(156_084, learned.Length);
        (learned, tested) = LanguageSweep.Parts(LanguageText.Characters);
        Assert.Equal(TimeMachine.LoadText(), learned + tested);
    }

    [Theory]
    [InlineData(LanguageNetwork.Rnn)]
    [InlineData(LanguageNetwork.Lstm)]
    [InlineData(LanguageNetwork.Gru)]
    public void A_run_begins_with_its_network_and_ends_with_what_it_measures(LanguageNetwork network)
    {
        LanguageSetting setting = Small with { Network = network };
        SequenceModel start = LanguageSweep.Start(setting), trained = LanguageSweep.Train(setting);
        LanguageRun run = LanguageSweep.Run(setting);
        int[] tested = TimeMachine.Alphabet.Encode(LanguageSweep.Parts(setting.Text).Tested);

        Assert.Equal(network.ToString(), start.Recurrent.GetType().Name);
        Assert.Equal(run.Bits, trained.BitsPerSymbol(tested));
        Assert.True(run.Bits < start.BitsPerSymbol(tested) - .5, $"{run}");
        Assert.Equal(trained.Parameters.ParameterCount, run.Parameters);
        Assert.Equal(196, run.Updates);
    }

    [Fact]
    public void The_forget_gate_of_an_lstm_begins_with_the_bias_1()
    {
        var layer = (Lstm)LanguageSweep.Start(Small with { Network = LanguageNetwork.Lstm }).Recurrent;
        Assert.All(layer.ToCell().b_f, bias => Assert.Equal(1, bias));
    }

    [Fact]
    public void A_sweep_goes_on_where_it_stopped()
    {
        LanguageSetting[] settings = [Small, Small with { Seed = 2 }];
        List<LanguageRun> made = [];
        LanguageRun first = LanguageSweep.Resume(File, settings[..1], made.Add)[0];
        IReadOnlyList<LanguageRun> both = LanguageSweep.Resume(File, settings, made.Add);

        Assert.Equal(settings, made.Select(run => run.Setting));
        Assert.Equal((first.Setting, first.Bits, first.Seconds), (both[0].Setting, both[0].Bits, both[0].Seconds));
        Assert.NotEqual(both[0].Bits, both[1].Bits);
        Assert.Equal(both, LanguageSweep.Resume(File, settings, made.Add));
        Assert.Equal(2, made.Count);
    }

    [Theory]
    [InlineData("Letters,", "letters,", "expected Letters or Characters in column text")]
    [InlineData(",Gru,", ",GRU,", "expected Rnn or Lstm or Gru in column network")]
    [InlineData(",4,1,", ",0,1,", "expected a whole number")]
    public void A_damaged_row_is_refused_with_its_place(string right, string wrong, string message)
    {
        const string Text = "text,network,units,layers,dropout,rate,epochs,seed,updates,learned,bits,parameters,"
            + "seconds,machine\nLetters,Gru,4,1,0,0.01,1,1,195,3.5,3.5,100,0.1,a machine\n";
        System.IO.File.WriteAllText(File, Text.Replace(right, wrong, StringComparison.Ordinal));
        DataFileException error = Assert.Throws<DataFileException>(() => LanguageSweep.Resume(File, []));
        Assert.Contains(message, error.Message);
        Assert.Equal(2, error.Line);
    }
}
