using System.Buffers.Binary;
using System.Text.Json.Nodes;
using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.NotebookHost.Tests.Commands;

/// <summary><c>run --save</c> with figures, and the browser that draws them.</summary>
public sealed class SavedFigureTests : IDisposable
{
    private const string Digest = "sha256:5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef";

    private static readonly (string, string) NoBrowser = ("CHROME_PATH", "/nowhere/chromium");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [FactRequires(ExternalTool.Chromium)]
    public async Task A_figure_is_saved_as_an_image_of_double_density_drawn_without_its_scripts()
    {
        folder.WriteNotebook(
            "a.ipynb", Figure(height: 60, "<script>document.querySelector('div').style.height='500px'</script>"));

        CommandResult result = await UnrolledCommand.RunAsync(folder, "run", "--save", "a.ipynb");

        Assert.True(result.ExitCode == 0, result.Text);
        JsonObject output = OnlyOutput();
        Assert.Equal(["image/png"], output["data"]!.AsObject().Select(entry => entry.Key));
        Assert.Equal(Digest, output.TextAt("metadata", "unrolled", "figure"));
        Assert.Equal("""{"height":60,"width":200}""", output.NodeAt("metadata", "image/png")!.ToJsonString());
        byte[] png = Convert.FromBase64String(output.TextAt("data", "image/png")!);
        Assert.Equal(
            (400, 120),
            (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
    }

    [NightlyFact(ExternalTool.Chromium)]
    public async Task One_browser_draws_all_figures_and_nothing_of_it_stays()
    {
        folder.WriteNotebook("a.ipynb", Figure(height: 60), Figure(height: 70, digest: Digest.Replace("5f70", "6f70")));
        int before = BrowserProfiles().Count();

        CommandResult result = await UnrolledCommand.RunAsync(
            folder, ("TMPDIR", folder.Path), "run", "--save", "a.ipynb");

        Assert.True(result.ExitCode == 0, result.Text);
        Assert.Equal([60, 70], folder.ReadNotebook("a.ipynb").Cells.Select(cell =>
            cell.Outputs[0]!.AsObject().NodeAt("metadata", "image/png", "height")!.GetValue<int>()));
        Assert.Equal(before, BrowserProfiles().Count());
    }

    [FactRequires(ExternalTool.Chromium)]
    public async Task An_unchanged_figure_needs_no_browser_and_the_saved_file_is_the_same_byte_for_byte()
    {
        folder.WriteNotebook("a.ipynb", Figure(height: 60));
        await UnrolledCommand.RunAsync(folder, "run", "--save", "a.ipynb");
        byte[] saved = File.ReadAllBytes(folder["a.ipynb"]);

        CommandResult result = await UnrolledCommand.RunAsync(folder, NoBrowser, "run", "--save", "a.ipynb");

        Assert.True(result.ExitCode == 0, result.Text);
        Assert.Equal(saved, File.ReadAllBytes(folder["a.ipynb"]));
    }

    [Fact]
    public async Task Without_a_browser_a_new_figure_cannot_be_saved_and_the_old_outputs_stay()
    {
        string before = File.ReadAllText(folder.WriteNotebook("a.ipynb", "1", Figure(height: 60)));

        CommandResult result = await UnrolledCommand.RunAsync(folder, NoBrowser, "run", "--save", "a.ipynb");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("a.ipynb: it ran, and its old outputs were left as they are", result.Text);
        Assert.Contains("CHROME_PATH names /nowhere/chromium, and there is no such file", result.Text);
        Assert.Equal(before, File.ReadAllText(folder["a.ipynb"]));
    }

    [NightlyFact]
    public async Task A_browser_that_is_none_is_an_error_that_names_it()
    {
        string before = File.ReadAllText(folder.WriteNotebook("a.ipynb", Figure(height: 60)));

        CommandResult result = await UnrolledCommand.RunAsync(
            folder, ("CHROME_PATH", "/bin/false"), "run", "--save", "a.ipynb");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("/bin/false ended before it listened", result.Text);
        Assert.Equal(before, File.ReadAllText(folder["a.ipynb"]));
    }

    private JsonObject OnlyOutput() => folder.ReadNotebook("a.ipynb").Cells.Single().Outputs.Single()!.AsObject();

    private IEnumerable<string> BrowserProfiles() => Directory.EnumerateDirectories(folder.Path, "unrolled-chromium-*");

    private static string Figure(int height, string more = "", string digest = Digest) =>
        $"HTML(\"<div data-figure='{digest}' "
        + $"style='width:200px;height:{height}px;background:#369'>{more.Replace("\"", "\\\"")}</div>\".Replace('\\'', "
        + "'\"'))";
}
