using Microsoft.Playwright;
using Unrolled.Charts.Tests.Browsers;

namespace Unrolled.Charts.Tests.Diagrams;

/// <summary>A step diagram as an SVG that moves by itself, and as a diagram that plays where scripts run.</summary>
public sealed class StepAnimationTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Picture = "notebooks/images/lstm-steps.svg";

    private static readonly (string What, double[] Input)[] Script =
    [
        ("write 2", [2, 1, 0, 0]), ("see −1", [-1, 0, 0, 0]), ("see 3", [3, 0, 0, 0]), ("read", [0, 0, 0, 1]),
        ("see −2", [-2, 0, 0, 0]), ("read again", [0, 0, 0, 1]), ("erase", [0, 0, 1, 0]), ("read", [0, 0, 0, 1]),
        ("write 2", [2, 1, 0, 0]), ("write 2 more", [2, 1, 0, 0]), ("erase, write 1", [1, 1, 1, 0]),
        ("read", [0, 0, 0, 1]),
    ];

    [Fact]
    public void The_picture_of_the_readme_is_what_the_library_draws()
    {
        string received = Memory().ToAnimatedSvg() + "\n";
        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "lstm-steps.received.svg"), received);

        Assert.Equal(File.ReadAllText(Path.Combine(Root(), Picture)), received);
    }

    [FactRequires(ExternalTool.Chromium)]
    public async Task Each_step_is_seen_alone_and_in_its_turn()
    {
        IPage page = await chromium.OpenAsync(Memory().ToAnimatedSvg(secondsPerStep: 1));

        for (int step = 0; step < Script.Length; step++)
        {
            await page.EvaluateAsync(
                "time => document.getAnimations().forEach(one => { one.pause(); one.currentTime = time; })",
                1000 * step + 500);
            Assert.Equal([$"t = {step + 1}: {Script[step].What}"], await SeenAsync(page));
        }
    }

    [FactRequires(ExternalTool.Chromium)]
    public async Task Readers_who_ask_for_less_motion_see_the_first_step()
    {
        IPage page = await chromium.OpenAsync(Memory().ToAnimatedSvg());
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ReducedMotion = ReducedMotion.Reduce });

        Assert.Equal(0, await page.EvaluateAsync<int>("document.getAnimations().length"));
        Assert.Equal(["t = 1: write 2"], await SeenAsync(page));
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(double.NaN)]
    public void A_picture_that_would_flash_is_refused(double seconds)
    {
        ArgumentOutOfRangeException refused =
            Assert.Throws<ArgumentOutOfRangeException>(() => Memory().ToAnimatedSvg(seconds));
        Assert.Contains("expected at least a third of a second", refused.Message);
    }

    [FactRequires(ExternalTool.Chromium)]
    public async Task A_diagram_that_plays_goes_on_by_itself_until_it_is_paused()
    {
        IPage page = await chromium.OpenAsync(Page(Memory().Play()));
        ILocator step = page.Locator("[data-control=step]");

        await page.WaitForFunctionAsync("document.querySelector('[data-control=step]').value === '2'");
        await page.GetByRole(AriaRole.Button, new() { Name = "pause" }).ClickAsync();
        string stopped = await step.InputValueAsync();
        await page.WaitForTimeoutAsync(2500);
        Assert.Equal(stopped, await step.InputValueAsync());
        Assert.Equal(1, await page.GetByRole(AriaRole.Button, new() { Name = "play" }).CountAsync());
    }

    [FactRequires(ExternalTool.Chromium)]
    public async Task A_diagram_plays_when_it_is_told_to_and_stops_when_the_slider_moves()
    {
        IPage page = await chromium.OpenAsync(Page(Memory()));
        ILocator step = page.Locator("[data-control=step]");

        await page.WaitForTimeoutAsync(2500);
        Assert.Equal("0", await step.InputValueAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "play" }).ClickAsync();
        await page.WaitForFunctionAsync("document.querySelector('[data-control=step]').value === '1'");
        await step.FillAsync("11");
        await page.WaitForTimeoutAsync(2500);
        Assert.Equal("11", await step.InputValueAsync());
    }

    private static CellDiagram Memory()
    {
        var memory = LstmCell.Zeros(inputSize: 4, hiddenSize: 1);
        memory.W_g[0, 0] = 1;
        (memory.W_i[0, 1], memory.b_i[0]) = (20, -10);
        (memory.W_f[0, 2], memory.b_f[0]) = (-20, 10);
        (memory.W_o[0, 3], memory.b_o[0]) = (20, -10);
        return new CellDiagram(
            memory, memory.Run(Sequence.OfRows(Script.Select(line => line.Input))), steps: [0],
            symbols: Script.Select(line => line.What), title: "A memory of one number");
    }

    private static Task<string[]> SeenAsync(IPage page) => page.EvaluateAsync<string[]>(
        "() => [...document.querySelectorAll('[data-heading]')]"
        + ".filter(text => text.checkVisibility({ visibilityProperty: true })).map(text => text.textContent)");

    private static string Page(Drawing drawing) =>
        $"<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>{drawing.ToHtml()}</body></html>";

    private static string Root()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Unrolled.slnx")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
