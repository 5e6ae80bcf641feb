using System.Collections.Immutable;
using System.Xml.Linq;

namespace Unrolled.Charts.Tests.Diagrams;

public class BeamTreeTests
{
    private static readonly BeamCandidate[][] Levels = Beams.Example;

    [Fact]
    public void Every_candidate_has_its_symbol_and_ln_p()
    {
        string[] texts = TextsOf(new BeamTree(Levels));

        foreach (BeamCandidate candidate in Levels.SelectMany(level => level))
        {
            Assert.Contains(candidate.Symbols[^1], texts);
            Assert.Contains(NumberText.Fixed(candidate.LogProbability, 2), texts);
        }
    }

    [Fact]
    public void The_tree_of_a_watched_search_is_that_of_a_search_by_hand()
    {
        EncoderDecoder network = Beams.Network();
        List<IReadOnlyList<BeamContinuation>> levels = [];

        network.BeamSearch([1, 2, 0, 1], width: 3, longest: 6, watch: levels.Add);

        Assert.Equal(
            new BeamTree(Beams.Search(network, [1, 2, 0, 1], 3, 6)).ToString(),
            BeamTree.Of(levels, Beams.Name).ToString());
    }

    [Fact]
    public void What_is_pruned_differs_by_more_than_its_colour()
    {
        XElement svg = XElement.Parse(new BeamTree([[Kept("a", -1), Pruned("b", -2), Pruned("c", -3)]]).ToSvg());

        // A dashed box and a dashed branch each, and two lines of a cross; the legend has a box and a cross.
        Assert.Equal(2 * 2 + 1, svg.Descendants().Count(part => part.Attribute("stroke-dasharray")?.Value == "3 2.5"));
        Assert.Equal(2 * 2 + 2, svg.Descendants().Count(part => part.Attribute("stroke-width")?.Value == "1.6"));
    }

    [Fact]
    public void The_best_target_is_complete_if_any_is_and_then_the_most_probable()
    {
        Assert.Contains("Best: a d end, ln p = −1.90.", new BeamTree(Beams.Example).ToString());
        Assert.Contains(
            "Best: a end, ln p = −3.00.",
            new BeamTree([[Kept("a", -1)], [Kept("a b", -2), Kept("a end", -3, isComplete: true)]]).ToString());
        Assert.Contains("Best: a b, ln p = −2.00.", new BeamTree([[Kept("a", -1)], [Kept("a b", -2)]]).ToString());
    }

    [Fact]
    public void The_length_penalty_chooses_among_the_targets()
    {
        // ln p / ((5 + |Y|) / 6)^α: −1.7 / (7/6) = −1.457 and −1.9 / (8/6) = −1.425.
        BeamCandidate[][] levels =
        [
            [Kept("a", -1)], [Kept("a end", -1.7, isComplete: true), Kept("a b", -1.6)],
            [Kept("a b end", -1.9, isComplete: true)],
        ];

        Assert.Contains("Best: a end, ln p = −1.70.", new BeamTree(levels).ToString());
        Assert.Contains(
            "Best: a b end, ln p = −1.90, score −1.43 with α = 1.",
            new BeamTree(levels, lengthPenalty: 1).ToString());
    }

    [Fact]
    public void Greedys_path_takes_the_most_probable_continuation_each_time()
    {
        Assert.Contains("Greedy: a c end, ln p = −2.50.", new BeamTree(Levels).ToString());
        Assert.Contains(
            "Greedy search finds the same.", new BeamTree([[Kept("a", -1, isComplete: true)]]).ToString());
        // Three marks in the tree and one in the legend.
        Assert.Equal(4, TextsOf(new BeamTree(Levels)).Count(text => text == "g"));
    }

    [Fact]
    public void Greedys_path_can_be_pruned() => Assert.Contains(
        "Greedy's path is pruned at a x, ln p = −3.00.",
        new BeamTree(
        [
            [Kept("a", -1), Kept("b", -1.1)],
            [Pruned("a x", -3), Kept("b x", -1.3), Kept("b y", -2)],
        ]).ToString());

    [Fact]
    public void What_has_no_room_is_counted()
    {
        BeamCandidate[] level =
            [Kept("a", -1), .. Enumerable.Range(0, 8).Select(i => Pruned($"p{i}", -2 - i)), Kept("z", -20)];
        BeamTree tree = new([level]);

        string[] texts = TextsOf(tree);
        Assert.Contains("+ 4", texts);
        Assert.Contains("z", texts);
        Assert.Contains("p3", texts);
        Assert.DoesNotContain("p4", texts);
        Assert.Contains("\"p3\" −5.00 and 4 more.", tree.Parts().Description);
    }

    [Fact]
    public void No_two_boxes_of_a_level_touch_and_none_leaves_the_paper()
    {
        BeamModel model = BeamModel.Of("t", [.. Levels.Select(level => level.ToImmutableArray())], lengthPenalty: 0);

        Assert.All(BeamColumns.Of(model, left: 40, spacing: 50), level =>
        {
            double[] places = [.. level.Where(double.IsFinite).Order()];
            Assert.All(places.Zip(places.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 49.999, 300));
            Assert.InRange(places[0], 65, 315.001);
            Assert.InRange(places[^1], 64.999, 315.001);
        });
    }

    [Fact]
    public void There_is_a_stage_for_every_level_and_the_last_shows_the_best()
    {
        SliderModel stages = ((SliderUpgrade)new BeamTree(Levels).Parts().Upgrade!).Model;

        Assert.Equal(Levels.Length + 1, stages.Frames.Length);
        Assert.Single(stages.Frames.Select(frame => (frame.Parts().Width, frame.Parts().Height)).Distinct());
        Assert.Contains("Nothing is written yet.", TextsOf(stages.Frames[0]));
        Assert.Contains("After 2 symbols: 4 continuations are compared, 2 kept.", TextsOf(stages.Frames[2]));
        Assert.DoesNotContain("★ best", TextsOf(stages.Frames[2]));
        Assert.DoesNotContain("−2.50", TextsOf(stages.Frames[2]));
        Assert.Contains("★ best", TextsOf(stages.Frames[3]));
    }

    [Fact]
    public void The_alternative_text_tells_the_search_level_by_level() => Assert.StartsWith(
        "After 1 symbol: 3 continuations are compared, 2 kept. Kept: \"a\" −0.50, \"b\" −1.20. Pruned: \"end\" −3.10. "
        + "After 2 symbols: 4 continuations",
        new BeamTree(Levels).Parts().Description);

    // Filled from the probabilities of a network, the tree has the result of the network's own search.
    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void The_tree_of_a_search_has_its_result(int width)
    {
        const int longest = 5;
        EncoderDecoder network = Beams.Network();
        int[] source = [1, 2, 0, 1];
        Hypothesis best = network.BeamSearch(source, width, longest)[0], greedy = network.Greedy(source, longest);

        string text = new BeamTree(Beams.Search(network, source, width, longest)).ToString();

        Assert.Contains(Result("Best", best), text);
        bool isSame = best.Symbols.SequenceEqual(greedy.Symbols);
        Assert.True(
            isSame || text.Contains(Result("Greedy", greedy), StringComparison.Ordinal)
            || text.Contains("Greedy's path is pruned", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_candidate_has_a_part_in_the_digest()
    {
        BeamCandidate one = Kept("a", -1);
        BeamCandidate[] others =
        [
            one, one with { Symbols = ["b"] }, one with { LogProbability = -2 }, one with { IsKept = false },
            one with { IsComplete = true },
        ];

        Assert.Equal(others.Length, others.Select(other => new BeamTree([[other]]).Digest).Distinct().Count());
        Assert.NotEqual(new BeamTree([[one]]).Digest, new BeamTree([[one]], lengthPenalty: 1).Digest);
    }

    [Fact]
    public void Wrong_levels_are_refused()
    {
        Refused("There are 0 levels; expected 1 to 16", () => new BeamTree([]));
        Refused("Level 1 has no candidates", () => new BeamTree([[]]));
        Refused("Candidate 0 of level 1 has 2 symbols; expected 1", () => new BeamTree([[Kept("a b", -1)]]));
        Refused("has ln p = 0.5; expected a finite number of at most 0", () => new BeamTree([[Kept("a", .5)]]));
        Refused("has ln p = NaN", () => new BeamTree([[Kept("a", double.NaN)]]));
        Refused("\"a\", is there twice", () => new BeamTree([[Kept("a", -1), Kept("a", -2)]]));
        Refused(
            "Level 1 keeps 7 candidates; there is room for 6",
            () => new BeamTree([Enumerable.Range(0, 7).Select(i => Kept($"{i}", -1))]));
        foreach (BeamCandidate parent in new[] { Pruned("a", -1), Kept("a", -1, isComplete: true), Kept("b", -1) })
            Refused(
                "Candidate 0 of level 2, \"a c\", continues nothing that is kept",
                () => new BeamTree([[parent], [Kept("a c", -2)]]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BeamTree([[Kept("a", -1)]], lengthPenalty: -1));
    }

    private static string Result(string named, Hypothesis target) => $"{named}: "
        + string.Join(' ', target.Symbols.Select(Beams.Name).Concat(target.IsComplete ? ["end"] : []))
        + $", ln p = {NumberText.Fixed(target.LogProbability, 2)}.";

    private static BeamCandidate Kept(string symbols, double logProbability, bool isComplete = false) =>
        new(symbols.Split(' '), logProbability, IsKept: true, isComplete);

    private static BeamCandidate Pruned(string symbols, double logProbability) =>
        new(symbols.Split(' '), logProbability, IsKept: false);

    private static string[] TextsOf(Drawing drawing) =>
    [
        .. XElement.Parse(drawing.ToSvg()).Descendants()
            .Where(part => part.Name.LocalName == "text").Select(part => part.Value),
    ];

    private static void Refused(string message, Func<object> make) =>
        Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(make).Message);
}
