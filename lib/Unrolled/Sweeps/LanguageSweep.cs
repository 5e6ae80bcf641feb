namespace Unrolled;

/// <summary>
/// Trainings of language models on nine tenths of The Time Machine, each measured on the last tenth: truncated
/// backpropagation through time over windows of 50 steps, 16 streams side by side, the state carried, Adam with a rate
/// that falls to 0, gradients clipped at 1. A row is saved as soon as its run has ended, and a sweep that was stopped
/// goes on where it stopped.
/// </summary>
public static class LanguageSweep
{
    private const int EmbeddingSize = 16;
    private const int Streams = 16;
    private const int Window = 50;
    private const double ClipNorm = 1;

    /// <summary>The alphabet of a text.</summary>
    /// <param name="text">The text.</param>
    public static Alphabet AlphabetOf(LanguageText text) =>
        text == LanguageText.Letters ? TimeMachine.Alphabet : TimeMachine.Characters;

    /// <summary>The part of a text that is learned, its first nine tenths, and the rest, which is tested.</summary>
    /// <param name="text">The text.</param>
    public static (string Learned, string Tested) Parts(LanguageText text)
    {
        string all = text == LanguageText.Letters ? TimeMachine.LoadSymbols() : TimeMachine.LoadText();
        return (all[..(all.Length * 9 / 10)], all[(all.Length * 9 / 10)..]);
    }

    /// <summary>The model with its first weights, as <see cref="Run"/> begins with it.</summary>
    /// <param name="setting">What is to be trained.</param>
    public static SequenceModel Start(LanguageSetting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return Start(setting, new Xoshiro256(setting.Seed));
    }

    /// <summary>Trains one model.</summary>
    /// <param name="setting">What is trained.</param>
    /// <returns>The trained model.</returns>
    public static SequenceModel Train(LanguageSetting setting) => TrainCounted(setting).Model;

    /// <summary>Trains one model and measures it.</summary>
    /// <param name="setting">What is trained.</param>
    public static LanguageRun Run(LanguageSetting setting)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        (SequenceModel model, long updates) = TrainCounted(setting);
        (string learned, string tested) = Parts(setting.Text);
        double Bits(string text) => model.BitsPerSymbol(AlphabetOf(setting.Text).Encode(text));
        return new LanguageRun(
            setting, (int)updates, Bits(learned[..tested.Length]), Bits(tested), model.Parameters.ParameterCount,
            Math.Round((Environment.CpuUsage.TotalTime - before).TotalSeconds, 2), ProcessorName.Description);
    }

    /// <summary>
    /// Runs what a results file does not have yet, one after the other, and adds each row to the file when it is
    /// finished. What the file has is read from it.
    /// </summary>
    /// <param name="path">The file; begun if there is none.</param>
    /// <param name="settings">What is to be trained, in this order.</param>
    /// <param name="finished">Told of each run that was made, and not read; nobody if null.</param>
    /// <returns>The runs of the settings, in their order.</returns>
    /// <exception cref="DataFileException">The file is damaged.</exception>
    /// <exception cref="IOException">The file could not be written.</exception>
    public static IReadOnlyList<LanguageRun> Resume(
        string path, IEnumerable<LanguageSetting> settings, Action<LanguageRun>? finished = null) =>
        LanguageRuns.Form.Resume(path, settings, Run, finished);

    private static (SequenceModel Model, long Updates) TrainCounted(LanguageSetting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        var random = new Xoshiro256(setting.Seed);
        SequenceModel model = Start(setting, random);
        int[] learned = AlphabetOf(setting.Text).Encode(Parts(setting.Text).Learned);
        IReadOnlyList<StreamWindow> windows = StreamWindow.Cut(learned, Streams, Window);
        int updates = setting.Epochs * windows.Count;
        var trainer = new Trainer(
            model, new Adam(setting.Rate), (step, _) => windows[(int)(step % windows.Count)], random)
        {
            ClipNorm = ClipNorm,
            Schedule = LearningRateSchedule.Cosine(setting.Rate, 0, updates),
        };
        trainer.Run(updates);
        return (model, trainer.Step);
    }

    private static SequenceModel Start(LanguageSetting setting, Xoshiro256 random)
    {
        int symbols = AlphabetOf(setting.Text).Count;
        Embedding embedding = new(symbols, EmbeddingSize, random);
        return new SequenceModel(embedding, LayerOf(setting, random), symbols, OutputAt.EveryStep, random);
    }

    private static RecurrentLayer LayerOf(LanguageSetting setting, Xoshiro256 random)
    {
        (int units, int layers, float dropout) = (setting.Units, setting.Layers, (float)setting.Dropout);
        return setting.Network switch
        {
            LanguageNetwork.Rnn => new Rnn(EmbeddingSize, units, random, layers: layers, dropout: dropout),
            LanguageNetwork.Lstm => Initialize.KeepBias(
                new Lstm(EmbeddingSize, units, random, layers: layers, dropout: dropout), 1),
            _ => new Gru(EmbeddingSize, units, random, layers: layers, dropout: dropout),
        };
    }
}
