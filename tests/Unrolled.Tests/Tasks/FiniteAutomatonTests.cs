
namespace Unrolled.Tests.Tasks;

public class FiniteAutomatonTests
{
    // a*b.
    private static readonly FiniteAutomaton SomeThenOne = new("ab", 0, 1, [new(0, 'b', 1), new(0, 'a', 0)]);

    // cc*d.
    private static readonly FiniteAutomaton OneThenSome =
        new("cd", 0, 2, [new(0, 'c', 1), new(1, 'c', 1), new(1, 'd', 2)]);

    [Fact]
    public void It_accepts_what_is_complete_and_legal_and_nothing_else()
    {
        Assert.All(["b", "ab", "aaaab"], text => Assert.True(SomeThenOne.Accepts(text)));
        Assert.All(["", "a", "ba", "bb", "abb", "cb"], text => Assert.False(SomeThenOne.Accepts(text)));
    }

    [Fact]
    public void Legal_symbols_come_in_the_alphabets_order_and_the_end_has_none()
    {
        Assert.Equal("ab", SomeThenOne.LegalNext(0));
        Assert.Equal(["ab", "ab", ""], SomeThenOne.LegalAfterEach("aab"));
        Assert.Equal([0, 0, 1], SomeThenOne.StatesAlong("aab"));
    }

    [Fact]
    public void An_illegal_symbol_is_refused_with_its_place_and_what_was_expected()
    {
        var wrong = Assert.Throws<ArgumentException>(() => SomeThenOne.StatesAlong("aaxb"));
        Assert.Contains("text has 'x' at 2; expected one of \"ab\".", wrong.Message);

        var late = Assert.Throws<ArgumentException>(() => SomeThenOne.StatesAlong("ba"));
        Assert.Contains("text has 'a' at 1; expected the end.", late.Message);
    }

    [Fact]
    public void Joined_strings_follow_one_another()
    {
        var joined = OneThenSome.Joined();

        Assert.All(["", "cd", "cdcd", "ccdcccd"], text => Assert.True(joined.Accepts(text)));
        Assert.All(["c", "cdc", "dcd"], text => Assert.False(joined.Accepts(text)));
        Assert.Equal(["cd", "c", "cd", "cd"], joined.LegalAfterEach("cdcc"));
        Assert.Throws<InvalidOperationException>(SomeThenOne.Joined);
    }

    [Fact]
    public void A_string_has_the_expected_counts_on_average()
    {
        // A fair coin decides whether another symbol comes: one more on average.
        Assert.Equal([1.0, 1.0], SomeThenOne.ExpectedCounts());
        Assert.Equal([2.0, 1.0], OneThenSome.ExpectedCounts());
        Assert.Equal([2.0, 1.0], OneThenSome.Joined().ExpectedCounts());

        var random = new Xoshiro256(1);
        Assert.Equal(2, Enumerable.Range(0, 20_000).Average(_ => SomeThenOne.Draw(random).Length), .05);
    }

    [Theory]
    [InlineData("a", "is not in the alphabet \"a\"")]
    [InlineData("ab", "State 0 has 2 steps with 'b'; expected 1.")]
    public void A_symbol_that_is_unknown_or_leads_two_ways_is_refused(string alphabet, string message)
    {
        var error = Assert.Throws<ArgumentException>(
            () => new FiniteAutomaton(alphabet, 0, 1, [new(0, 'b', 1), new(0, 'b', 0)]));
        Assert.Contains(message, error.Message);
    }

    [Fact]
    public void A_state_without_a_way_to_the_end_is_refused()
    {
        var lost = Assert.Throws<ArgumentException>(
            () => new FiniteAutomaton("ab", 0, 1, [new(0, 'b', 1), new(0, 'a', 2), new(2, 'a', 2)]));
        Assert.Contains("leads to a state without a way to the end, 1.", lost.Message);

        var start = Assert.Throws<ArgumentException>(() => new FiniteAutomaton("a", 5, 1, [new(0, 'a', 1)]));
        Assert.Contains("The start, 5, has no way to the end, 1.", start.Message);
    }
}
