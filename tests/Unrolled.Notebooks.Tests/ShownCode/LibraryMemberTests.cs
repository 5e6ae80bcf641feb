namespace Unrolled.Notebooks.Tests.ShownCode;

public class LibraryMemberTests
{
    private const string Source = """
        public sealed class Rnn
        {
            public double Size { get; }

            /// <summary>One step.</summary>
            public double[] Forward(double x)
            {
                double a = w * x; // the sum
                return [a >> 1, Math.Tanh(a)];
            }

            public double[] Forward() => Forward(0);
        }
        """;

    [Theory]
    [InlineData("double a = w * x;   return [a >> 1,\n Math.Tanh(a)];")]
    [InlineData("double a = w * x; // another comment")]
    [InlineData("public double[] Forward() => Forward(0);")]
    public void What_stands_in_the_member_is_its_code_whatever_the_whitespace(string shown) =>
        Assert.True(new LibraryMember(Source, "Forward").Holds(shown));

    [Theory]
    [InlineData("double a = w + x;")]
    [InlineData("double a = w * x; return [Math.Tanh(a)];")]
    [InlineData("public double Size { get; }")]
    [InlineData("// the sum")]
    public void What_differs_stands_elsewhere_or_says_nothing_is_not(string shown) =>
        Assert.False(new LibraryMember(Source, "Forward").Holds(shown));

    [Fact]
    public void A_type_and_a_property_are_members_too()
    {
        Assert.True(new LibraryMember(Source, "Rnn").Holds(Source));
        Assert.True(new LibraryMember(Source, "Size").Holds("{ get; }"));
    }

    [Fact]
    public void A_name_that_nothing_has_is_refused() =>
        Assert.Contains(
            "Backward", Assert.Throws<FormatException>(() => new LibraryMember(Source, "Backward")).Message);
}
