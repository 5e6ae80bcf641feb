using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Unrolled.NotebookHost.Programs;

namespace Unrolled.NotebookHost.Book;

/// <summary>
/// Formulas set by KaTeX while the book is made, so that they stand where no script runs. It needs Node.js, and the
/// KaTeX that the build restores with npm.
/// </summary>
internal sealed partial class FormulaTypesetter : IDisposable
{
    // One JSON array of [TeX, display] a line in, one JSON array of HTML a line out.
    private const string Program = """
        const katex = require(process.argv[1]);
        const set = ([tex, displayMode]) =>
          katex.renderToString(tex, { displayMode, throwOnError: false, strict: "ignore" });
        require("readline").createInterface({ input: process.stdin }).on(
          "line", line => process.stdout.write(JSON.stringify(JSON.parse(line).map(set)) + "\n"));
        """;

    private static readonly TimeSpan EndGrace = Patience.OfSeconds(3);

    private readonly Process process;

    private FormulaTypesetter(Process process) => this.process = process;

    /// <summary>Starts Node.js; null where it or KaTeX is missing.</summary>
    public static FormulaTypesetter? Start()
    {
        string katex = Path.Combine(SharedAssets.MathSource, "katex.min.js");
        if (ProgramPath.Find("node") is not { } node || !File.Exists(katex))
            return null;
        ProcessStartInfo start = new(node, ["--eval", Program, katex])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        try
        {
            return new FormulaTypesetter(ProcessStart.Alone(start));
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>The HTML of a page with its formulas set; null when the typesetter has gone.</summary>
    public string? Set(string html)
    {
        (string Tex, bool Display)[] formulas = [.. Formulas().Matches(html).Select(FormulaOf).Distinct()];
        if (formulas.Length == 0)
            return html;
        if (Typeset(formulas) is not { } set || set.Length != formulas.Length)
            return null;
        Dictionary<(string, bool), string> found = formulas.Zip(set).ToDictionary();
        return Formulas().Replace(
            html, match => match.Groups["open"].Value + found[FormulaOf(match)] + match.Groups["close"].Value);
    }

    /// <summary>Ends Node.js.</summary>
    public void Dispose()
    {
        try
        {
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has gone already.
        }
        if (!process.WaitForExit(EndGrace))
            process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    private static (string Tex, bool Display) FormulaOf(Match match) =>
        (WebUtility.HtmlDecode(match.Groups["tex"].Value), match.Groups["display"].Success);

    private string[]? Typeset(IEnumerable<(string Tex, bool Display)> formulas)
    {
        try
        {
            process.StandardInput.WriteLine(JsonSerializer.Serialize(
                formulas.Select(formula => new object[] { formula.Tex, formula.Display })));
            process.StandardInput.Flush();
            return process.StandardOutput.ReadLine() is { } line ? JsonSerializer.Deserialize<string[]>(line) : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    [GeneratedRegex(
        """(?<open><(?<name>span|div) class="math(?<display> display)?">)(?<tex>[^<]*)(?<close></\k<name>>)""")]
    private static partial Regex Formulas();
}
