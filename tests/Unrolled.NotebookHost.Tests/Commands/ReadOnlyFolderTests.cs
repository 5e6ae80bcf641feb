using System.Runtime.Versioning;

namespace Unrolled.NotebookHost.Tests.Commands;

/// <summary>
/// A folder that the user may not write: whoever asks for a file in it is told so before a notebook runs for minutes.
/// </summary>
[UnsupportedOSPlatform("windows")]
public sealed class ReadOnlyFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [OtherUserTheory]
    [InlineData("a.ipynb", "run", "a.ipynb", "--save")]
    [NightlyInlineData("out", "run", "a.ipynb", "--output-dir", "out")]
    [NightlyInlineData("report.xml", "run", "a.ipynb", "--report", "report.xml")]
    [NightlyInlineData("book", "book", "a.ipynb", "--output", "book")]
    [InlineData("a.ipynb", "format", "a.ipynb")]
    [InlineData(".", "new", "A question", "--folder", ".")]
    public async Task Nothing_runs_nothing_changes_and_the_place_is_named(string place, params string[] arguments)
    {
        Directory.CreateDirectory(folder["open"]);
        string before = await File.ReadAllTextAsync(
            folder.WriteNotebook("a.ipynb", "System.IO.File.WriteAllText(\"open/ran\", \"\");"));
        OtherUser.LetWrite(folder["open"]);
        OtherUser.LetWrite(folder["a.ipynb"]);

        CommandResult result = await OtherUser.RunAsync(folder, arguments);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(place, result.Text);
        Assert.DoesNotContain("   at ", result.Text);
        Assert.Equal(before, await File.ReadAllTextAsync(folder["a.ipynb"]));
        Assert.Equal(["a.ipynb"], folder.Files);
    }
}
