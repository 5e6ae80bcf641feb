using System.Text.RegularExpressions;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Checking;

/// <summary>The rule of a quotation: the notebook's list of sources has its author and its year in one line.</summary>
internal static partial class QuotationRules
{
    /// <summary>The violations by a cell's quotations.</summary>
    /// <param name="notebook">The notebook that lists the sources.</param>
    /// <param name="cell">The cell with the quotations.</param>
    /// <param name="name">The notebook's name, for errors.</param>
    /// <exception cref="NotebookFormatException">The cell's list of quotations is malformed.</exception>
    public static IEnumerable<string> Problems(Notebook notebook, NotebookCell cell, string name)
    {
        string[] sources =
        [
            .. notebook.Cells.Where(one => one.Kind == CellKind.Markdown)
                .SelectMany(one => Sources().Matches(one.Source).SelectMany(list => list.Value.Split('\n'))),
        ];
        foreach (Quotation quotation in Quotation.Of(cell, name))
        {
            string author = Author().Match(quotation.Source).Value, year = Year().Match(quotation.Source).Value;
            if (author.Length == 0 || year.Length == 0)
                yield return $"the quotation \"{quotation.Says}\": its source must name an author and a year, "
                    + $"as \"Elman 1990, p. 189\" does; found \"{quotation.Source}\"";
            else if (!sources.Any(line => line.Contains(author) && line.Contains(year)))
                yield return $"the quotation \"{quotation.Says}\": no line below the heading Sources has {author} "
                    + $"and {year}";
        }
    }

    [GeneratedRegex("""(?ms)^\#+\s(?:Sources|References)\b.*?(?=^\#|\z)""")]
    private static partial Regex Sources();

    [GeneratedRegex("""\p{Lu}[\p{L}-]+""")]
    private static partial Regex Author();

    [GeneratedRegex("""\b(?:1[6-9]|20)\d\d\b""")]
    private static partial Regex Year();
}
