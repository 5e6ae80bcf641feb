using MathNet.Numerics.LinearAlgebra;

namespace Unrolled.Tests.Exercises;

/// <summary>Every answer gets a verdict that says whether it is right and what to look at.</summary>
public class AnswerCheckTests
{
    private static readonly double[] Expected = [.5, -1, 2];

    [Fact]
    public void The_right_numbers_are_right() =>
        Assert.Equal("right: well done", Verdict(() => [.5, -1, 2]));

    [Fact]
    public void Rounding_is_forgiven_and_a_wrong_digit_is_not()
    {
        Assert.Equal("right: well done", Verdict(() => [.5 + 1e-10, -1, 2 - 1e-10]));
        Assert.Equal("not yet: look at the sum", Verdict(() => [.5, -1, 2 - 1e-8]));
    }

    [Fact]
    public void A_tolerance_of_its_own_counts_from_where_it_is_set() => Assert.Equal(
        "right: near enough",
        Exercise.Check(() => 1.04).Within(.05).Right(1.0, "near enough", otherwise: "too far"));

    [Fact]
    public void A_known_mistake_gets_its_own_hint()
    {
        string Verdict(double answer) => Exercise.Check(() => answer)
            .Mistake(-2.0, "which sign?")
            .Mistake(yours => yours > 100, "that is far too large")
            .Right(2.0, "well done", otherwise: "look again");

        Assert.Equal("not yet: which sign?", Verdict(-2));
        Assert.Equal("not yet: that is far too large", Verdict(101));
        Assert.Equal("not yet: look again", Verdict(1));
        Assert.Equal("right: well done", Verdict(2));
    }

    [Fact]
    public void A_mistake_that_is_infinite_is_no_finite_answers()
    {
        string Verdict(double answer) => Exercise.Check(() => answer)
            .Mistake(double.PositiveInfinity, "divided by zero?")
            .Right(2.0, "well done", otherwise: "look again");

        Assert.Equal("right: well done", Verdict(2));
        Assert.Equal("not yet: look again", Verdict(1e300));
        Assert.Equal("not yet: divided by zero?", Verdict(double.PositiveInfinity));
    }

    [Fact]
    public void What_an_answer_throws_is_told() =>
        Assert.Equal(
            "not yet: your code throws InvalidOperationException: no",
            Verdict(() => throw new InvalidOperationException("no")));

    [Fact]
    public void No_answer_is_not_yet_an_answer()
    {
        Assert.Equal("not yet: there is no answer yet", Verdict(() => null));
        Assert.Equal("not yet: there is no answer yet",
            Exercise.Check(() => double.NaN).Right(yours => !(yours > 1), "", otherwise: "look again"));
        Assert.Equal("not yet: there is no answer yet",
            Exercise.Check(() => default((double[] a, (double[] b, double[] c)))).Part(
                "a", yours => yours.a, Expected, "").Right(""));
    }

    [Fact]
    public void A_wrong_size_is_named_with_the_size_expected()
    {
        Assert.Equal("not yet: expected 3 numbers, and there is 2 numbers", Verdict(() => [1, 2]));
        Assert.Equal("not yet: expected 2 × 3, and there is 3 × 2", Exercise
            .Check(() => Matrix<double>.Build.Dense(3, 2))
            .Right(Matrix<double>.Build.Dense(2, 3), "", otherwise: "look again"));
    }

    [Fact]
    public void A_NaN_among_the_numbers_is_pointed_out() =>
        Assert.Equal("not yet: number 2 is NaN, which is not a number", Verdict(() => [.5, double.NaN, 2]));

    [Fact]
    public void What_an_answer_needs_comes_before_its_mistakes()
    {
        string Verdict(double[] answer) => Exercise.Check(() => answer)
            .Needs(yours => yours.Length > 0, "give at least one")
            .Mistake(yours => yours[0] < 0, "which sign?")
            .Right(yours => yours[0] > 1, "well done", otherwise: "look again");

        Assert.Equal("not yet: give at least one", Verdict([]));
        Assert.Equal("not yet: which sign?", Verdict([-1]));
        Assert.Equal("not yet: look again", Verdict([1]));
        Assert.Equal("right: well done", Verdict([2]));
    }

    [Fact]
    public void A_condition_that_cannot_read_the_answer_does_not_hold() =>
        Assert.Equal("not yet: look again", Exercise.Check(Array.Empty<double>)
            .Mistake(yours => yours[7] > 1, "never said")
            .Right(yours => yours[0] > 1, "", otherwise: "look again"));

    [Fact]
    public void Parts_are_named_as_right_or_wrong_with_the_hint_of_the_first_wrong_one()
    {
        string Verdict(double a, double[] b, double c) => Exercise.Check(() => (a, b, c))
            .Part("a", yours => yours.a, 1.0, "hint a")
            .Part("b", yours => yours.b, Expected, "hint b")
            .Part("c", yours => yours.c, 3.0, "hint c")
            .Right("all of them");

        Assert.Equal("right: all of them", Verdict(1, Expected, 3));
        Assert.Equal("not yet: right: a; wrong: b, c. hint b", Verdict(1, [0, 0, 0], 0));
        Assert.Equal("not yet: wrong: a, b, c. hint a", Verdict(0, [0, 0, 0], 0));
        Assert.Equal("not yet: right: a, c; wrong: b. expected 3 numbers, and there is nothing", Verdict(1, null!, 3));
    }

    [Fact]
    public void A_known_mistake_in_one_part_gives_the_hint() => Assert.Equal(
        "not yet: right: a; wrong: b. the other way round?",
        Exercise.Check(() => (a: 1.0, b: -1.0))
            .Part("a", yours => yours.a, 1.0, "hint a")
            .Part("b", yours => yours.b, 1.0, "hint b")
            .Mistake(yours => yours.b, -1.0, "the other way round?")
            .Right("both"));

    [Fact]
    public void Numbers_are_the_same_in_whatever_they_come()
    {
        Matrix<double> matrix = Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } });
        object[] forms =
        [
            matrix,
            matrix.ToArray(),
            new double[][] { [1, 2, 3], [4, 5, 6] },
            matrix.EnumerateRows().ToArray(),
            ((1, 2, 3), new[] { 4.0, 5, 6 }),
        ];

        Assert.All(forms, form => Assert.Equal("right: ", Exercise.Check(() => form).Right(matrix, "", otherwise: "")));
    }

    [Fact]
    public void A_lazy_answer_that_throws_when_it_is_read_is_an_answer_without_numbers() => Assert.Equal(
        "not yet: expected 3 numbers, and there is nothing",
        Exercise.Check(() => Enumerable.Range(0, 3).Select(i => 1 / i)).Right(Expected, "", otherwise: ""));

    [Fact]
    public void A_check_that_judges_nothing_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => Exercise.Check(() => 1).Right("well done"));

    [Fact]
    public void A_check_that_expects_no_numbers_is_refused() =>
        Assert.Throws<ArgumentException>(() => Exercise.Check(() => 1).Right("one", "", otherwise: ""));

    private static string Verdict(Func<double[]?> answer) =>
        Exercise.Check(answer).Right(Expected, "well done", otherwise: "look at the sum");
}
