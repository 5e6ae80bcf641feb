using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Checking;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Tests.Checking;

/// <summary>
/// A number of the prose is held by a claim's condition, the nearest output, a name in the code, an equation, by what
/// it counts or takes up; or it states no measurement. Each rule is tried in both directions.
/// </summary>
public sealed class UnheldNumbersTests
{
    // Nearest output: 0.1250, 37.4, 64 and 65. Code above: steps, rates, hidden units, lags. Code below: batch.
    private const string Above = "Train(steps: 40, rate: 0.5); // not 41\nint hiddenUnits = 32;\nint[] lags = [10, 21];"
        + "\nvar all = Seeds.Run(25, one => new Lstm(2, 48).Score(one));";

    [Theory]
    [InlineData("The loss is .125.")]
    [InlineData("The loss is 12.5 %.")]
    [InlineData("It took thirty-seven, to the nearest.")]
    public void The_nearest_output_holds_what_rounds_to_it(string prose) => Assert.Empty(Unheld(prose));

    [Theory]
    [InlineData("The loss is .126.", ".126")]
    [InlineData("The loss is .1251.", ".1251")]
    [InlineData("The output before said 7.", "7")]
    [InlineData("It took thirty-eight.", "thirty-eight")]
    [InlineData("It has 64, where another has 65.", "64 65")]
    public void It_holds_nothing_else_and_nothing_that_another_last_digit_would_turn_into_its_neighbour(
        string prose, string expected) => Assert.Equal(expected, Text(prose));

    [Theory]
    [InlineData("After 40 steps it is done, at rate .50.")]
    [InlineData("It has 32 hidden units and forty steps.")]
    [InlineData("The lags are 10 and 21: two lags.")]
    [InlineData("The next cell takes a batch of 16.")]
    [InlineData("Here $u = 2.5$.")]
    [InlineData("From twenty-five seeds, by an LSTM of 48 units.")]
    [InlineData("The next cell takes keep biases of 0 and 12.")]
    public void Code_holds_what_it_calls_by_the_same_name(string prose) => Assert.Empty(Unheld(prose));

    [Theory]
    [InlineData("After 41 steps it is done.", "41")]
    [InlineData("It has 40 units.", "40")]
    [InlineData("From 48 seeds, by an LSTM of 25 units.", "48 25")]
    [InlineData("It has three lags.", "three")]
    [InlineData("It was at 32. Hidden units are many.", "32")]
    [InlineData("Here $u = 2.6$ and $w = 2.5$.", "2.6 2.5")]
    public void A_number_without_its_name_is_not_held_by_code(string prose, string expected) =>
        Assert.Equal(expected, Text(prose));

    [Theory]
    [InlineData("Three things: the loss, the state and the weights.")]
    [InlineData("It does this in two ways: by a loop; by the library, which has a loop, too.")]
    [InlineData("There are three of them:\n\n- one,\n- another\n  of two lines,\n- a last.", "two")]
    [InlineData("## Three of them\n\nText.\n\n| a | b |\n|---|---|\n| 1 | 0 |\n| 0 | 1 |\n| 0 | 0 |")]
    [InlineData("And three equations say it:\n\n$$\na = b \\\\\nc = d \\\\\ne = f\n$$")]
    public void What_is_counted_and_follows_holds_its_count(string prose, string but = "") =>
        Assert.Equal(but, Text(prose));

    [Theory]
    [InlineData("Four things: the loss, the state and the weights.", "Four")]
    [InlineData("Three: the loss, the state and the weights are the same for everybody here.", "Three")]
    [InlineData("There are four of them:\n\n- one,\n- another,\n- a last.", "four")]
    [InlineData("There are three. And so:\n\n- one,\n- another,\n- a last.", "three")]
    [InlineData("## Four of them\n\n| a | b |\n|---|---|\n| 1 | 0 |\n| 0 | 1 |\n| 0 | 0 |", "Four")]
    [InlineData("And four equations say it:\n\n$$\na = b \\\\\nc = d \\\\\ne = f\n$$", "four")]
    public void A_count_of_other_things_is_not_held(string prose, string expected) =>
        Assert.Equal(expected, Text(prose));

    [Theory]
    [InlineData("There are three shapes: a, b and c. The three shapes differ.", "")]
    [InlineData("There are three shapes: a, b and c. The three runs differ.", "three")]
    [InlineData("There are three shapes: a, b and c. All four shapes differ.", "four")]
    [InlineData("There are three shapes: a, b and c. Of three shapes each is one.", "three")]
    [InlineData("Two shapes: a and b. Three shapes: a, b and c. The two shapes differ, the three shapes differ.", "")]
    [InlineData("Two shapes: a and b. Three shapes: a, b and c. All two shapes differ.", "two")]
    public void What_is_taken_up_is_held_where_it_was_held_above(string prose, string expected) =>
        Assert.Equal(expected, Text(prose));

    [Theory]
    [InlineData("The factor is .25: $$c_t = 0.25 c_{t-1}$$", "")]
    [InlineData("The factor is .26: $$c_t = 0.25 c_{t-1}$$", ".26")]
    public void A_displayed_equation_holds_its_constants(string prose, string expected) =>
        Assert.Equal(expected, Text(prose));

    [Theory]
    [InlineData("It is $\\sigma(5) = .993$, and $\\sigma(-5) \\approx .007$.")]
    [InlineData("The loss is 10 − 5 = 5 here, and 3 + 6 · 2 = 15 there.")]
    [InlineData("Here $h = \\tanh(.5 \\cdot 2) = .762$ and $1.05^{100} = 131.5$.")]
    [InlineData("It is $3 + 6 + 2 = 11$, $\\sqrt{5/18} = .527$, $\\tfrac13 = .33$, $\\frac{2}{8} = .25$, $\\ln 100 = 4.605$.")]
    [InlineData("It stays at $-.995 = \\tanh(-1 + 2 \\cdot (-.995))$.")]
    [InlineData("And $\\sigma(10)$ is .99995 and not 1.")]
    public void An_equation_between_numbers_holds_them_if_it_is_true(string prose) => Assert.Empty(Unheld(prose));

    [Theory]
    [InlineData("It is $\\sigma(4) = .993$.", "4 .993")]
    [InlineData("The loss is 10 − 6 = 5 here.", "10 6 5")]
    [InlineData("It is $1.05^{100} = 131$.", "1.05 100 131")]
    [InlineData("It is $3 + 6 + 3 = 11$.", "3 6 3 11")]
    [InlineData("It stays at $-.994 = \\tanh(-1 + 2 \\cdot (-.995))$.", "-.994 2 -.995")]
    [InlineData("And $\\sigma(10)$ is .99985 and not 1.", ".99985")]
    public void A_false_equation_holds_nothing(string prose, string expected) => Assert.Equal(expected, Text(prose));

    [Theory]
    [InlineData("A lag of 10 is learned, and a lag of 0 is not.", "0")]
    [InlineData("After 1 step it is done.", "1")]
    [InlineData("The bit is 1, a gate of 0 is shut.", "")]
    public void A_0_or_1_that_code_would_call_otherwise_is_a_number(string prose, string expected) =>
        Assert.Equal(expected, Text(prose));

    [Theory]
    [InlineData("One of them is the one. The two differ, and these two do.")]
    [InlineData("The bit is 0 or 1, the sign 1 or −1, and zero elsewhere.")]
    [InlineData("First comes the second, third and last.")]
    public void Words_of_grammar_and_bits_count_nothing(string prose) => Assert.Empty(Unheld(prose));

    [Theory]
    [InlineData("One of five learns it, one in four, and one of 9.", "One five one four one 9")]
    [InlineData("The three differ, and so do two.", "three two")]
    [InlineData("It learns in 0 of 8 runs; seed 1 does not.", "0 8 1")]
    [InlineData("Two thirds of it, and a fifth of the rest.", "Two thirds a fifth")]
    [InlineData("Two dozen zeros, seven per cent, a hundred steps.", "Two dozen seven per cent hundred")]
    [InlineData("共有 12 个种子。", "12")]
    public void Where_they_count_they_are_numbers(string prose, string expected) =>
        Assert.Equal(expected, Text(prose));

    [Theory]
    [InlineData("In 1997 and in chapter 7, sections 7.1 and 7.3, equation (9), figure 3, exercise 02-3.")]
    [InlineData("On 3 May 1990, arXiv 1312.6120, p. 189.")]
    [InlineData("# 02 · A title\n\nNext: [03 · Another](x.ipynb), and 04 and 05 after it.")]
    public void Years_and_references_are_names(string prose) => Assert.Empty(Unheld(prose));

    [Theory]
    [InlineData("It has 1997 units, of 12 · 3 kinds.", "1997 12 3")]
    [InlineData("From 85 to 88 %, or 85–88.", "85 88 % 85 88")]
    public void What_only_looks_like_one_is_a_number(string prose, string expected) =>
        Assert.Equal(expected, Text(prose));

    [Theory]
    [InlineData("It is `77`, or ```x``` or $a_{77} = b^{78}$ or $h_0 = 0$.")]
    [InlineData("```csharp\nint x = 77;\n```")]
    [InlineData("1. A list\n2. of [links](x77.html).")]
    [InlineData("| symbol | shape |\n|---|---|\n| x | [77] |")]
    [InlineData("Is it 77, or 78? **Before you run it:** which of the 79?")]
    [InlineData("**Before you run it:** a gate stays at 77. What is left?")]
    [InlineData("**02-3 · Count.** Find the smallest of 77 and 78.")]
    [InlineData("Text.\n\n## Sources\n\n- A. Person, Journal 77 (1990) 78–79.")]
    public void Code_notation_questions_tasks_and_sources_state_no_measurement(string prose) =>
        Assert.Empty(Unheld(prose));

    [Theory]
    [InlineData("It is $10^{-27}$ or $\\rho = .58$ or $.95^{98} = .009$.", "10⁻²⁷ .58 .95 98 .009")]
    [InlineData("| name | shape |\n|---|---|\n| x | 77 |", "77")]
    [InlineData("It is 77. Is it? It is 78.", "77 78")]
    [InlineData("**02-3 · Count.** Find it.\n\nIt is 77.", "77")]
    [InlineData("## Sources\n\n- 77\n\n## After them\n\n78.", "78")]
    public void What_stands_beside_them_does(string prose, string expected) => Assert.Equal(expected, Text(prose));

    [Theory]
    [InlineData("Text. **Running time:** about 77 seconds.", true, "")]
    [InlineData("Text, 78. **Running time:** about 77 seconds.\n\nIt has 79.", true, "78 79")]
    [InlineData("Text. **Running time:** about 77 seconds.", false, "77")]
    public void The_title_cell_may_say_how_long_it_runs(string prose, bool isTitle, string expected)
    {
        NotebookCell[] cells = isTitle
            ? [NotebookCell.Markdown("p", prose)]
            : [NotebookCell.Markdown("t", "# Title"), NotebookCell.Markdown("p", prose)];

        Assert.Equal(expected, Text(UnheldNumbers.In(ClaimNotebook.Of(cells), "n.ipynb")));
    }

    [Theory]
    [InlineData("Two of three", "ok.Count == 2 && all == 3", "")]
    [InlineData("Two of three", "ok.Count == 2 && all > 1", "three")]
    [InlineData("Three of three", "ok.Count == 2 && all == 3", "Three three")]
    [InlineData("98 %", "share == .98", "")]
    [InlineData("98 %", "Math.Round(share, 4) == .9766", "")]
    [InlineData("98 %", "share == .9749", "98 %")]
    [InlineData("85 to 88 % of the names", "least >= .85 && most <= .88", "")]
    [InlineData("85 to 88 of the names", "least >= .85 && most <= .88", "85 88")]
    [InlineData("Two thirds", "3 * ok == 2 * all", "")]
    [InlineData("Two thirds", "ok == .667", "")]
    [InlineData("Two thirds", "3 * ok == all", "Two thirds")]
    [InlineData("Two of three", "xs[2] == xs[3]", "Two three")]
    [InlineData("lag 1 and −3", "lag < -3", "")]
    [InlineData("all of them", "all == 3", "")]
    [InlineData("After 40 steps", "ok", "")]
    [InlineData("three of them", "n == 3 && k == 7", "three")]
    [InlineData("three of them", "n == 3 && k == 17", "")]
    [InlineData("three of the seven", "n == 3 && k == 7", "")]
    [InlineData("three of them", "n == 3 && Math.Round(share, 7) > 1", "")]
    public void A_claim_holds_the_numbers_that_its_condition_has(string says, string holds, string expected)
    {
        NotebookCell prose = ClaimNotebook.Prose("p", $"It is so: {says} do it.", (says, holds));

        Assert.Equal(expected, Text(UnheldNumbers.In(ClaimNotebook.Of([.. Cells(), prose]), "n.ipynb")));
    }

    [Fact]
    public void A_number_that_a_claim_quotes_and_its_condition_lacks_is_listed_with_the_claim()
    {
        NotebookCell prose = ClaimNotebook.Prose("p", "It is so: 77 do it, and 78.", ("77 do it", "x > 1"));

        UnheldNumber[] unheld = [.. UnheldNumbers.In(ClaimNotebook.Of(prose), "n.ipynb")];

        Assert.Equal(["77 do it", null], unheld.Select(number => number.Claim?.Says));
    }

    [Fact]
    public void What_a_wrong_digit_could_be_taken_for_is_named()
    {
        NotebookCell prose = ClaimNotebook.Prose("p", "3 do it.", ("3 do it", "n == 3 && k == 7"));

        Assert.Equal(7, Assert.Single(UnheldNumbers.In(ClaimNotebook.Of(prose), "n.ipynb")).MistakenFor);
    }

    [Fact]
    public void The_output_of_a_cell_that_measures_time_holds_nothing()
    {
        NotebookCell timed = NotebookCell.Code("t", "x", "timing");
        timed.Outputs = [Stream("12.5 s")];

        Assert.Equal("12.5", Text(UnheldNumbers.In(
            ClaimNotebook.Of([.. Cells(), timed, NotebookCell.Markdown("p", "It takes 12.5 seconds.")]), "n.ipynb")));
    }

    [Theory]
    [InlineData("It has three gates.", "")]
    [InlineData("It has four gates.", "four")]
    [InlineData("It has three shapes.", "three")]
    public void The_opening_may_announce_what_is_held_below(string opening, string expected) => Assert.Equal(
        expected,
        Text(UnheldNumbers.In(
            ClaimNotebook.Of(
                NotebookCell.Markdown("t", "# Title"), NotebookCell.Markdown("o", opening),
                NotebookCell.Code("c", "int gates = 3;"), NotebookCell.Markdown("p", "Three gates: a, b and c.")),
            "n.ipynb")));

    [Theory]
    [InlineData("Three things: a, b and c.\n\n它有三个东西，都是门。", "")]
    [InlineData("Three things: a, b and c.\n\n它有四个东西，都是门。", "四")]
    public void A_translation_repeats_what_the_cell_says(string prose, string expected) =>
        Assert.Equal(expected, Text(prose));

    [Fact]
    public void What_a_source_is_quoted_for_is_held_by_the_source()
    {
        NotebookCell prose = NotebookCell.Markdown("p", "Elman reports 95 %, and we find 96 %.");
        prose.Metadata["unrolled"] = JsonNode.Parse(
            """{"quotes": [{"says": "Elman reports 95 %", "source": "Elman 1990, p. 189"}]}""");

        Assert.Equal("96 %", Text(UnheldNumbers.In(ClaimNotebook.Of(prose), "n.ipynb")));
    }

    private static string Text(string prose) => Text(Unheld(prose));

    private static string Text(IEnumerable<UnheldNumber> unheld) =>
        string.Join(' ', unheld.Select(number => number.Text));

    private static IEnumerable<UnheldNumber> Unheld(string prose) => UnheldNumbers.In(
        ClaimNotebook.Of(
            [
                .. Cells(), NotebookCell.Markdown("p", prose),
                NotebookCell.Code(
                    "next", "Fit(batch: 16);\ndouble u = 2.5;\nvar all = from keepBias in new[] { 0, 12 } select keepBias;"),
            ]),
        "n.ipynb");

    private static NotebookCell[] Cells()
    {
        NotebookCell earlier = NotebookCell.Code("c1", "var x = 1;");
        earlier.Outputs = [Stream("7")];
        NotebookCell nearest = NotebookCell.Code("c2", Above);
        nearest.Outputs = [Stream("loss 0.1250\ntook 37.4 of 64 and 65")];
        return [earlier, nearest];
    }

    private static JsonObject Stream(string text) =>
        new() { ["name"] = "stdout", ["output_type"] = "stream", ["text"] = text };
}
