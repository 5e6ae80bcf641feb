using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Tests.Notebooks;

/// <summary>A claim quotes its cell exactly once, or the notebook is refused with the place.</summary>
public sealed class ClaimTests
{
    [Fact]
    public void Claims_are_read_in_their_order()
    {
        NotebookCell cell = ClaimNotebook.Prose("c", "One is odd. Two is even.", JsonNode.Parse("""
            [{ "says": "One is odd", "holds": "one % 2 == 1" },
             { "says": "Two is even", "holds": "two % 2 == 0", "seeds": "runs.Length" }]
            """)!);

        Assert.Equal(
            [new Claim("One is odd", "one % 2 == 1", null), new Claim("Two is even", "two % 2 == 0", "runs.Length")],
            Claim.Of(cell, "n.ipynb"));
    }

    [Fact]
    public void A_cell_without_claims_has_none() =>
        Assert.Empty(Claim.Of(NotebookCell.Markdown("c", "Prose."), "n.ipynb"));

    [Fact]
    public void What_an_executed_copy_found_is_no_part_of_the_claim() => Assert.Single(Claim.Of(
        ClaimNotebook.Prose(
            "c", "One is odd.", JsonNode.Parse("""[{ "says": "One", "holds": "x > 0", "found": {} }]""")!),
        "n.ipynb"));

    [Theory]
    [InlineData("""{ "says": "One", "holds": "x" }""", "expected a list of")]
    [InlineData("""["One"]""", "expected { \"says\": …, \"holds\": … }, found \"One\"")]
    [InlineData("""[{ "says": "One" }]""", "'holds' is missing in {\"says\":\"One\"}")]
    [InlineData("""[{ "says": "One", "holds": " " }]""", "'holds' must be a text that is not blank, found \" \"")]
    [InlineData("""[{ "says": 1, "holds": "x" }]""", "'says' must be a text that is not blank, found 1")]
    [InlineData("""[{ "says": "One", "hold": "x" }]""", "a claim has says, holds, seeds, and no 'hold'")]
    [InlineData("""[{ "says": "Three", "holds": "x" }]""", "the cell does not say \"Three\"")]
    [InlineData("""[{ "says": "odd", "holds": "x" }]""", "the cell says \"odd\" 2 times; quote more of the sentence")]
    public void A_malformed_claim_is_refused_with_its_place(string claims, string expected)
    {
        NotebookCell cell = ClaimNotebook.Prose("c", "One is odd, 3 is odd.", JsonNode.Parse(claims)!);

        string message = Assert.Throws<NotebookFormatException>(() => Claim.Of(cell, "n.ipynb")).Message;

        Assert.StartsWith("n.ipynb: cell c, metadata.unrolled.claims: ", message);
        Assert.Contains(expected, message);
    }

    [Fact]
    public void A_code_cell_with_claims_is_refused()
    {
        NotebookCell cell = NotebookCell.Code("c", "1");
        cell.Metadata["unrolled"] = new JsonObject { ["claims"] = new JsonArray() };

        Assert.Contains(
            "only a Markdown cell has claims",
            Assert.Throws<NotebookFormatException>(() => Claim.Of(cell, "n.ipynb")).Message);
    }
}
