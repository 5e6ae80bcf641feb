using System.Collections;
using System.Numerics;
using System.Text;
using Unrolled.NotebookHost.Display;
using Unrolled.NotebookHost.Tests.Execution;

namespace Unrolled.NotebookHost.Tests.Display;

public sealed class FormattingTests
{
    private static readonly FormatterRegistry Registry = new();

    public static TheoryData<object?, string> Lines => new()
    {
        { null, "<null>" },
        { 42, "42" },
        { 0.1 + 0.2, "0.30000000000000004" },
        { 1f / 3, "0.33333334" },
        { 1e300, "1E+300" },
        { -0.0, "-0" },
        { double.NaN, "NaN" },
        { double.NegativeInfinity, "-Infinity" },
        { 12.50m, "12.50" },
        { (Half)1.5, "1.5" },
        { BigInteger.Pow(2, 70), "1180591620717411303424" },
        { "plain <text>", "plain <text>" },
        { 'c', "c" },
        { true, "True" },
        { DayOfWeek.Friday, "Friday" },
        { new DateTime(2024, 2, 29, 13, 5, 7, DateTimeKind.Utc), "2024-02-29 13:05:07Z" },
        { new DateTime(2024, 2, 29, 13, 5, 7, 250), "2024-02-29 13:05:07.25" },
        { new DateTimeOffset(2024, 2, 29, 13, 5, 7, TimeSpan.FromHours(2)), "2024-02-29 13:05:07+02:00" },
        { new DateOnly(2024, 2, 29), "2024-02-29" },
        { new TimeOnly(13, 5), "13:05:00" },
        { TimeSpan.FromSeconds(90), "00:01:30" },
        { (1, "a", (2.5, (string?)null)), "(1, a, (2.5, <null>))" },
        { new[] { 1, 2, 3 }, "[ 1, 2, 3 ]" },
        { Array.Empty<int>(), "[]" },
        { new List<string?> { "a", null }, "[ a, <null> ]" },
        { new HashSet<double> { 0.5 }, "[ 0.5 ]" },
        { new Memory<int>([1, 2]), "[ 1, 2 ]" },
        { new ArraySegment<int>([1, 2, 3], 1, 2), "[ 2, 3 ]" },
        { Enumerable.Range(0, 25)
            .ToArray(), "[ 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, … 5 more ]" },
        { Enumerable.Range(0, 20)
            .ToList(), "[ 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19 ]" },
        { new int[2, 1, 2], "int[2, 1, 2] [ 0, 0, 0, 0 ]" },
        { new KeyValuePair<string, int>[0], "[]" },
        { new object(), "object {}" },
        { new[] { new object() }, "[ object {} ]" },
        { new StringBuilder("built"), "built" },
        { new Uri("https://example.org/a"), "https://example.org/a" },
        { Guid.Empty, "00000000-0000-0000-0000-000000000000" },
        { new Complex(1, -2), "<1; -2>" },
        { typeof(Dictionary<string, int?[]>), "System.Collections.Generic.Dictionary<string, int?[]>" },
        { typeof(int[][,]), "int[][,]" },
        { (Func<int, string>)Convert.ToString, "Func<int, string> ToString" },
        { (Action)(() => { }), "Action" },
        { new ArgumentException("bad"), "System.ArgumentException: bad" },
        { Task.FromResult(new[] { 1 }), "Task<int[]> (completed: [ 1 ])" },
        { Task.CompletedTask, "Task (completed)" },
        { Task.FromException<int>(new FormatException("no")), "Task<int> (failed: System.FormatException: no)" },
    };

    [Theory]
    [MemberData(nameof(Lines), DisableDiscoveryEnumeration = true)]
    public void A_value_that_is_read_best_as_a_line_is_one(object? value, string expected)
    {
        MimeBundle bundle = Registry.Format(value);
        Assert.Equal(expected, SessionFixture.Text(bundle));
        Assert.Equal(["text/plain"], bundle.Data.Select(entry => entry.Key));
    }

    [Fact]
    public void A_running_task_is_not_waited_for()
    {
        Assert.Equal("Task<int> (running)", Plain(new TaskCompletionSource<int>().Task));
    }

    [Fact]
    public void An_endless_sequence_is_cut_and_read_no_further_than_shown()
    {
        int read = 0;
        IEnumerable<int> Naturals()
        {
            while (true)
                yield return read++;
        }

        string text = Plain(Naturals());
        Assert.EndsWith("19, … more ]", text, StringComparison.Ordinal);
        Assert.Equal(21, read);
    }

    [Fact]
    public void A_lazy_sequence_is_computed_once()
    {
        int computed = 0;
        IEnumerable<int> lazy = Enumerable.Range(0, 3).Select(i => computed++).Where(_ => true);
        Assert.Equal("[ 0, 1, 2 ]", Plain(lazy));
        Assert.Equal(3, computed);
    }

    [Fact]
    public void Objects_in_a_sequence_are_a_table_with_numbers_to_the_right()
    {
        object value = new[] { new { Name = "Ann", Age = (int?)31, Score = 1.5 },
            new { Name = "Bartholomew", Age = (int?)null, Score = 10.25 } };
        Assert.Equal(
            """
            Name            Age  Score
            -----------  ------  -----
            Ann              31    1.5
            Bartholomew  <null>  10.25
            """,
            Plain(value));
        const string left = "style=\"text-align: left;\"", right = "style=\"text-align: right;\"";
        Assert.Equal(
            $"""
            <table class="dataframe">
            <thead>
            <tr><th {left}>Name</th><th {right}>Age</th><th {right}>Score</th></tr>
            </thead>
            <tbody>
            <tr><td {left}>Ann</td><td {right}>31</td><td {right}>1.5</td></tr>
            <tr><td {left}>Bartholomew</td><td {right}>&lt;null&gt;</td><td {right}>10.25</td></tr>
            </tbody>
            </table>
            """,
            Html(value));
    }

    [Fact]
    public void A_long_table_says_how_many_rows_were_left_out()
    {
        var list = Enumerable.Range(0, 100).Select(i => new Row(i, "x")).ToList();
        Assert.EndsWith("… 80 more rows", Plain(list), StringComparison.Ordinal);
        Assert.EndsWith("<p>… 80 more rows</p>", Html(list), StringComparison.Ordinal);
        Assert.EndsWith("… more rows", Plain(list.Where(_ => true)), StringComparison.Ordinal);
    }

    [Fact]
    public void Tuples_in_a_sequence_are_a_table()
    {
        Assert.Equal(
            """
            Item1  Item2
            -----  -----
                1  a
                2  b
            """,
            Plain(new[] { (1, "a"), (2, "b") }));
    }

    [Fact]
    public void Groups_are_shown_with_their_keys_a_line_each_where_they_are_long()
    {
        Assert.Equal("[ 1: [ 1, 3 ], 0: [ 2 ] ]", Plain(new[] { 1, 2, 3 }.GroupBy(i => i % 2)));
        string[] lines = Plain(Enumerable.Range(0, 40).GroupBy(i => i % 2)).Split('\n');
        Assert.Equal(4, lines.Length);
        Assert.StartsWith("  1: [ 1, 3, 5,", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_cell_is_cut_in_text_and_whole_in_HTML()
    {
        var value = new[] { new Row(1, new string('x', 500)) };
        Assert.Equal(100, Plain(value).Split('\n')[2].Split("  ")[^1].Length);
        Assert.Contains(new string('x', 500), Html(value), StringComparison.Ordinal);
    }

    [Fact]
    public void A_dictionary_is_a_table_of_keys_and_values()
    {
        Assert.Equal(
            """
            Key  Value
            ---  -----
            a        1
            bc      20
            """,
            Plain(new Dictionary<string, int> { ["a"] = 1, ["bc"] = 20 }));
    }

    [Fact]
    public void A_matrix_is_a_grid()
    {
        const string Expected =
            """
                 0  1
            -  ---  -
            0    1  2
            1  3.5  4
            """;
        Assert.Equal(Expected, Plain(new[,] { { 1, 2 }, { 3.5, 4 } }));
        Assert.Equal(Expected, Plain(new[] { new[] { 1.0, 2 }, [3.5, 4] }));
        Assert.Contains(
            "<td style=\"text-align: right;\">3.5</td>", Html(new[,] { { 1, 2 }, { 3.5, 4 } }),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_large_matrix_is_cut_in_both_directions_and_a_jagged_one_is_filled()
    {
        string[] lines = Plain(new double[30, 40]).Split('\n');
        Assert.Equal(23, lines.Length);
        Assert.EndsWith("…", lines[0], StringComparison.Ordinal);
        Assert.Equal("… 10 more rows", lines[^1]);
        Assert.Equal("   0  1\n-  -  -\n0  1\n1  2  3", Plain(new List<int[]> { new[] { 1 }, new[] { 2, 3 } }));
    }

    [Fact]
    public void An_object_is_a_table_of_its_members_and_says_its_type()
    {
        Assert.Equal(
            """
            FormattingTests.Row
            Member  Value
            ------  -----
            Number  1
            Text    x
            """,
            Plain(new Row(1, "x")));
        Assert.Contains("<caption>FormattingTests.Row</caption>", Html(new Row(1, "x")), StringComparison.Ordinal);
    }

    [Fact]
    public void Objects_inside_of_others_stand_on_one_line()
    {
        var value = new
        {
            Row = new Row(1, "x"),
            List = new List<int> { 1 },
            Map = new Dictionary<string, int> { ["k"] = 2 },
            Pair = (1, 2),
        };
        string[] lines = Plain(value).Split('\n');
        Assert.Equal("Row     FormattingTests.Row { Number = 1, Text = x }", lines[2]);
        Assert.Equal("List    [ 1 ]", lines[3]);
        Assert.Equal("Map     { k: 2 }", lines[4]);
        Assert.Equal("Pair    (1, 2)", lines[5]);
    }

    [Fact]
    public void A_cycle_and_a_deep_tree_end()
    {
        var node = new Node { Value = 1 };
        node.Next = node;
        Assert.Contains("Node { … }", Plain(node), StringComparison.Ordinal);
        var deep = new Node();
        for (int i = 0; i < 10_000; i++)
            deep = new Node { Next = deep, Value = i };
        Assert.True(Plain(deep).Length < 1000);
        var list = new List<object>();
        list.Add(list);
        Assert.Contains("…", Plain(list), StringComparison.Ordinal);
    }

    [Fact]
    public void A_getter_that_throws_is_shown_in_its_place()
    {
        Assert.Contains("(InvalidOperationException: not now)", Plain(new Thrower()), StringComparison.Ordinal);
        Assert.Contains(
            "(InvalidOperationException: not now)", Plain(new[] { new Thrower() }), StringComparison.Ordinal);
    }

    [Fact]
    public void Members_that_reflection_cannot_read_are_left_out()
    {
        string text = Plain(new HasSpan());
        Assert.Contains("Length", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Span", text.Split('\n')[3], StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_with_its_own_ToString_uses_it_even_if_it_is_a_sequence()
    {
        Assert.Equal("my\nlines", Plain(new Verse()));
        Assert.Equal(
            "<pre>my\nlines</pre>", SessionFixture.Text(Registry.Format(new Verse(), ["text/html"]), "text/html"));
        Assert.Equal("[ my⏎lines ]", Plain(new[] { new Verse() }));
    }

    [Fact]
    public void Text_is_escaped_in_HTML()
    {
        Assert.Contains("&lt;script&gt;", Html(new[] { new Row(1, "<script>") }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sequence_that_throws_while_it_is_read_says_so()
    {
        IEnumerable<int> failing = Enumerable.Range(0, 3).Select(i => 1 / (i - 1));
        Assert.Throws<DivideByZeroException>(() => Registry.Format(failing));
    }

    private static string Plain(object value) => SessionFixture.Text(Registry.Format(value));

    private static string Html(object value) => SessionFixture.Text(Registry.Format(value), "text/html");

    private sealed record Row(int Number, string Text);

    private sealed class Node
    {
        public int Value { get; set; }

        public Node? Next { get; set; }
    }

    private sealed class Thrower
    {
        public int Fine => 1;

        public int Bad => throw new InvalidOperationException("not now");
    }

    private sealed class HasSpan
    {
        public Span<int> Span => new int[1];

        public int Length => 1;
    }

    private sealed class Verse : IEnumerable<int>
    {
        public IEnumerator<int> GetEnumerator() => Enumerable.Empty<int>().GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        public override string ToString() => "my\nlines";
    }
}
