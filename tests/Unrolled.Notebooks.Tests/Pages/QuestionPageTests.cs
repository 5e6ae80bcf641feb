using System.Text.RegularExpressions;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.Notebooks.Tests.Pages;

/// <summary>Each question of the five articles leads to a cell that answers it by running.</summary>
public partial class QuestionPageTests
{
    private static readonly string[] Rows =
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "docs", "questions.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal)
                && !line.StartsWith("| question |", StringComparison.Ordinal)),
    ];

    [Fact]
    public void Every_question_is_there_in_English_and_in_Chinese_and_has_an_answer()
    {
        Assert.True(Rows.Length > 60, $"There are {Rows.Length} questions.");
        Assert.All(Rows, row =>
        {
            string[] columns = row.Split('|', StringSplitOptions.TrimEntries);
            Assert.Equal(5, columns.Length);
            Assert.DoesNotMatch(Chinese(), columns[1].Replace("循环", "").Replace("递归", ""));
            Assert.Matches(Chinese(), columns[2]);
            Assert.Contains("](", columns[3]);
        });
    }

    [Fact]
    public void Every_cell_that_answers_is_one_that_runs()
    {
        foreach (Match link in Rows.SelectMany(row => Cells().Matches(row)))
        {
            Notebook chapter = Notebook.Load(Path.Combine(Repository.Root, link.Groups["notebook"].Value));

            Assert.Contains(
                chapter.Cells, cell => cell.Id == link.Groups["cell"].Value && cell.Kind == CellKind.Code);
        }
    }

    [Fact]
    public void Every_chapter_that_answers_is_named_in_reading_order()
    {
        string[] numbers =
        [
            .. File.ReadLines(Path.Combine(Repository.Root, "docs", "questions.md"))
                .Select(line => Heading().Match(line))
                .Where(heading => heading.Success)
                .Select(heading => heading.Groups[1].Value),
        ];

        Assert.Equal(numbers.Order(StringComparer.Ordinal).Distinct(), numbers);
        Assert.Empty(numbers.Except(Repository.Notebooks.Select(path => Path.GetFileName(path).Split('-')[0])));
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"\[cell\]\(\.\./(?<notebook>notebooks/[^#)]+)#cell-(?<cell>[^)]+)\)")]
    private static partial Regex Cells();

    [GeneratedRegex(@"^## (\d\d) · ")]
    private static partial Regex Heading();
}
