using Microsoft.Playwright;
using Unrolled.Charts.Tests.Diagrams;
using Unrolled.Charts.Tests.Figures;

namespace Unrolled.Charts.Tests.Browsers;

public sealed class SlidersTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Still = "[data-figure] > svg", Live = "[data-sliding=done] .slider-live svg";

    [FactRequires(ExternalTool.Chromium)]
    public async Task Every_position_shows_its_value_and_its_frame()
    {
        IPage page = await chromium.OpenAsync(Page(Sliders.OfOne()));
        ILocator control = page.Locator("input[type=range]");
        await page.WaitForSelectorAsync(Live);

        Assert.Equal("1", await control.InputValueAsync());
        for (int index = 0; index < 3; index++)
        {
            await control.FillAsync($"{index}");
            string value = Sliders.Values[index];
            Assert.Equal(value, await page.Locator("output").InnerTextAsync());
            Assert.Equal(value, await control.GetAttributeAsync("aria-valuetext"));
            Assert.Equal($"Frame {value}", await page.Locator($"{Live} text").First.InnerHTMLAsync());
            Assert.StartsWith($"u = {value}. Line \"h\"", await page.Locator(Live).GetAttributeAsync("aria-label"));
        }
    }

    [FactRequires(ExternalTool.Chromium)]
    public async Task The_frames_are_drawn_as_they_are_on_their_own()
    {
        ParameterSlider slider = ParameterSlider.Over(
            "k", [1, 2], k => new TruncationDiagram(steps: 4, k1: k, k2: 2), start: 1);
        IPage page = await chromium.OpenAsync(Page(slider, new TruncationDiagram(steps: 4, k1: 1, k2: 2)));
        await page.WaitForSelectorAsync(Live);

        const string shapes = "svg => [...svg.querySelectorAll('path, text, circle, rect[x]')]"
            + ".map(shape => shape.outerHTML.replace(/ xmlns=\"[^\"]*\"/, ''))";
        Assert.Equal(
            await page.Locator(Still).Last.EvaluateAsync<string[]>(shapes),
            await page.Locator(Live).EvaluateAsync<string[]>(shapes));
    }

    [FactRequires(ExternalTool.Chromium)]
    public async Task Two_parameters_have_a_control_each()
    {
        IPage page = await chromium.OpenAsync(Page(Sliders.OfTwo()));
        await page.WaitForSelectorAsync(Live);

        await page.Locator("[data-control=\"a\"]").FillAsync("1");
        await page.Locator("[data-control=\"b\"]").FillAsync("2");
        Assert.StartsWith("a = 20, b = 3. ", await page.Locator(Live).GetAttributeAsync("aria-label"));
        Assert.Equal("Frame 60", await page.Locator($"{Live} text").First.InnerHTMLAsync());
    }

    [FactRequires(ExternalTool.Chromium)]
    public async Task The_keys_move_a_slider()
    {
        IPage page = await chromium.OpenAsync(Page(Sliders.OfOne()));
        await page.WaitForSelectorAsync(Live);

        await page.Locator("input[type=range]").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal("2", await page.Locator("output").InnerTextAsync());
        await page.Keyboard.PressAsync("Home");
        Assert.Equal("0.5", await page.Locator("output").InnerTextAsync());
    }

    [FactRequires(ExternalTool.Chromium)]
    public async Task Scripts_show_one_frame_and_paper_shows_the_still_picture()
    {
        IPage page = await chromium.OpenAsync(Page(Sliders.OfOne()));
        await page.WaitForSelectorAsync(Live);
        Assert.False(await page.Locator(Still).IsVisibleAsync());

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.True(await page.Locator(Still).IsVisibleAsync());
        Assert.False(await page.Locator("input[type=range]").IsVisibleAsync());
    }

    [FactRequires(ExternalTool.Chromium)]
    public async Task Without_scripts_some_frames_are_side_by_side()
    {
        IPage page = await chromium.OpenAsync(Page(Sliders.OfOne()), scripts: false);

        Assert.True(await page.Locator(Still).IsVisibleAsync());
        Assert.Equal(3, await page.Locator($"{Still} g.frame").CountAsync());
        Assert.Equal(0, await page.Locator("input").CountAsync());
    }

    [FactRequires(ExternalTool.Chromium)]
    public async Task Where_the_frames_are_spoilt_the_still_picture_stays()
    {
        IPage page = await chromium.OpenAsync(
            Page(Sliders.OfOne()).Replace("data-frames>", "data-frames>\n\n", StringComparison.Ordinal)
                .Replace("\n\n0-", "\n\n0\n0-", StringComparison.Ordinal));

        await page.WaitForSelectorAsync("[data-sliding=failed]");
        Assert.True(await page.Locator(Still).IsVisibleAsync());
        Assert.Equal(0, await page.Locator(".slider-live").CountAsync());
    }

    [FactRequires(ExternalTool.Chromium)]
    public async Task On_a_phone_the_frames_are_narrow_and_their_letters_are_not_small()
    {
        IPage page = await chromium.OpenAsync(Page(Sliders.OfOne(), Sliders.OfTwo()), width: 390);
        await page.WaitForSelectorAsync(Live);

        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= 390"));
        double smallest = await page.Locator($"{Live} text").EvaluateAllAsync<double>(
            "texts => Math.min(...texts.filter(text => !text.hasAttribute('transform'))"
            + ".map(text => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a))");
        Assert.InRange(smallest, 9, 20);
        Assert.Equal(0, await page.EvaluateAsync<int>("performance.getEntriesByType('resource').length"));
    }

    [FactRequires(ExternalTool.Chromium)]
    public async Task A_whole_picture_starts_whole_and_goes_through_its_stages()
    {
        var tree = new BeamTree(Beams.Example);
        IPage page = await chromium.OpenAsync(Page(tree.Caption("8.1", "Two are kept.")));
        await page.WaitForSelectorAsync(Live);
        ILocator control = page.Locator("[data-control=\"symbols written\"]");

        Assert.Equal("3", await control.InputValueAsync());
        Assert.Equal(1, await page.Locator($"{Live} text:text-is('★ best')").CountAsync());
        await control.FillAsync("1");
        Assert.Equal(0, await page.Locator($"{Live} text:text-is('★ best')").CountAsync());
        Assert.StartsWith(
            "symbols written = 1. After 1 symbol: 3 continuations",
            await page.Locator(Live).GetAttributeAsync("aria-label"));
        Assert.Equal("Figure 8.1. Two are kept.", await page.Locator("figcaption").InnerTextAsync());
    }

    [FactRequires(ExternalTool.Chromium)]
    public async Task On_a_phone_a_run_of_five_steps_and_a_search_fit_and_their_letters_are_not_small()
    {
        DeepBidirectionalRun run = Runs.Bidirectional().Run(Sequence.OfScalars([1, 0, 1, 1, 0]));
        IPage page = await chromium.OpenAsync(
            Page(new BidirectionalDiagram(run), new BeamTree(Beams.Example)), width: 390);
        await page.WaitForFunctionAsync("() => document.querySelectorAll('[data-sliding=done]').length === 2");

        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= 390"));
        Assert.True(await page.Locator("div.slider-live:has(> svg)").EvaluateAllAsync<bool>(
            "parts => parts.every(part => part.scrollWidth <= part.clientWidth)"));
        double smallest = await page.Locator($"{Live} text, {Live} tspan").EvaluateAllAsync<double>(
            "texts => Math.min(...texts.filter(text => !text.hasAttribute('transform'))"
            + ".map(text => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a))");
        Assert.InRange(smallest, 9, 20);
    }

    private static string Page(params Drawing[] drawings) =>
        "<!DOCTYPE html><html><head><meta charset=\"utf-8\">"
        + "<meta name=\"viewport\" content=\"width=device-width\"></head>"
        + $"<body>{string.Concat(drawings.Select(drawing => drawing.ToHtml()))}</body></html>";
}
