namespace Unrolled.Tests.Sweeps;

/// <summary>The language models that were trained once are what the code of today trains.</summary>
public class LanguageRunsTests
{
    private static readonly IReadOnlyList<LanguageRun> Kept = LanguageRuns.Load();

    // The quickest of each kind.
    public static TheoryData<LanguageNetwork> Networks => [.. Enum.GetValues<LanguageNetwork>()];

    [Theory]
    [MemberData(nameof(Networks))]
    public void A_kept_row_is_reproduced(LanguageNetwork network) =>
        RequireEqual(Kept.Where(run => run.Setting.Network == network).MinBy(run => run.Seconds)!);

    [NightlyFact]
    public void The_kept_network_is_trained_again_to_the_bit()
    {
        SequenceModel trained = LanguageSweep.Train(LanguageRuns.NetworkSetting);
        Assert.All(trained.Parameters.Zip(LanguageRuns.LoadNetwork().Network.Parameters), pair =>
            Assert.Equal(pair.First.Value.Values, pair.Second.Value.Values));
    }

    [Fact]
    public void The_kept_network_is_that_of_its_row()
    {
        LanguageRun row = Kept.Single(run => run.Setting == LanguageRuns.NetworkSetting);
        (string learned, string tested) = LanguageSweep.Parts(LanguageText.Characters);
        CharacterModel kept = LanguageRuns.LoadNetwork();

        Assert.Equal(row.Bits, kept.BitsPerCharacter(tested));
        Assert.Equal(row.LearnedBits, kept.BitsPerCharacter(learned[..tested.Length]));
        Assert.Equal(row.Parameters, kept.Network.Parameters.ParameterCount);
    }

    [Fact]
    public void Every_row_is_of_another_setting_and_better_than_single_symbols()
    {
        Assert.Equal(Kept.Count, Kept.Select(run => run.Setting).Distinct().Count());
        Assert.All(Kept, run => Assert.InRange(run.Bits, 1, 4));
        Assert.All(Kept, run => Assert.Equal(0, run.Updates % run.Setting.Epochs));
    }

    private static void RequireEqual(LanguageRun kept)
    {
        LanguageRun made = LanguageSweep.Run(kept.Setting);
        Assert.Equal(
            (kept.Updates, kept.LearnedBits, kept.Bits, kept.Parameters),
            (made.Updates, made.LearnedBits, made.Bits, made.Parameters));
    }
}
