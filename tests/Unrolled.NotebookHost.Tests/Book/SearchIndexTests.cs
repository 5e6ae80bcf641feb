using System.Text;
using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Book;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Tests.Book;

public class SearchIndexTests
{
    [Fact]
    public void Words_are_in_lower_case_and_Chinese_is_in_pairs()
    {
        Assert.Equal(
            ["the", "forwardstep", "step", "of", "w_x", "循环", "环神", "神经", "门"],
            SearchIndex.WordsOf("The ForwardStep, of W_x: 循环神经 (门)").Distinct());
    }

    [Fact]
    public void A_word_leads_to_each_section_that_has_it_and_to_no_other()
    {
        SearchIndex index = new();
        index.BeginPage("01.html", "One");
        index.AddProse("<h1 id=\"one\">One</h1><p>A gate opens.</p><h2 id=\"shut\">The gate is shut</h2><p>Nothing.</p>");
        index.AddCode("double GateBias = 2;");
        index.BeginPage("02.html", "Two");
        index.AddProse("<h2 id=\"other\">Other</h2><p>gate gate gate gate</p>");

        JsonObject read = Read(index.ToScript());

        Assert.Equal(
            [["01.html", "", "One", "One"], ["01.html", "shut", "The gate is shut", "One"], ["02.html", "", "Two", "Two"],
                ["02.html", "other", "Other", "Two"]],
            read["sections"]!.AsArray().Select(section => section!.AsArray().Take(4).Select(part => (string)part!)));
        Assert.Equal("0,1!,2*", Words(read)["gate"]);
        Assert.Equal("1", Words(read)["gatebias"]);
        Assert.Equal("1", Words(read)["bias"]);
        Assert.DoesNotContain("shu", Words(read).Keys);
    }

    [Fact]
    public void Formulas_and_markup_are_no_words()
    {
        SearchIndex index = new();
        index.BeginPage("01.html", "One");
        index.AddProse("<p class=\"secret\">Read <span class=\"math\">\\frac{a}{b}</span> &amp; write.</p>");

        Assert.Equal(["read", "write"], Words(Read(index.ToScript())).Keys);
    }

    [Fact]
    public void What_an_exercise_should_find_is_not_found_by_a_search()
    {
        (string Path, Notebook Document)[] notebooks =
        [
            ("/book/01.ipynb", ExerciseTests.Document(NotebookCell.Markdown("m", "# Visible"))),
            ("/book/solutions/01.ipynb", ExerciseTests.Document(NotebookCell.Markdown("m", "# Unseen"))),
        ];

        Edition edition = BookBuilder.Build(
            new BookSource("Book", "", [.. notebooks.Select(one => new ExecutedNotebook(one.Path, one.Document))]));

        string script = Encoding.UTF8.GetString(edition.Files["assets/search-index.js"]);
        Assert.Contains("Visible", script);
        Assert.DoesNotContain("Unseen", script);
    }

    private static JsonObject Read(string script) =>
        JsonNode.Parse(script["window.bookSearchIndex = ".Length..].TrimEnd().TrimEnd(';'))!.AsObject();

    private static Dictionary<string, string> Words(JsonObject index) =>
        ((string)index["words"]!).Split('\n').Select(line => line.Split(' ')).ToDictionary(word => word[0], word => word[1]);
}
