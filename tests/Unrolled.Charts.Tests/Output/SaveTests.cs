namespace Unrolled.Charts.Tests.Output;

public sealed class SaveTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    private readonly Figure figure = new Figure("f").Line([1.0, 2]);

    [Fact]
    public void A_figure_is_saved_as_svg_over_an_older_file_and_nothing_else_is_left()
    {
        string path = Path.Combine(folder.FullName, "f.svg");
        File.WriteAllText(path, "older");

        figure.Save(path);

        Assert.Equal(figure.ToSvg() + "\n", File.ReadAllText(path));
        Assert.Single(folder.GetFiles());
    }

    [Fact]
    public void Who_reads_the_older_file_meanwhile_reads_it_to_its_end()
    {
        string path = Path.Combine(folder.FullName, "f.svg");
        File.WriteAllText(path, "older");
        using StreamReader reader = new(
            new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));

        figure.Save(path);

        Assert.Equal("older", reader.ReadToEnd());
    }

    [Fact]
    public void A_file_that_cannot_be_written_leaves_nothing_half()
    {
        string path = Path.Combine(folder.FullName, "f.svg");
        Directory.CreateDirectory(path);

        Assert.ThrowsAny<Exception>(() => figure.Save(path));

        Assert.Empty(folder.GetFiles());
    }

    [Fact]
    public void A_symbolic_link_stays_and_its_target_gets_the_figure()
    {
        string target = Path.Combine(folder.FullName, "target.svg");
        File.WriteAllText(target, "older");
        File.CreateSymbolicLink(Path.Combine(folder.FullName, "link.svg"), target);

        figure.Save(Path.Combine(folder.FullName, "link.svg"));

        Assert.Equal(figure.ToSvg() + "\n", File.ReadAllText(target));
        Assert.Equal(2, folder.GetFiles().Length);
    }

    [Fact]
    public void A_page_is_complete()
    {
        string path = Path.Combine(folder.FullName, "f.html");

        figure.Save(path);

        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(path));
        Assert.Contains("<svg", File.ReadAllText(path));
    }

    [Fact]
    public void Another_ending_is_refused_before_anything_is_written()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(
            () => figure.Save(Path.Combine(folder.FullName, "f.png")));

        Assert.Contains(".png", refused.Message);
        Assert.Empty(folder.GetFiles());
    }

    public void Dispose() => folder.Delete(recursive: true);
}
