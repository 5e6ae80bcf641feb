using System.Globalization;
using Microsoft.Playwright;
using Unrolled.Charts.Tests.Diagrams;

namespace Unrolled.Charts.Tests.Browsers;

public sealed class StepsTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Frames = "[data-figure] > svg", Live = "[data-stepping=done] .steps-live svg";

    private static readonly ICell Cell = Runs.Cells["lstm"]();

    private static readonly CellTrace Run = Runs.OfSymbols(Cell);

    [FactRequires(ExternalTool.Chromium)]
    public async Task The_slider_has_every_step_and_shows_the_numbers_of_each()
    {
        IPage page = await chromium.OpenAsync(Page(new CellDiagram(Cell, Run, unit: 1, symbols: Runs.Symbols)));

        Assert.Equal("9", await page.Locator("[data-control=step]").GetAttributeAsync("max"));
        for (int step = 0; step < Run.Count; step++)
        {
            await MoveAsync(page, "step", step);
            Assert.Equal(
                $"t = {step + 1}: {Runs.Symbols[step]}, unit 1",
                await page.Locator($"{Live} [data-heading]").InnerHTMLAsync());
            foreach (string quantity in new[] { "i", "f", "g", "o", "c_prev", "c", "tanh_c", "h" })
                Assert.Equal(
                    Written(Run[quantity][step][1]),
                    await page.Locator($"{Live} [data-text={quantity}]").InnerHTMLAsync());
        }
    }

    [FactRequires(ExternalTool.Chromium)]
    public async Task A_step_of_the_slider_looks_as_the_same_step_of_the_picture()
    {
        IPage live = await chromium.OpenAsync(Page(new CellDiagram(Cell, Run, unit: 1)));
        await MoveAsync(live, "step", 7);
        await MoveAsync(live, "unit", 2);

        IPage still = await chromium.OpenAsync(Page(new CellDiagram(Cell, Run, unit: 2, steps: [7])));

        const string svg = ".steps-live svg";
        const string drawn =
            $"() => [...document.querySelectorAll('{svg} [data-fill], {svg} text, {svg} [data-unit-from]')]"
            + ".map(shape => [shape.getAttribute('fill'), Number(shape.getAttribute('x')).toFixed(1), "
            + "shape.textContent].join(' '))";
        Assert.Equal(await still.EvaluateAsync<string[]>(drawn), await live.EvaluateAsync<string[]>(drawn));
    }

    [FactRequires(ExternalTool.Chromium)]
    public async Task Numbers_of_every_size_are_written_as_in_the_picture()
    {
        ICell wild = Runs.Seeded(RnnCell.Zeros(Runs.Inputs, Runs.Hidden, Activation.Relu), bound: 60);
        CellTrace run = Runs.OfSymbols(wild);
        IPage page = await chromium.OpenAsync(Page(new CellDiagram(wild, run)));

        for (int step = 0; step < run.Count; step++)
        {
            await MoveAsync(page, "step", step);
            Assert.Equal(Written(run["a"][step][0]), await page.Locator($"{Live} [data-text=a]").InnerHTMLAsync());
        }
    }

    [FactRequires(ExternalTool.Chromium)]
    public async Task Halves_are_rounded_as_in_the_picture()
    {
        double[] halves =
        [
            0.0625, 0.5625, 1.0005, -2.0015, 12.345, -12.355, 100.25, 1234.5, 125000, -1e-9, 99995, 1e21,
        ];
        var echo = RnnCell.Zeros(1, 1, Activation.Relu);
        IPage page = await chromium.OpenAsync(Page(new CellDiagram(echo, echo.Run(Sequence.OfScalars(halves)))));

        foreach ((int step, double half) in halves.Index())
        {
            await MoveAsync(page, "step", step);
            Assert.Equal(Written(half), await page.Locator($"{Live} [data-text=x]").InnerHTMLAsync());
        }
    }

    [FactRequires(ExternalTool.Chromium)]
    public async Task The_buttons_go_one_step_on_and_back_and_stop_at_the_ends()
    {
        IPage page = await chromium.OpenAsync(Page(new CellDiagram(Cell, Run)));
        ILocator step = page.Locator("[data-control=step]");

        await page.GetByLabel("one step on").ClickAsync();
        Assert.Equal("1", await step.InputValueAsync());
        await page.GetByLabel("one step back").ClickAsync();
        await page.GetByLabel("one step back").ClickAsync();
        Assert.Equal("0", await step.InputValueAsync());
    }

    [FactRequires(ExternalTool.Chromium)]
    public async Task Every_unit_of_a_network_has_its_activation_at_every_step()
    {
        ElmanNetwork network = Runs.Seeded(ElmanNetwork.Zeros(Runs.Inputs, 3, 2));
        CellTrace run = Runs.OfSymbols(network);
        IPage page = await chromium.OpenAsync(Page(new ContextDiagram(network, run)));

        await MoveAsync(page, "step", 6);
        foreach ((string layer, int units) in new[] { ("x", 5), ("context", 3), ("h", 3), ("y", 2) })
            for (int unit = 0; unit < units; unit++)
                Assert.Equal(
                    Written(run[layer][6][unit]),
                    await page.Locator($"{Live} [data-text=\"{layer}:{unit}\"]").InnerHTMLAsync());
        Assert.Equal(0, await page.Locator("[data-control=unit]").CountAsync());
    }

    [FactRequires(ExternalTool.Chromium)]
    public async Task Scripts_show_one_frame_and_paper_shows_all()
    {
        IPage page = await chromium.OpenAsync(Page(new CellDiagram(Cell, Run)));
        await page.WaitForSelectorAsync(Live);
        Assert.False(await page.Locator(Frames).IsVisibleAsync());

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.True(await page.Locator(Frames).IsVisibleAsync());
        Assert.False(await page.Locator("[data-control=step]").IsVisibleAsync());
    }

    [FactRequires(ExternalTool.Chromium)]
    public async Task Without_scripts_the_frames_are_side_by_side()
    {
        IPage page = await chromium.OpenAsync(Page(new CellDiagram(Cell, Run)), scripts: false);

        Assert.True(await page.Locator(Frames).IsVisibleAsync());
        Assert.Equal(4, await page.Locator($"{Frames} g.frame").CountAsync());
        Assert.Equal(0, await page.Locator("[data-control=step]").CountAsync());
    }

    [FactRequires(ExternalTool.Chromium)]
    public async Task Where_the_data_are_spoilt_the_frames_stay()
    {
        IPage page = await chromium.OpenAsync(
            Page(new CellDiagram(Cell, Run)).Replace("unrolled-figure/1", "\"", StringComparison.Ordinal));

        await page.WaitForSelectorAsync("[data-stepping=failed]");
        Assert.True(await page.Locator(Frames).IsVisibleAsync());
        Assert.Equal(0, await page.Locator(".steps-live").CountAsync());
    }

    [FactRequires(ExternalTool.Chromium)]
    public async Task Two_diagrams_of_one_page_move_on_their_own()
    {
        IPage page = await chromium.OpenAsync(Page(new CellDiagram(Cell, Run), new CellDiagram(Cell, Run, unit: 1)));
        await page.Locator("[data-control=step]").First.FillAsync("5");

        Assert.Equal(
            ["5", "0"],
            await page.Locator("[data-control=step]")
                .EvaluateAllAsync<string[]>("controls => controls.map(control => control.value)"));
        Assert.Equal(Written(Run["f"][0][1]), await page.Locator($"{Live} [data-text=f]").Last.InnerHTMLAsync());
    }

    [FactRequires(ExternalTool.Chromium)]
    public async Task On_a_phone_nothing_runs_over_the_edge_and_nothing_is_fetched()
    {
        ElmanNetwork network = Runs.Seeded(ElmanNetwork.Zeros(Runs.Inputs, 8, 5));
        IPage page = await chromium.OpenAsync(
            Page(new CellDiagram(Cell, Run), new ContextDiagram(network, Runs.OfSymbols(network))), width: 390);

        await page.WaitForSelectorAsync(Live);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= 390"));
        Assert.Equal(0, await page.EvaluateAsync<int>("performance.getEntriesByType('resource').length"));
    }

    private static Task MoveAsync(IPage page, string control, int value) =>
        page.Locator($"[data-control={control}]").FillAsync(value.ToString(CultureInfo.InvariantCulture));

    private static string Written(double value) => ValueText.Of(CanonicalNumber.Rounded(value));

    private static string Page(params Drawing[] drawings) =>
        "<!DOCTYPE html><html><head><meta charset=\"utf-8\">"
        + "<meta name=\"viewport\" content=\"width=device-width\"></head>"
        + $"<body>{string.Concat(drawings.Select(drawing => drawing.ToHtml()))}</body></html>";
}
