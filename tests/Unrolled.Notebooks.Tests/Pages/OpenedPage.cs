using Microsoft.Playwright;

namespace Unrolled.Notebooks.Tests.Pages;

/// <summary>A page of the book in Chromium, without a network, and what is wrong with it.</summary>
internal sealed class OpenedPage
{
    // Letters under the least size, lines that are cut off, and how far the page is wider than its window. Formulas and
    // the exponents at a chart's axes are left out.
    private const string Look = """
        least => {
          const problems = [];
          const over = document.documentElement.scrollWidth - innerWidth;
          if (over > 0) problems.push(`the page is ${over} px wider than its window`);
          const small = new Map();
          for (const element of document.querySelectorAll("body *")) {
            if (!element.checkVisibility({ visibilityProperty: true }) || element.closest(".katex, script, template")) continue;
            if (element.localName === "tspan" && element.closest(".js-plotly-plot")) continue;
            if (![...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())) continue;
            let size = parseFloat(getComputedStyle(element).fontSize);
            const drawn = element instanceof SVGGraphicsElement && element.getScreenCTM();
            if (drawn) size *= Math.hypot(drawn.a, drawn.b);
            if (size >= least - 0.05) continue;
            const place = element.closest("[id]")?.id ?? element.tagName;
            small.set(place, Math.min(small.get(place) ?? least, size));
          }
          for (const [place, size] of small) problems.push(`letters of ${size.toFixed(1)} px in #${place}`);
          for (const block of document.querySelectorAll("pre.code"))
            if (block.checkVisibility() && block.scrollWidth > block.clientWidth + 1)
              problems.push(`code is cut off in #${block.closest("[id]")?.id}`);
          for (const figure of document.querySelectorAll("[data-upgraded='failed'], [data-stepping='failed'], [data-sliding='failed']"))
            problems.push(`the figure ${figure.id} stays a still picture`);
          return problems;
        }
        """;

    // axe does not read the MathML in a table's header, and takes one that holds only a formula for empty.
    private const string Accessibility = """
        async () => (await axe.run(document, { resultTypes: ["violations"], preload: false })).violations
          .flatMap(rule => rule.nodes
            .filter(node => rule.id !== "empty-table-header" || !node.html.includes("katex"))
            .map(node => `axe: ${rule.id} (${rule.impact}): ${node.html.slice(0, 160)}`))
        """;

    private readonly List<string> problems = [];

    private OpenedPage(IPage page)
    {
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                problems.Add($"the console says: {message.Text}");
        };
        page.PageError += (_, error) => problems.Add($"a script fails: {error}");
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("file:") && !request.Url.StartsWith("data:") && !request.Url.StartsWith("blob:"))
                problems.Add($"a request goes to {request.Url}");
        };
    }

    /// <summary>The problems of a page at a width.</summary>
    /// <param name="context">The browser's context: its width, its colours.</param>
    /// <param name="file">The page.</param>
    /// <param name="leastLetter">The least size of a letter, in pixels.</param>
    public static async Task<IReadOnlyList<string>> ProblemsAsync(IBrowserContext context, string file, double leastLetter)
    {
        IPage page = await context.NewPageAsync();
        OpenedPage opened = new(page);
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        await page.WaitForFunctionAsync("""
            () => !document.querySelector("[data-upgraded='pending'], [data-stepping='pending'], [data-sliding='pending']")
            """);
        opened.problems.AddRange(await page.EvaluateAsync<string[]>(Look, leastLetter));
        string axe = Path.Combine(AppContext.BaseDirectory, "axe", "axe.min.js");
        if (File.Exists(axe))
        {
            await page.EvaluateAsync(await File.ReadAllTextAsync(axe));
            opened.problems.AddRange(await page.EvaluateAsync<string[]>(Accessibility));
        }
        await page.CloseAsync();
        return opened.problems;
    }
}
