using Unrolled.NotebookHost.Book;

namespace Unrolled.NotebookHost.Tests.Book;

public sealed class EditionPublisherTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Edition_replaces_the_one_before_and_removes_what_only_that_one_had()
    {
        Publish(("index.html", "1"), ("old/page.html", "1"));

        Publish(("index.html", "2"), ("new/page.html", "2"));

        Assert.Equal("2", File.ReadAllText(folder["book/index.html"]));
        Assert.True(File.Exists(folder["book/new/page.html"]));
        Assert.False(Directory.Exists(folder["book/old"]));
    }

    [Fact]
    public void Files_that_the_book_did_not_write_stay()
    {
        Publish(("index.html", "1"), ("old/page.html", "1"));
        folder.Write("book/old/notes.txt", "mine");

        Publish(("index.html", "2"));

        Assert.Equal("mine", File.ReadAllText(folder["book/old/notes.txt"]));
        Assert.False(File.Exists(folder["book/old/page.html"]));
    }

    [Fact]
    public void File_of_another_origin_is_not_overwritten()
    {
        folder.Write("book/index.html", "mine");

        var error = Assert.Throws<IOException>(() => Publish(("index.html", "1"), ("page.html", "1")));

        Assert.Contains(folder["book/index.html"], error.Message);
        Assert.Equal("mine", File.ReadAllText(folder["book/index.html"]));
        Assert.False(File.Exists(folder["book/page.html"]));
    }

    [Fact]
    public void No_temporary_folder_is_left()
    {
        Publish(("index.html", "1"));

        Assert.Equal([folder["book"]], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void What_a_killed_publication_left_is_removed_and_what_a_living_one_writes_stays()
    {
        folder.Write($".book.{int.MaxValue}.abcdefgh.ijk.tmp/a.html", "killed");
        string living = $".book.{Environment.ProcessId}.abcdefgh.ijk.tmp/a.html";
        folder.Write(living, "living");

        Publish(("a.html", "1"));

        Assert.Equal([living, "book/.book-files", "book/a.html"], folder.Files);
    }

    [Fact]
    public void Edition_that_broke_off_midway_is_completed_by_the_next_one()
    {
        // Where the second page belongs is a folder, so that only the first is moved.
        folder.Write("book/b.html/notes.txt", "mine");
        Assert.ThrowsAny<Exception>(() => Publish(("a.html", "1"), ("b.html", "1")));
        Directory.Delete(folder["book/b.html"], recursive: true);

        Publish(("a.html", "2"), ("c.html", "2"));

        Assert.Equal("2", File.ReadAllText(folder["book/a.html"]));
        Assert.Equal(["book/.book-files", "book/a.html", "book/c.html"], folder.Files);
    }

    [Fact]
    public void Edited_list_of_files_cannot_make_the_book_delete_outside_its_folder()
    {
        Publish(("index.html", "1"));
        string outside = folder.Write("precious.txt", "mine");
        File.AppendAllText(folder["book/.book-files"], "../precious.txt\n");

        Publish(("index.html", "2"));

        Assert.True(File.Exists(outside));
    }

    private void Publish(params (string Path, string Content)[] files)
    {
        var edition = new Edition();
        foreach ((string path, string content) in files)
            edition.AddText(path, content);
        EditionPublisher.Publish(edition, folder["book"]);
    }
}
