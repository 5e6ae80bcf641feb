using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Unrolled.NotebookHost.Execution;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Checking;

/// <summary>
/// The numbers of the prose that nothing holds. A number is held by the condition of the claim that quotes it; by the
/// nearest output above; by the name that code has for it, in a cell above or in the next one; by a displayed equation
/// of its cell; by the list, table or equation that it counts; because it takes up the count last held above, announces
/// above the first code what is held below, or translates what its cell says in English. In an equation between numbers
/// it is held if the equation is true, and only then. An output and a name hold a number
/// only if another last digit would be noticed. <see cref="Prose"/> says what states no number.
/// </summary>
internal sealed partial class UnheldNumbers
{
    private readonly string name;
    private readonly NotebookCell[] cells;
    private readonly Dictionary<string, double> heldCounts = [];
    private readonly HashSet<(double, string)> announced = [];
    private IReadOnlyList<WrittenNumber> shown = [];

    private UnheldNumbers(Notebook notebook, string name) => (this.name, cells) = (name, [.. notebook.Cells]);

    /// <summary>The numbers that nothing holds, in their order.</summary>
    /// <param name="notebook">The notebook with its saved outputs.</param>
    /// <param name="name">Its name, for errors.</param>
    /// <exception cref="NotebookFormatException">A cell's claims or quotations are malformed.</exception>
    public static IEnumerable<UnheldNumber> In(Notebook notebook, string name) =>
        new UnheldNumbers(notebook, name).All();

    private IEnumerable<UnheldNumber> All()
    {
        NamedNumbers above = new();
        int opening = Math.Max(0, Array.FindIndex(cells, cell => cell.Kind == CellKind.Code));
        List<UnheldNumber> unheld = [];
        for (int i = 0; i < cells.Length; i++)
        {
            NotebookCell cell = cells[i];
            if (cell.Kind == CellKind.Code)
            {
                above.Add(cell.Source);
                if (cell.Outputs.Count > 0)
                    shown = cell.HasTag(CellTags.Timing) ? [] : [.. TextsOf(cell).SelectMany(NumberText.Figures)];
            }
            if (cell.Kind != CellKind.Markdown)
                continue;
            NamedNumbers next = new();
            if (cells.Skip(i).FirstOrDefault(one => one.Kind == CellKind.Code) is { } below)
                next.Add(below.Source);
            unheld.AddRange(InCell(new Prose(cell, isTitle: i == 0), above, next));
        }
        // What the cells above the first code announce, the notebook shows.
        HashSet<string> openingIds = [.. cells.Take(opening).Select(cell => cell.Id)];
        return unheld.Where(number => !(openingIds.Contains(number.CellId) && number.Claim is null
            && number.Noun is { } noun && announced.Contains((number.Value, noun))));
    }

    private List<UnheldNumber> InCell(Prose prose, NamedNumbers above, NamedNumbers next)
    {
        Quote[] quotes =
        [
            .. Claim.Of(prose.Cell, name).Select(claim => Quote.Of(prose, claim)),
            .. Quotation.Of(prose.Cell, name).Select(quotation => Quote.Of(prose, quotation)),
        ];
        WrittenNumber[] constants =
            [.. Equation().Matches(prose.Source).SelectMany(equation => NumberText.Figures(equation.Value))];
        List<UnheldNumber> unheld = [];
        HashSet<double> held = [];
        foreach (WrittenNumber number in prose.Numbers)
        {
            IReadOnlySet<string> words = prose.WordsAround(number);
            string? noun = prose.NounOf(number);
            Quote[] around = [.. quotes.Where(quote => quote.Contains(number))];
            NumberEquation[] equations = [.. prose.Equations.Where(equation => equation.Contains(number.Start))];
            bool isHeld = equations.Length > 0 ? equations.All(equation => equation.IsTrue)
                : around.Any(quote => quote.Holds(number))
                || number.IsHeldBy(shown) || above.Hold(number, words) || next.Hold(number, words)
                || number.IsHeldBy(constants) || CountedThings.Hold(prose, number)
                || (noun is not null && prose.IsTakenUp(number) && heldCounts.GetValueOrDefault(noun) == number.Value)
                || (prose.IsChinese(number) && held.Contains(number.Value));
            if (isHeld && noun is not null)
            {
                heldCounts[noun] = number.Value;
                announced.Add((number.Value, noun));
            }
            if (isHeld)
                held.Add(number.Value);
            else
            {
                Quote? claimed = around.FirstOrDefault(quote => quote.Claim is not null);
                unheld.Add(new UnheldNumber(
                    prose.Cell.Id, number.Start, number.Text, prose.LineAt(number.Start), claimed?.Claim, number.Value,
                    noun, claimed?.Mistaken.TryGetValue(number, out double other) == true ? other : null));
            }
        }
        foreach (WrittenNumber bit in prose.Bits)
        {
            IReadOnlySet<string> names = prose.NamesBeside(bit);
            if (above.Lack(bit, names) && !next.Hold(bit, names) && !bit.IsHeldBy(shown)
                && !quotes.Any(quote => quote.Contains(bit) && quote.Spares(bit)))
                unheld.Add(new UnheldNumber(
                    prose.Cell.Id, bit.Start, bit.Text, prose.LineAt(bit.Start), null, bit.Value, null, null));
        }
        return unheld;
    }

    private static IEnumerable<string> TextsOf(NotebookCell cell) =>
        cell.Outputs.OfType<JsonObject>().Select(
            output => MultilineText.Join(output["text"] ?? output.NodeAt("data", "text/plain")));

    [GeneratedRegex("""\$\$.*?\$\$""", RegexOptions.Singleline)]
    private static partial Regex Equation();

    // A piece of a cell that a claim or a quotation is about, and the numbers of it that are held.
    private sealed record Quote(
        int Start, int End, Claim? Claim, IReadOnlySet<WrittenNumber> Held, IReadOnlyList<double> Spare,
        IReadOnlyDictionary<WrittenNumber, double> Mistaken)
    {
        public static Quote Of(Prose prose, Quotation quotation)
        {
            (int start, int end) = Place(prose, quotation.Says);
            return new(
                start, end, null, Within(prose, start, end).ToHashSet(), [], new Dictionary<WrittenNumber, double>());
        }

        // Each number of the sentence needs one of the condition's own: "three of three" is not held by 2 and 3.
        public static Quote Of(Prose prose, Claim claim)
        {
            (int start, int end) = Place(prose, claim.Says);
            List<double> written =
                [.. LiteralsIn(claim.Holds), .. claim.Seeds is { } seeds ? LiteralsIn(seeds) : []];
            HashSet<WrittenNumber> held = [];
            foreach (WrittenNumber number in Within(prose, start, end))
                if (Taken(number, written))
                    held.Add(number);
            // What the condition compares with and the sentence does not name could be taken for a wrong number.
            List<double> compared = [.. ComparedIn(claim.Holds)];
            compared.RemoveAll(value => value is 0 or 1 || !written.Contains(value));
            Dictionary<WrittenNumber, double> mistaken = [];
            foreach (WrittenNumber number in held)
                foreach (double value in compared.Where(value => number.IsMistakenFor(WrittenNumber.Exact(value))))
                    mistaken[number] = value;
            held.ExceptWith(mistaken.Keys);
            return new(start, end, claim, held, written, mistaken);
        }

        public bool Contains(WrittenNumber number) => Start <= number.Start && number.Start < End;

        public bool Holds(WrittenNumber number) => Held.Contains(number);

        // A quotation, or a condition that has the 0 or 1 beside what its other numbers need.
        public bool Spares(WrittenNumber bit) => Claim is null || Spare.Contains(bit.Value);

        private static (int, int) Place(Prose prose, string says)
        {
            int start = prose.Source.IndexOf(says, StringComparison.Ordinal);
            return (start, start + says.Length);
        }

        private static IEnumerable<WrittenNumber> Within(Prose prose, int start, int end) =>
            prose.Numbers.Where(number => start <= number.Start && number.Start < end);

        private static bool Taken(WrittenNumber number, List<double> written)
        {
            int found = written.FindIndex(value => number.IsRoundingOf(WrittenNumber.Exact(value)));
            if (found >= 0)
            {
                written.RemoveAt(found);
                return true;
            }
            // Two thirds: 2 and 3.
            double numerator = Math.Round(number.Value * number.Denominator);
            return number.Denominator > 1 && written.Contains(numerator) && written.Remove(number.Denominator)
                && written.Remove(numerator);
        }

        private static IEnumerable<double> ComparedIn(string condition) =>
            SyntaxFactory.ParseExpression(condition, options: ScriptChain.ParseOptions).DescendantNodesAndSelf()
                .OfType<BinaryExpressionSyntax>()
                .Where(node => node.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.LessThanExpression
                    or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression
                    or SyntaxKind.GreaterThanOrEqualExpression)
                .SelectMany(node => new[] { node.Left, node.Right })
                .Select(NamedNumbers.Literal).OfType<double>();

        // Without indices: which element is looked at is no number of the sentence.
        private static IEnumerable<double> LiteralsIn(string condition) =>
            SyntaxFactory.ParseExpression(condition, options: ScriptChain.ParseOptions).DescendantNodesAndSelf()
                .OfType<LiteralExpressionSyntax>()
                .Where(literal => !literal.Ancestors().Any(node => node is BracketedArgumentListSyntax))
                .Select(NamedNumbers.Literal)
                .OfType<double>();
    }
}

/// <summary>A number of the prose that nothing holds.</summary>
/// <param name="CellId">The cell.</param>
/// <param name="Start">Where it begins in the cell's text, or the formula that it is in.</param>
/// <param name="Text">The number as it is written.</param>
/// <param name="Line">The line in which it stands.</param>
/// <param name="Claim">The claim that quotes it and whose condition does not have it; null where no claim does.</param>
/// <param name="Value">Its value.</param>
/// <param name="Noun">The word behind it; null where none follows.</param>
/// <param name="MistakenFor">
/// What the condition compares with besides, and a wrong last digit would make of it; null where there is none.
/// </param>
internal sealed record UnheldNumber(
    string CellId, int Start, string Text, string Line, Claim? Claim, double Value, string? Noun, double? MistakenFor);
