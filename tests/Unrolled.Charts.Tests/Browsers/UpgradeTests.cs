using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Unrolled.Charts.Tests.Figures;

namespace Unrolled.Charts.Tests.Browsers;

public sealed partial class UpgradeTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Upgraded = "[data-figure][data-upgraded=done]";

    private const string AllSettled =
        "() => !document.querySelector('[data-figure]:not([data-upgraded]), [data-upgraded=pending]')";

    private static readonly Figure Loss = new Figure("Loss </script> & <b>")
        .Line([1, 0.5, 0.25], "BPTT").Line([1, 0.9, 0.8], "one step").LogY();

    [PlotlyFact(ExternalTool.Chromium)]
    public async Task A_saved_page_becomes_interactive_without_a_network()
    {
        IPage page = await chromium.OpenAsync(Page(SharedScripts.All() + Later(Loss)));

        await page.WaitForSelectorAsync($"{Upgraded} .js-plotly-plot .scatterlayer");
        Assert.Equal(0, await page.EvaluateAsync<int>("performance.getEntriesByType('resource').length"));
        Assert.Equal(2, await page.Locator(".scatterlayer .trace").CountAsync());
        Assert.False(await page.Locator("[data-figure] > svg").IsVisibleAsync());
        Assert.Contains("Loss </script> & <b>", await page.Locator("[data-figure]").InnerTextAsync());
    }

    [PlotlyFact(ExternalTool.Chromium)]
    public async Task Every_drawing_of_the_gallery_becomes_interactive()
    {
        IPage page = await chromium.OpenAsync(Page(SharedScripts.All() + Everything()), width: 1000);

        await page.WaitForFunctionAsync(AllSettled);
        Assert.Equal(Gallery.Drawings.Count, await page.Locator(Upgraded).CountAsync());
    }

    [PlotlyFact(ExternalTool.Chromium)]
    public async Task A_chart_is_drawn_from_data_alone_whatever_the_shapes_of_the_svg_are()
    {
        IPage whole = await chromium.OpenAsync(Page(SharedScripts.All() + Everything()), width: 1000);
        IPage renamed = await chromium.OpenAsync(
            Page(SharedScripts.All() + Class().Replace(Everything(), " class=\"other\"")), width: 1000);
        IPage empty = await chromium.OpenAsync(
            Page(SharedScripts.All() + Shapes().Replace(Everything(), "$1</svg>")), width: 1000);

        string[] charts = await ChartsOf(whole);
        Assert.Equal(Gallery.Drawings.Count, charts.Length);
        Assert.Equal(charts, await ChartsOf(renamed));
        Assert.Equal(charts, await ChartsOf(empty));
        Assert.Equal(0, await empty.Locator("[data-figure] > svg > *:not(title, desc, metadata)").CountAsync());
    }

    [PlotlyFact(ExternalTool.Chromium)]
    public async Task A_define_of_RequireJS_is_not_called()
    {
        IPage page = await chromium.OpenAsync(Page(
            "<script>window.captured=0;window.define=function(){window.captured++};window.define.amd={};</script>"
            + SharedScripts.All() + Later(Loss)));

        await page.WaitForSelectorAsync(Upgraded);
        Assert.Equal(0, await page.EvaluateAsync<int>("window.captured"));
        Assert.True(await page.EvaluateAsync<bool>("window.define.amd !== undefined"));
    }

    [PlotlyFact(ExternalTool.Chromium)]
    public async Task A_figure_that_comes_before_the_bundle_is_upgraded_when_it_arrives()
    {
        IPage page = await chromium.OpenAsync(Page(Later(Loss) + SharedScripts.All()));

        await page.WaitForSelectorAsync(Upgraded);
    }

    [PlotlyFact(ExternalTool.Chromium)]
    public async Task The_bundle_of_another_library_is_kept()
    {
        IPage page = await chromium.OpenAsync(Page(
            "<script>window.Plotly={newPlot:()=>Promise.resolve(),mine:true}</script>"
            + SharedScripts.All() + Later(Loss)));

        await page.WaitForSelectorAsync(Upgraded);
        Assert.True(await page.EvaluateAsync<bool>("window.Plotly.mine"));
    }

    [PlotlyFact(ExternalTool.Chromium)]
    public async Task Without_the_bundle_the_svg_stays()
    {
        IPage page = await chromium.OpenAsync(Page(Later(Loss)));

        Assert.True(await page.Locator("[data-figure] > svg").IsVisibleAsync());
        Assert.Equal(0, await page.Locator(".js-plotly-plot").CountAsync());
    }

    [PlotlyFact(ExternalTool.Chromium)]
    public async Task Where_plotly_throws_the_svg_stays()
    {
        IPage page = await chromium.OpenAsync(Page(
            "<script>window.Plotly={newPlot(){throw new Error('no')}}</script>"
            + SharedScripts.All() + Later(Loss)));

        await page.WaitForSelectorAsync("[data-figure][data-upgraded=failed]");
        Assert.True(await page.Locator("[data-figure] > svg").IsVisibleAsync());
        Assert.Equal(1, await page.Locator("[data-figure] > div, [data-figure] > svg").CountAsync());
    }

    [PlotlyFact(ExternalTool.Chromium)]
    public async Task On_a_narrow_page_a_figure_shrinks_and_panels_stay_svg()
    {
        Drawing grid = Gallery.Drawings["small-multiples"]();
        IPage page = await chromium.OpenAsync(Page(SharedScripts.All() + Later(grid) + Later(Loss)), width: 390);

        await page.WaitForSelectorAsync(Upgraded);
        await page.WaitForSelectorAsync("[data-upgraded=too-narrow] > svg");
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= 390"));
    }

    private static string Everything() => string.Concat(Gallery.Drawings.Values.Select(make => Later(make())));

    // What was asked of plotly.js for each figure.
    private static async Task<string[]> ChartsOf(IPage page)
    {
        await page.WaitForFunctionAsync(AllSettled);
        return await page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('.js-plotly-plot')]"
            + ".map(chart => JSON.stringify([chart.data, chart.layout]))");
    }

    private static string Later(Drawing drawing)
    {
        _ = SharedScripts.OncePerProcess();
        return drawing.ToHtml();
    }

    private static string Page(string body) =>
        "<!DOCTYPE html><html><head><meta charset=\"utf-8\">"
        + $"<meta name=\"viewport\" content=\"width=device-width\"></head><body>{body}</body></html>";

    [GeneratedRegex(""" class="[^"]*"(?=[^<>]*>)""")]
    private static partial Regex Class();

    [GeneratedRegex("(<svg.*?</metadata>).*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Shapes();
}
