namespace Unrolled.Notebooks.Tests.Exercises;

public class WrongAnswerFileTests
{
    [Fact]
    public void Each_answer_has_its_exercise_its_mistake_and_its_hint()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write(
            "02.csx",
            "//// 02-1 · too large · and so does less\nint a = 9;\nint b;\n\n//// 02-2 · too small\nint a = 1;\n");

        Assert.Equal(
            [
                new Answer("02-1", "too large", "int a = 9;\nint b;", "and so does less"),
                new Answer("02-2", "too small", "int a = 1;"),
            ],
            WrongAnswerFile.Read(file));
    }

    [Theory]
    [InlineData("int a = 9;\n//// 02-1 · too large\nint a;", "first")]
    [InlineData("//// 02-1 too large\nint a;", "02-1 too large")]
    public void A_file_in_another_form_is_refused_by_name(string text, string named)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("02.csx", text);

        string message = Assert.Throws<FormatException>(() => WrongAnswerFile.Read(file)).Message;

        Assert.StartsWith(file, message);
        Assert.Contains(named, message);
    }
}
