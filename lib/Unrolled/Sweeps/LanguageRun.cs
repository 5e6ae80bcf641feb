using System.Globalization;

namespace Unrolled;

/// <summary>A form of The Time Machine from which a network learns to predict the next symbol.</summary>
public enum LanguageText
{
    /// <summary>The 27 symbols of <see cref="TimeMachine.Alphabet"/>: small letters and the space.</summary>
    Letters,

    /// <summary>The 69 characters of <see cref="TimeMachine.Characters"/>, as they are printed.</summary>
    Characters,
}

/// <summary>The kind of a recurrent network that predicts the next symbol.</summary>
public enum LanguageNetwork
{
    /// <summary>Plain, with tanh.</summary>
    Rnn,

    /// <summary>LSTM, whose forget gate begins with the bias 1.</summary>
    Lstm,

    /// <summary>GRU.</summary>
    Gru,
}

/// <summary>The setting of one run of a <see cref="LanguageSweep"/>, which decides every bit of it.</summary>
/// <param name="Text">The text.</param>
/// <param name="Network">The kind of the network.</param>
/// <param name="Units">The units of a layer, at least 1.</param>
/// <param name="Layers">The number of layers, at least 1.</param>
/// <param name="Dropout">The dropout between the layers, at least 0 and less than 1.</param>
/// <param name="Rate">Adam's learning rate at first, more than 0; it falls to 0 along half a cosine.</param>
/// <param name="Epochs">The number of times that the text is read, at least 1.</param>
/// <param name="Seed">The seed of the weights and of dropout.</param>
public sealed record LanguageSetting(
    LanguageText Text, LanguageNetwork Network, int Units, int Layers, double Dropout, double Rate, int Epochs,
    int Seed);

/// <summary>The end of a run: one line of a results file.</summary>
/// <param name="Setting">What was trained.</param>
/// <param name="Updates">The number of updates.</param>
/// <param name="LearnedBits">Bits per symbol of the first tenth of the text, from which the network learned.</param>
/// <param name="Bits">Bits per symbol of the last tenth of the text, which it never read.</param>
/// <param name="Parameters">The number of parameters, embedding and read-out included.</param>
/// <param name="Seconds">The processor time of the process during the run, in seconds, to the hundredth.</param>
/// <param name="Machine">The processor and its number of threads.</param>
public sealed record LanguageRun(
    LanguageSetting Setting, int Updates, double LearnedBits, double Bits, int Parameters, double Seconds,
    string Machine)
{
    /// <summary>The columns of a results file.</summary>
    internal static IReadOnlyList<string> Columns { get; } =
    [
        "text", "network", "units", "layers", "dropout", "rate", "epochs", "seed", "updates", "learned", "bits",
        "parameters", "seconds", "machine",
    ];

    /// <summary>The line of a results file.</summary>
    internal string ToLine() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Setting.Text},{Setting.Network},{Setting.Units},{Setting.Layers},{Setting.Dropout},{Setting.Rate},"
        + $"{Setting.Epochs},{Setting.Seed},{Updates},{LearnedBits:R},{Bits:R},{Parameters},{Seconds:0.00},{Machine}");

    /// <summary>The run of a line.</summary>
    internal static LanguageRun Of(CsvRow row) => new(
        new LanguageSetting(
            Named<LanguageText>(row, 0), Named<LanguageNetwork>(row, 1), row.WholeNumber(2, least: 1),
            row.WholeNumber(3, least: 1), row.Number(4), row.Number(5), row.WholeNumber(6, least: 1),
            row.WholeNumber(7)),
        row.WholeNumber(8, least: 1), row.Number(9), row.Number(10), row.WholeNumber(11, least: 1), row.Number(12),
        row.Text(13));

    private static TEnum Named<TEnum>(CsvRow row, int index)
        where TEnum : struct, Enum =>
        Enum.GetNames<TEnum>().Contains(row.Text(index))
            ? Enum.Parse<TEnum>(row.Text(index))
            : throw row.Unexpected(index, string.Join(" or ", Enum.GetNames<TEnum>()));
}
