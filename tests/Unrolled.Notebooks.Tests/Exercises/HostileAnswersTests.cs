using Unrolled.NotebookHost.Notebooks;

namespace Unrolled.Notebooks.Tests.Exercises;

public class HostileAnswersTests
{
    [Fact]
    public void A_method_that_gives_numbers_throws_returns_nothing_or_returns_too_little() => Assert.Equal(
        [
            "double[] F(int n)\n=> throw new System.InvalidOperationException(\"on purpose\");\n",
            "double[] F(int n)\n=> default!;\n",
            "double[] F(int n)\n=> [];\n",
        ],
        Sources("double[] F(int n)\n{\n    return null; // yours\n}\n"));

    [Theory]
    [InlineData("double[,]", "new double[0, 0]")]
    [InlineData("Vector<double>", "Vector<double>.Build.Dense(1)")]
    [InlineData("Matrix<double>", "Matrix<double>.Build.Dense(1, 1)")]
    [InlineData("(double[] a, double b)", "([], default!)")]
    public void Too_little_has_the_type_that_is_asked_for(string type, string tooLittle) =>
        Assert.Equal($"{type} F()\n=> {tooLittle};\n", Sources($"{type} F()\n{{ return default; }}").Last());

    [Fact]
    public void A_method_without_a_result_can_only_throw() => Assert.Single(Sources("void F(double[] x)\n{\n}\n"));

    [Fact]
    public void A_stub_that_asks_for_a_value_has_none() => Assert.Empty(Sources("double answer = double.NaN; // yours"));

    private static IEnumerable<string> Sources(string stub)
    {
        NotebookCell cell = NotebookCell.Code("exercise-1", stub);
        return HostileAnswers.To(new ChapterExercise("02-1", cell, cell, cell)).Select(answer => answer.Source);
    }
}
