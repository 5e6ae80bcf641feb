
namespace Unrolled.Tests.Datasets;

public sealed class JapaneseVowelsTests
{
    private const string Train = "vowels/japanese_vowels_train.csv";

    [Fact]
    public void The_speakers_speak_as_often_as_the_data_sets_description_says()
    {
        JapaneseVowels vowels = JapaneseVowels.Load();

        Assert.Equal(Enumerable.Repeat(30, 9), Counts(vowels.Train));
        Assert.Equal([31, 35, 88, 44, 29, 24, 40, 50, 29], Counts(vowels.Test));
    }

    [Fact]
    public void The_utterances_have_7_to_29_frames_of_12_coefficients()
    {
        JapaneseVowels vowels = JapaneseVowels.Load();
        VowelUtterance[] all = [.. vowels.Train, .. vowels.Test];

        Assert.Equal(7, all.Min(utterance => utterance.Frames.Count));
        Assert.Equal(29, all.Max(utterance => utterance.Frames.Count));
        Assert.All(all.SelectMany(utterance => utterance.Frames), frame => Assert.Equal(12, frame.Length));
        Assert.Equal(1.860936, vowels.Train[0].Frames[0][0]);
        Assert.Equal(0.224688, vowels.Test[^1].Frames[^1][11]);
    }

    [Theory]
    [InlineData("\n1,1,1,", "\n2,1,1,", 3, 1, "expected 1 in column speaker, found \"2\"")]
    [InlineData("\n1,1,1,", "\n1,2,1,", 3, 3, "expected 1 in column utterance, found \"2\"")]
    [InlineData("\n1,1,1,", "\n1,1,2,", 3, 5, "expected 1 in column frame, found \"2\"")]
    [InlineData("\n1,1,1,", "\n10,1,1,", 3, 1, "expected a whole number from 1 to 9 in column speaker, found \"10\"")]
    public void A_frame_out_of_order_is_named(string right, string wrong, int line, int column, string problem)
    {
        using DamagedData data = DamagedData.Text(Train, text => text.Replace(right, wrong, StringComparison.Ordinal));

        DataFileException error = Assert.Throws<DataFileException>(() => JapaneseVowels.Load(data.Folder));

        Assert.Equal(
            $"data/{Train}({line},{column}): {problem}",
            error.Message.Replace("test.csv", "train.csv", StringComparison.Ordinal));
    }

    private static IEnumerable<int> Counts(IReadOnlyList<VowelUtterance> part) =>
        part.GroupBy(utterance => utterance.Speaker).OrderBy(group => group.Key).Select(group => group.Count());
}
