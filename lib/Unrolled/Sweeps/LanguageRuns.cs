namespace Unrolled;

/// <summary>
/// The language models that were trained once and are kept in <c>data/language</c>; its files are explained in
/// <c>data/language/README.md</c>.
/// </summary>
public static class LanguageRuns
{
    /// <summary>The file of the runs inside the data folder.</summary>
    public const string File = "language/runs.csv";

    /// <summary>The file of one network's weights inside the data folder.</summary>
    public const string NetworkFile = "language/lstm.safetensors";

    /// <summary>The form of the file.</summary>
    internal static ResultsFile<LanguageSetting, LanguageRun> Form { get; } =
        new(LanguageRun.Columns, LanguageRun.Of, run => run.ToLine(), run => run.Setting);

    /// <summary>
    /// The setting of the network whose weights are kept: it reads the characters as they are printed.
    /// </summary>
    public static LanguageSetting NetworkSetting { get; } =
        new(LanguageText.Characters, LanguageNetwork.Lstm, Units: 128, Layers: 1, 0, Rate: .01, Epochs: 16, Seed: 1);

    /// <summary>Reads the runs, in the order in which they were made.</summary>
    /// <param name="dataFolder">The data folder; searched for if not given, see <see cref="DataFolder"/>.</param>
    /// <exception cref="DataFileException">The file is missing or damaged.</exception>
    public static IReadOnlyList<LanguageRun> Load(string? dataFolder = null) =>
        Form.Read(DataFolder.Find(File, dataFolder));

    /// <summary>Reads the network of <see cref="NetworkSetting"/> with its trained weights.</summary>
    /// <param name="dataFolder">The data folder; searched for if not given, see <see cref="DataFolder"/>.</param>
    /// <exception cref="DataFileException">The file is missing.</exception>
    /// <exception cref="SafetensorsException">The file is damaged.</exception>
    public static CharacterModel LoadNetwork(string? dataFolder = null)
    {
        SequenceModel network = LanguageSweep.Start(NetworkSetting);
        network.Parameters.Load(DataFolder.Locate(NetworkFile, dataFolder));
        return new CharacterModel(LanguageSweep.AlphabetOf(NetworkSetting.Text), network);
    }
}
