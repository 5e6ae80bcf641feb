using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Unrolled.NotebookHost.Display;
using Unrolled.NotebookHost.Running;

namespace Unrolled.NotebookHost.Commands;

/// <summary>A run as JUnit XML: a suite for each notebook, a case for each code cell.</summary>
internal static class JUnitReport
{
    /// <summary>The document's text.</summary>
    public static string Write(IReadOnlyList<NotebookReport> reports)
    {
        XElement[] suites = [.. reports.Select(Suite)];
        XElement root = new(
            "testsuites", Totals(suites),
            Time(reports.Aggregate(TimeSpan.Zero, (sum, report) => sum + report.Elapsed)), suites);
        StringBuilder text = new();
        using (XmlWriter writer = XmlWriter.Create(
            text, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true }))
            root.Save(writer);
        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{text}\n";
    }

    private static XElement Suite(NotebookReport report)
    {
        XElement[] cases =
        [
            .. report.Cells.Select(cell => Case(report, cell)),
            .. report.Claims.Select(claim => Case(report, claim)),
            .. WholeNotebook(report),
        ];
        return new XElement(
            "testsuite", new XAttribute("name", Valid(report.Notebook.Name)), Count(cases), Time(report.Elapsed),
            cases);
    }

    private static XElement Case(NotebookReport report, CellReport cell)
    {
        string name = cell.Id.Length > 0 ? $"cell {cell.Number} ({cell.Id})" : $"cell {cell.Number}";
        return Case(report, name, cell.Elapsed, cell.Outcome switch
        {
            CellOutcome.Failed => Failure(
                RunSummary.Headline(report, cell), cell.Error!.Name, string.Join('\n', cell.Error.Traceback)),
            CellOutcome.Skipped => Skipped("blank or tagged skip-execution"),
            CellOutcome.NotRun => Skipped("not run: the notebook ended before it"),
            _ => null,
        });
    }

    private static XElement Case(NotebookReport report, ClaimReport claim) => Case(
        report, $"claim ({claim.CellId}): {claim.Claim.Says}", default, claim.Outcome switch
        {
            ClaimOutcome.Fails => Failure(
                ClaimText.Lines(report, claim).First(), "Claim", string.Join('\n', ClaimText.Lines(report, claim))),
            ClaimOutcome.Differs => Skipped("differs here"),
            ClaimOutcome.NotReached => Skipped("not evaluated: the notebook ended before it"),
            _ => null,
        });

    // A failure that no cell caused gets a case of its own, so that no result is lost.
    private static IEnumerable<XElement> WholeNotebook(NotebookReport report) => report.Outcome switch
    {
        NotebookOutcome.Interrupted =>
            [Case(report, "notebook", default, Failure("interrupted", "Interrupted", report.Reason ?? ""))],
        NotebookOutcome.Skipped => [Case(report, "notebook", default, Skipped(report.Reason ?? ""))],
        NotebookOutcome.Failed when report.Reason is { } reason =>
            [Case(report, "notebook", default, Failure(reason, "Notebook", reason))],
        _ => [],
    };

    private static XElement Case(NotebookReport report, string name, TimeSpan elapsed, XElement? result) => new(
        "testcase", new XAttribute("name", Valid(name)), new XAttribute("classname", Valid(report.Notebook.Name)),
        Time(elapsed), result);

    private static XElement Failure(string message, string type, string text) => new(
        "failure", new XAttribute("message", Valid(message)), new XAttribute("type", Valid(type)), Valid(text));

    private static XElement Skipped(string message) => new("skipped", new XAttribute("message", Valid(message)));

    private static XAttribute Time(TimeSpan time) =>
        new("time", time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture));

    private static XAttribute[] Count(XElement[] cases) =>
    [
        new("tests", cases.Length),
        new("failures", cases.Count(test => test.Element("failure") is not null)),
        new("skipped", cases.Count(test => test.Element("skipped") is not null)),
        new("errors", 0),
    ];

    private static XAttribute[] Totals(XElement[] suites) =>
        [.. new[] { "tests", "failures", "skipped", "errors" }.Select(
            name => new XAttribute(name, suites.Sum(suite => (int)suite.Attribute(name)!)))];

    // XML has no way to write most control characters; colours are left out, the rest is replaced.
    private static string Valid(string text)
    {
        StringBuilder valid = new(text.Length);
        text = EscapeSequences.Remove(text);
        for (int i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                valid.Append(text[i]).Append(text[++i]);
            else
                valid.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : '\uFFFD');
        }
        return valid.ToString();
    }
}
