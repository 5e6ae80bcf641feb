using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.Notebooks.Tests.Captions;

/// <summary>Every figure of a chapter has its number and its sentence; those of the solutions need none.</summary>
public class ChapterCaptionTests
{
    public static TheoryData<string> Chapters => [.. Repository.Notebooks];

    [Theory]
    [MemberData(nameof(Chapters))]
    public void Every_figure_of_a_chapter_has_a_caption_with_the_next_number(string chapter) => Assert.Empty(
        new CaptionedChapter(Notebook.Load(Path.Combine(Repository.Root, chapter)), chapter).Problems());
}
