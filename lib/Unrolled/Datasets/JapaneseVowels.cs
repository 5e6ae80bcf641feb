namespace Unrolled;

/// <summary>
/// Recordings of nine men who say the Japanese vowels /ae/; the target is the speaker. The two parts were recorded at
/// different times. Source: Kudo, Toyama and Shimbo 1999, UCI data set 128.
/// </summary>
/// <param name="Train">270 utterances, 30 of each speaker, of 7 to 26 frames.</param>
/// <param name="Test">370 utterances, 24 to 88 of each speaker, of 7 to 29 frames.</param>
public sealed record JapaneseVowels(IReadOnlyList<VowelUtterance> Train, IReadOnlyList<VowelUtterance> Test)
{
    /// <summary>The number of speakers.</summary>
    public const int Speakers = 9;

    /// <summary>The number of values in a frame.</summary>
    public const int Coefficients = 12;

    /// <summary>Reads both parts, in the order of the files.</summary>
    /// <param name="dataFolder">The data folder; searched for if not given, see <see cref="DataFolder"/>.</param>
    /// <exception cref="DataFileException">A file is missing or damaged.</exception>
    public static JapaneseVowels Load(string? dataFolder = null) =>
        new(
            Part(
                DataFolder.Find("vowels/japanese_vowels_train.csv", dataFolder), frames: 4274, utterances: 270,
                "2212f2d97a7698ea06a5bd3619927ae7d873b676efd46ec98e1579a33b784263"),
            Part(
                DataFolder.Find("vowels/japanese_vowels_test.csv", dataFolder), frames: 5687, utterances: 370,
                "4d0b06059876d372c1d3eb03f81e62dca33c2355d9d010ad3269a749cf701fc5"));

    private static List<VowelUtterance> Part(DataFile file, int frames, int utterances, string sha256)
    {
        string[] columns = ["speaker", "utterance", "frame", .. Enumerable.Range(1, Coefficients).Select(k => $"c{k}")];
        List<VowelUtterance> read = [];
        List<double[]> current = [];
        foreach (CsvRow row in CsvFile.Read(file, columns, frames))
        {
            int speaker = row.WholeNumber(0, 1, Speakers);
            int frame = row.WholeNumber(2, 0);
            if (frame == 0)
                read.Add(new VowelUtterance(speaker, current = []));
            row.Require(1, row.WholeNumber(1), read.Count);
            row.Require(2, frame, current.Count);
            row.Require(0, speaker, read[^1].Speaker);
            current.Add([.. Enumerable.Range(3, Coefficients).Select(row.Number)]);
        }

        file.RequireRows(utterances, read.Count, frames + 2, "utterances");
        file.RequireChecksum(sha256);
        return read;
    }
}

/// <summary>One speaker says the two vowels /ae/ once; see <see cref="JapaneseVowels"/>.</summary>
/// <param name="Speaker">The speaker, from 1 to 9.</param>
/// <param name="Frames">The frames [time][12], 6.4 ms apart: 12 LPC cepstrum coefficients each.</param>
public sealed record VowelUtterance(int Speaker, IReadOnlyList<double[]> Frames);
