using System.Xml.Linq;
using FsCheck.Fluent;

namespace Unrolled.Charts.Tests.Figures;

public class TableTests
{
    [Fact]
    public void Decimal_points_are_aligned_and_the_best_has_a_star() => Assert.Equal(
        """
        Adding problem
        model     weights    error   seconds
        ────────  ───────  ───────   ───────
        mean            0  0.167         0
        LSTM        2 048  0.00123*     12.5
        diverged       64      NaN
        exact           8  0.500      1×10⁻⁹
        Mean of five seeds.
        """.Replace(" 2 048", "20\u202f480"),
        new Table(
            "Adding problem", "model", "weights", new Column("error", 3, BestValue.Lowest), new Column("seconds", 3))
            .Row("mean", 0, 0.167, 0.0).Row("LSTM", 20480, 0.00123, 12.5)
            .Row("diverged", 64, double.NaN, null)
            .Row("exact", 8, 0.5, 1e-9).Caption("Mean of five seeds.").ToString());

    [Fact]
    public void Rows_of_any_type_become_a_table() => Assert.Equal(
        """
        Cell   Error
        ────  ──────
        GRU   0.5000
        LSTM  2.000
        """,
        Table.From([new { Cell = "GRU", Error = 0.5 }, new { Cell = "LSTM", Error = 2.0 }]).ToString());

    [Fact]
    public void Results_of_several_seeds_have_a_column_for_each() => Assert.Equal(
        """
        Accuracy
        model       seed 1  seed 2
        ──────────  ──────  ──────
        chance       0.500   0.500
        perceptron   0.250   0.986
        """,
        Table.OfSeeds("Accuracy", "model", seeds: 2)
            .Row("chance", [.5, .5]).Row("perceptron", [.25, .98645]).ToString());

    [Fact]
    public void Results_of_more_seeds_than_columns_are_refused() =>
        Assert.Throws<ArgumentException>(() => Table.OfSeeds("t", "model", seeds: 2).Row("a", [1.0, 2, 3]));

    [Fact]
    public void A_row_of_another_length_is_refused()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => new Table("t", "a", "b").Row(1, 2).Row(1));

        Assert.Equal("Table \"t\", row 2: 1 values for 2 columns (a, b).", refused.Message);
    }

    [Fact]
    public void Any_text_makes_valid_html() => Prop.ForAll<string>(text =>
        XElement.Parse(
            new Table(text ?? "", text ?? "", "n")
                .Row(text, 1.5).Caption(text ?? "").ToHtml().Replace("&nbsp;", " ")).Name == "table").CheckSeeded();

    [Fact]
    public void The_best_of_a_column_is_bold()
    {
        XElement table = XElement.Parse(
            new Table(null, "m", new Column("accuracy", 2, BestValue.Highest))
                .Row("a", 0.5).Row("b", 0.75).Row("c", double.NaN).ToHtml());

        Assert.Equal("0.75", Assert.Single(table.Descendants("strong")).Value);
    }
}
