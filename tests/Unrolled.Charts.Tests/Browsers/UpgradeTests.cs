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
    public async Task On_a_narrow_page_panels_are_one_above_the_other()
    {
        Drawing grid = Gallery.Drawings["small-multiples"]();
        IPage page = await chromium.OpenAsync(Page(SharedScripts.All() + Later(grid)), width: 390);

        await page.WaitForSelectorAsync(Upgraded);
        const string plots = "Object.values(document.querySelector('.js-plotly-plot')._fullLayout._plots)";
        Assert.Equal(1, await page.EvaluateAsync<int>($"new Set({plots}.map(plot => plot.xaxis._offset)).size"));
        Assert.Equal(9, await page.EvaluateAsync<int>($"new Set({plots}.map(plot => plot.yaxis._offset)).size"));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= 390"));
    }

    [PlotlyFact(ExternalTool.Chromium)]
    public async Task A_page_that_becomes_narrow_and_wide_again_gets_the_form_that_fits()
    {
        IPage page = await chromium.OpenAsync(
            Page(SharedScripts.All() + Later(Gallery.Drawings["small-multiples"]())), width: 1000);
        await page.WaitForSelectorAsync(Upgraded);

        const string columns = "new Set(Object.values(document.querySelector('.js-plotly-plot')._fullLayout._plots)"
            + ".map(plot => plot.xaxis._offset)).size";
        await page.SetViewportSizeAsync(390, 800);
        await page.WaitForFunctionAsync($"() => {columns} === 1");
        await page.SetViewportSizeAsync(1000, 800);
        await page.WaitForFunctionAsync($"() => {columns} === 3");
    }

    [PlotlyFact(ExternalTool.Chromium)]
    public async Task On_a_phone_no_text_is_small_or_cut_off()
    {
        IPage page = await chromium.OpenAsync(Page(SharedScripts.All() + Everything()), width: 390);
        await page.WaitForFunctionAsync(AllSettled);

        const string texts = "[...document.querySelectorAll('.js-plotly-plot')].flatMap(chart => "
            + "[...chart.querySelectorAll('text')].filter(text => text.textContent.trim() && text.checkVisibility())"
            + ".map(text => ({ text, box: text.getBoundingClientRect(), edge: chart.getBoundingClientRect() })))";
        Assert.Empty(await page.EvaluateAsync<string[]>(
            $"{texts}.filter(t => parseFloat(getComputedStyle(t.text).fontSize) < 8).map(t => t.text.textContent)"));
        Assert.Empty(await page.EvaluateAsync<string[]>(
            $"{texts}.filter(t => t.box.left < t.edge.left - 3 || t.box.right > t.edge.right + 3)"
            + ".map(t => t.text.textContent)"));
    }

    [PlotlyFact(ExternalTool.Chromium)]
    public async Task Years_are_written_as_years()
    {
        IPage page = await chromium.OpenAsync(Page(SharedScripts.All() + Later(Gallery.Drawings["years"]())));
        await page.WaitForSelectorAsync($"{Upgraded} .xtick text");

        string[] ticks = await page.Locator(".xtick text")
            .EvaluateAllAsync<string[]>("ticks => ticks.map(tick => tick.textContent)");
        Assert.All(ticks, tick => Assert.Matches("^[0-9]{4}$", tick));
    }

    [PlotlyFact(ExternalTool.Chromium)]
    public async Task A_short_logarithmic_axis_has_the_numbers_of_the_svg()
    {
        double[] seconds = [.3, .6, 1.2, 2.4];
        Figure figure = new Figure("Times").Line(seconds, [1, 2, 3, 4]).LogX();
        IPage page = await chromium.OpenAsync(Page(SharedScripts.All() + Later(figure)));
        await page.WaitForSelectorAsync($"{Upgraded} .xtick text");

        string[] ticks = await page.Locator(".xtick text")
            .EvaluateAllAsync<string[]>("ticks => ticks.map(tick => tick.textContent)");
        Assert.Equal(["0.5", "1", "2"], ticks.Where(tick => tick != ""));
        Assert.All(ticks.Where(tick => tick != ""), tick => Assert.Contains($">{tick}</text>", figure.ToSvg()));
    }

    [PlotlyFact(ExternalTool.Chromium)]
    public async Task A_click_on_a_name_hides_the_line_and_its_band()
    {
        double[] x = [0, 1, 2], line = [1, 2, 3], low = [0.5, 1.5, 2.5], high = [1.5, 2.5, 3.5];
        Figure figure = new Figure("Seeds").Line(x, line, "median").Band(x, low, high).Line(x, high, "other");
        IPage page = await chromium.OpenAsync(Page(SharedScripts.All() + Later(figure)));
        await page.WaitForSelectorAsync($"{Upgraded} .legendtoggle");

        await page.Locator(".legendtoggle").First.ClickAsync();
        await page.WaitForFunctionAsync(
            "() => document.querySelector('.js-plotly-plot')._fullData.filter(t => t.visible === true).length === 1");
    }

    [PlotlyFact(ExternalTool.Chromium)]
    public async Task Panels_that_share_an_axis_are_zoomed_together()
    {
        Drawing grid = Figure.Grid(
            [new Figure("A").Line([0.0, 1]), new Figure("B").Line([2.0, 3])], shareY: true, width: 600);
        IPage page = await chromium.OpenAsync(Page(SharedScripts.All() + Later(grid)));
        await page.WaitForSelectorAsync(Upgraded);

        double[] range = await page.EvaluateAsync<double[]>(
            "async () => { const chart = document.querySelector('.js-plotly-plot');"
            + "await Plotly.relayout(chart, { 'yaxis2.range': [1, 2] }); return chart._fullLayout.yaxis.range; }");
        Assert.Equal([1, 2], range);
    }

    [PlotlyFact(ExternalTool.Chromium)]
    public async Task The_chart_has_the_name_and_the_description_of_the_picture()
    {
        IPage page = await chromium.OpenAsync(Page(SharedScripts.All() + Later(Loss)));
        await page.WaitForSelectorAsync(Upgraded);

        ILocator chart = page.Locator(".js-plotly-plot[role=group]");
        string[] texts = await chart.EvaluateAsync<string[]>(
            "chart => chart.getAttribute('aria-labelledby').split(' ')"
            + ".map(id => document.getElementById(id).textContent)");
        Assert.Equal("Loss </script> & <b>", texts[0]);
        Assert.StartsWith("Line \"BPTT\", 3 points", texts[1]);
    }

    [PlotlyFact(ExternalTool.Chromium)]
    public async Task The_caption_stays_below_the_chart()
    {
        Figure figure = new Figure("Seeds").Line([1.0, 2]).Caption("2.3", "Two points.");
        IPage page = await chromium.OpenAsync(Page(SharedScripts.All() + Later(figure)));
        await page.WaitForSelectorAsync(Upgraded);

        Assert.True(await page.EvaluateAsync<bool>(
            "document.querySelector('figcaption').getBoundingClientRect().top"
            + " >= document.querySelector('.js-plotly-plot').getBoundingClientRect().bottom - 1"));
        Assert.Equal(1, await page.Locator("figure#figure-2-3").CountAsync());
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
