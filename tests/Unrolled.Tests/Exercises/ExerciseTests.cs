namespace Unrolled.Tests.Exercises;

/// <summary>An exercise of the series is checked by its id, whatever form the answer has.</summary>
public class ExerciseTests
{
    private static readonly ExerciseCheck Half = ExerciseCheck.Of<Func<double>>(
        "00-1", answer => Exercise.Check(answer)
            .Mistake(yours => yours > 1, yours => $"{yours} is more than all of it")
            .Right(yours => yours == .5, yours => $"{yours} is half", yours => $"{yours} is not half"));

    private static readonly ExerciseCheck Sum = ExerciseCheck.Of<Func<double, double[], double>>(
        "00-2", answer => Exercise.Check(() => answer(1, [2, 3])).Right(6.0, "the sum", otherwise: "add all"));

    [Fact]
    public void A_value_and_a_method_are_judged_and_the_texts_say_what_the_answer_gives()
    {
        static double Add(double a, double[] others) => a + others.Sum();
        static double Forget(double a, double[] others) => a;

        Assert.Equal("right: 0.5 is half", Half.Judge(() => .5));
        Assert.Equal("not yet: 0.25 is not half", Half.Judge(() => .25));
        Assert.Equal("not yet: 2 is more than all of it", Half.Judge(() => 2.0));
        Assert.Equal("right: the sum", Sum.Judge(Add));
        Assert.Equal("not yet: add all", Sum.Judge(Forget));
    }

    [Fact]
    public void A_whole_number_serves_where_a_number_is_expected()
    {
        Assert.Equal("not yet: 1 is not half", Half.Judge(() => 1));
        Assert.Equal("not yet: 1 is not half", Half.Judge(() => 1L));
        Assert.Equal("not yet: 1 is not half", Half.Judge(() => 1f));
    }

    [Fact]
    public void An_answer_of_another_form_is_told_what_the_stub_has()
    {
        static double Add((double, int) a, double[,] b) => 0;

        Assert.Equal(
            "not yet: expected a value of double, as the stub has it, and yours is a value of string",
            Half.Judge(() => "half"));
        Assert.Equal(
            "not yet: expected a function (double, double[]) → double, as the stub has it, "
                + "and yours is a function ((double, int), double[,]) → double",
            Sum.Judge(Add));
    }

    [Fact]
    public void An_answer_that_throws_gets_a_verdict() => Assert.Equal(
        "not yet: your code throws InvalidOperationException: on purpose",
        Half.Judge(double () => throw new InvalidOperationException("on purpose")));

    [Fact]
    public void A_text_that_fails_on_an_answer_is_replaced() => Assert.Equal(
        "not yet: look again",
        Exercise.Check(Array.Empty<double>)
            .Right(yours => yours.Length > 0, yours => "", yours => $"{yours[7]}"));

    [Fact]
    public void An_unknown_exercise_is_named_with_those_that_there_are()
    {
        var error = Assert.Throws<ArgumentException>(() => Exercise.Check("00-1", () => 1.0));

        Assert.StartsWith("There is no exercise \"00-1\"; there are", error.Message);
        Assert.Throws<ArgumentNullException>(() => Exercise.Check("00-1", null!));
    }
}
