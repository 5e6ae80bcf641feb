using Unrolled.NotebookHost.Workers;

namespace Unrolled.NotebookHost.Tests.Workers;

public sealed class CrashFilterTests
{
    [Fact]
    public void The_runtimes_last_words_are_held_back_from_where_they_begin()
    {
        CrashFilter filter = new();

        Assert.Equal("mine\n", filter.Pass("mine\nStack overflow.\n   at F()"));
        Assert.Equal("", filter.Pass("\n   at G()"));
    }

    [Fact]
    public void Of_endless_last_words_no_page_is_shown_and_a_screenful_is_kept()
    {
        CrashFilter filter = new();
        filter.Pass("Stack overflow.\n");

        for (int i = 0; i < 200_000; i++)
            Assert.Equal("", filter.Pass("   at Submission#11.Overflow(Int32)\n"));

        string kept = filter.Release();
        Assert.InRange(kept.Length, 1000, 200_000);
        Assert.Contains("characters are left out]", kept);
    }

    [Fact]
    public void A_process_that_lives_on_loses_nothing()
    {
        CrashFilter filter = new();
        string text = filter.Pass("Fatal error. Not really.\n") + filter.Pass("more\n") + filter.Release()
            + filter.Pass("after\n");

        Assert.Equal("Fatal error. Not really.\nmore\nafter\n", text);
    }
}
