using System.Text.RegularExpressions;
using Unrolled.NotebookHost.Book;
using Unrolled.NotebookHost.Checking;
using Unrolled.NotebookHost.Figures;
using Unrolled.NotebookHost.Notebooks;
using Xunit.Abstractions;

namespace Unrolled.NotebookHost.Tests.Notebooks;

/// <summary>Notebooks that somebody damaged or made up.</summary>
public sealed partial class HostileNotebookTests(ITestOutputHelper output) : IDisposable
{
    private const string Name = "n.ipynb";

    private readonly TemporaryFolder folder = new();

    private NotebookSource Source => new(folder[Name], Name, Name);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_hostile_notebook_is_read_as_its_json_says_or_refused_with_the_place() =>
        new HostileInputs(HostileShare.Notebooks, output).Check(Draw, IsReadAsItSays);

    [Fact]
    public void A_hostile_notebook_that_is_read_can_be_checked_compared_formatted_and_published() =>
        new HostileInputs(HostileShare.PublishedNotebooks, output).Check(DrawTree, IsUsable);

    private static byte[] Draw(Random random) =>
        random.Next(2) == 0 ? DrawTree(random) : Damage.InBytes(DrawTree(random), random);

    private static byte[] DrawTree(Random random) => Damage.InTree(new RandomNotebook(random.Next()).Next(), random);

    private bool IsReadAsItSays(byte[] bytes)
    {
        if (Read(bytes) is not { } notebook)
            return false;
        Assert.True(IndependentJson.Says(bytes, notebook.Json), "The tree is not what the text says.");
        string canonical = notebook.ToCanonicalJson();
        Notebook again = Notebook.Parse(canonical, Name);
        Assert.Equal(canonical, again.ToCanonicalJson());
        Assert.Equal(notebook.Cells.Select(Content), again.Cells.Select(Content));
        return true;
    }

    private bool IsUsable(byte[] bytes)
    {
        if (Read(bytes) is not { } notebook)
            return false;
        string[] unfit = [.. CommittedContent.Problems(notebook, Source)];
        Assert.All(unfit, problem => Assert.StartsWith(Name, problem));
        Assert.All(Dialect(notebook), problem => Assert.StartsWith(Name, problem));
        Assert.Empty(new NotebookComparison(new TextComparison(0)).Differences(notebook, notebook.Clone()));
        _ = SavedFigures.Of(notebook);
        Edition book = BookBuilder.Build(new BookSource("Book", "", [new ExecutedNotebook(folder[Name], notebook)]));
        Assert.Contains("n.html", book.Files.Keys);
        notebook.Upgrade();
        Assert.NotNull(Notebook.Parse(notebook.ToCanonicalJson(), Name));
        return true;
    }

    // Null where the notebook is refused, with an error that a reader can go by.
    private Notebook? Read(byte[] bytes)
    {
        File.WriteAllBytes(folder[Name], bytes);
        try
        {
            return Notebook.Load(folder[Name], Name);
        }
        catch (NotebookFormatException refused)
        {
            Match error = Error().Match(refused.Message);
            Assert.True(error.Success, refused.Message);
            if (error.Groups["line"].Success)
                Assert.InRange(int.Parse(error.Groups["line"].Value), 1, 1 + bytes.Count(one => one == '\n'));
            if (refused.Message.Contains("not valid JSON") && !refused.Message.Contains("twice"))
                Assert.False(IndependentJson.Accepts(bytes), refused.Message);
            return null;
        }
    }

    // A malformed list of packages is an error of its own.
    private string[] Dialect(Notebook notebook)
    {
        try
        {
            return [.. CommonDialect.Problems(notebook, Source)];
        }
        catch (NotebookFormatException malformed)
        {
            return [malformed.Message];
        }
    }

    private static (CellKind, string, string, string, int?, int) Content(NotebookCell cell) =>
        (cell.Kind, cell.Id, cell.Source, string.Join('\n', cell.Tags), cell.ExecutionCount, cell.Outputs.Count);

    [GeneratedRegex(@"^n\.ipynb(?:\(line (?<line>\d+), column \d+\))?: \S")]
    private static partial Regex Error();
}
